import type { Finding, Location, Notification, Place, Reading, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import { hasKeys, isObjectWith, type Report } from '../report.ts'
import { readSpans } from './spans.ts'

const Position = object({ line: number, column: number })
const Range = { start: nullish(Position), end: nullish(Position) }
const Diagnostic = object({
  category: nullish(string),
  severity: string,
  message: string,
  location: nullish(object({ path: nullish(string), ...Range })),
  advices: nullish(array(object({ ...Range, text: nullish(string) }))),
})
const Diagnostics = object({ diagnostics: array(Diagnostic) })
const Count = nullish(number)
const Summary = object({ summary: object({ changed: Count, unchanged: Count, diagnosticsNotPrinted: Count }) })

export const biome = defineConverter({
  id: 'biome',
  tool: { name: 'Biome', url: 'https://biomejs.dev' },
  reads: 'biome lint --reporter=json (or check, ci; of Biome 1 and 2)',
  proof: 'run',
  detects: hasKeys('summary', 'diagnostics', 'command'),
  read(report) {
    const { summary } = readJson(report, Summary)
    const spans = hasSpans(report)
    const entries = spans ? readSpans(report) : readJson(report, Diagnostics).diagnostics.map(entryOf)
    const notPrinted = summary.diagnosticsNotPrinted ?? 0
    const reading: Reading = {
      findings: [],
      notifications: [],
      columns: spans ? 'utf16CodeUnits' : 'unicodeCodePoints',
    }
    for (const entry of entries) fileUnder(entry, reading)
    if (notPrinted > 0) reading.notifications!.push(leftOut(notPrinted))
    const isNothing = summary.changed === 0 && summary.unchanged === 0 && entries.length === 0
    if (isNothing) reading.notifications!.push(nothingProcessed)
    return reading
  },
})

/** What one entry says, whichever version wrote it. */
export interface Entry {
  category: string
  severity: string
  message: string
  location?: Location
  related?: Place[]
  fixes?: Finding['fixes']
  help?: string
}

/** Biome 1 (and the first of 2) counts bytes of the source that it prints; later ones count lines and columns. */
function hasSpans(report: Report): boolean {
  const { diagnostics } = report.json() as { diagnostics: unknown }
  return Array.isArray(diagnostics) && isObjectWith(diagnostics[0], ['description'])
}

function entryOf({ category, severity, message, location, advices }: Of<typeof Diagnostic>): Entry {
  const file = location?.path
  return {
    category: category || 'biome',
    severity,
    message,
    location: file ? placeOf(file, location) : undefined,
    related: file ? (advices ?? []).map(({ text, ...at }) => ({ ...placeOf(file, at), message: text ?? '' })) : [],
  }
}

function placeOf(file: string, { start, end }: Pick<Of<typeof Diagnostic>['location'] & {}, 'start' | 'end'>) {
  return { file, line: start?.line, column: start?.column, endLine: end?.line, endColumn: end?.column }
}

/** What Biome says of itself: files that it could not read or that are too large, its configuration, its own crashes. */
const ownAffairs =
  /^(?:(?:internalError|fs|files|args|flags|reporter)\/.*|configuration|deserialize|project|vcs|stdin|lint|check|ci)$/

function fileUnder({ category, severity, message, location, related, fixes, help }: Entry, reading: Reading): void {
  const level = levelOf(severity)
  if (ownAffairs.test(category))
    reading.notifications!.push({ level, message, location, incomplete: level === 'error' } satisfies Notification)
  else reading.findings.push({ rule: { ...ruleOf(category), help }, level, message, location, related, fixes })
}

/** `lint/suspicious/noDebugger` is documented as `no-debugger`, in a group of rules. */
function ruleOf(category: string): Rule {
  const [kind, group, name] = category.split('/')
  if (!group || !name) return { id: category }
  const kebab = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase()
  const folder = { lint: 'linter/rules', assist: 'assist/actions' }[kind ?? '']
  return { id: category, name, tags: [group], url: folder && `https://biomejs.dev/${folder}/${kebab}` }
}

const nothingProcessed: Notification = {
  level: 'error',
  message: 'Biome processed no files. Check its paths, and what its configuration leaves out.',
  incomplete: true,
}

function leftOut(count: number): Notification {
  return {
    level: 'error',
    message: `Biome left ${count} diagnostics out of its report. Run it with --max-diagnostics=none.`,
    incomplete: true,
  }
}
