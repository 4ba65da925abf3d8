import type { Finding, Location, Notification, Tool } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, record, string, unknown } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'

const Place = object({
  start_line: nullish(number),
  start_column: nullish(number),
  last_line: nullish(number),
  last_column: nullish(number),
  line: nullish(number),
  column: nullish(number),
})
const Offense = object({
  severity: nullish(string),
  message: string,
  /** The others have linters where RuboCop has cops. */
  cop_name: nullish(string),
  linter: nullish(string),
  linter_name: nullish(string),
  corrected: nullish(boolean),
  correctable: nullish(boolean),
  location: nullish(Place),
})
const Inspection = object({
  metadata: record(unknown),
  files: array(object({ path: string, offenses: array(Offense) })),
  summary: object({
    target_file_count: nullish(number),
    inspected_file_count: nullish(number),
  }),
})

/** Whoever wrote it leaves its version in the metadata, under a name of its own. */
const producers: { version: string; tool: Tool }[] = [
  { version: 'rubocop_version', tool: { name: 'RuboCop', url: 'https://rubocop.org' } },
  { version: 'erb_lint_version', tool: { name: 'ERB Lint', url: 'https://github.com/Shopify/erb_lint' } },
  { version: 'haml_lint_version', tool: { name: 'HAML-Lint', url: 'https://github.com/sds/haml-lint' } },
  { version: 'slim_lint_version', tool: { name: 'Slim-Lint', url: 'https://github.com/sds/slim-lint' } },
]

export const rubocop = defineConverter({
  id: 'rubocop',
  tool: producers[0]!.tool,
  reads: 'rubocop --format json (and standardrb, cookstyle, erb_lint, haml-lint, slim-lint)',
  proof: 'run',
  detects: (report) => hasKeys('metadata', 'files', 'summary')(report) && producerOf(report.json()) !== undefined,
  read(report) {
    const { metadata, files, summary } = readJson(report, Inspection)
    const { version, tool } = producerOf({ metadata }) ?? producers[0]!
    const findings: Finding[] = []
    const notifications: Notification[] = []
    for (const { path, offenses } of files) {
      for (const offense of offenses) {
        const location = locationOf(path, offense.location ?? {}, version === 'erb_lint_version' ? 0 : 1)
        if (offense.corrected) notifications.push(correctionOf(offense, location))
        else findings.push(toFinding(offense, location))
      }
    }
    const known = metadata[version]
    return {
      findings,
      notifications: [...notifications, ...uninspected(summary)],
      columns: 'unicodeCodePoints',
      tool: { ...tool, ...(typeof known === 'string' && { version: known }) },
    }
  },
})

function producerOf(json: unknown) {
  const { metadata } = json as { metadata: Report }
  return producers.find(({ version }) => isObjectWith(metadata, [version]))
}

type Offense = Of<typeof Offense>

function toFinding(offense: Offense, location: Location): Finding {
  const id = ruleIdOf(offense)
  const department = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : undefined
  return {
    rule: { id, url: documentationOf(id), tags: department ? [department.toLowerCase()] : undefined },
    level: levelOf(offense.severity ?? undefined),
    message: offense.message,
    location,
    sarif: ownWords({ severity: offense.severity, correctable: offense.correctable }),
  }
}

function ruleIdOf({ cop_name, linter, linter_name }: Offense): string {
  return cop_name || linter || linter_name || 'offense'
}

/** RuboCop ends with the last column that belongs to the offense, ERB Lint, from 0, with the one behind it: both need 1 more. */
function locationOf(file: string, at: Of<typeof Place>, from: 0 | 1): Location {
  const column = at.start_column ?? at.column
  return {
    file,
    line: at.start_line ?? at.line ?? undefined,
    column: column === null || column === undefined ? undefined : column + 1 - from,
    endLine: at.last_line ?? undefined,
    endColumn: at.last_column === null || at.last_column === undefined ? undefined : at.last_column + 1,
  }
}

/** What `--autocorrect` has changed is no longer in the file. */
function correctionOf(offense: Offense, location: Location): Notification {
  return { level: 'note', message: `${ruleIdOf(offense)} was corrected: ${offense.message}`, location }
}

/** With `--fail-fast` it stops at the first file with an offense. */
function uninspected({ target_file_count, inspected_file_count }: Of<typeof Inspection>['summary']): Notification[] {
  if (!target_file_count || inspected_file_count === null || inspected_file_count === undefined) return []
  if (inspected_file_count >= target_file_count) return []
  const message = `Only ${inspected_file_count} of ${target_file_count} files were inspected: it stopped before the end.`
  return [{ level: 'error', message, incomplete: true }]
}

const gemOf = new Map([
  ...['Bundler', 'Gemspec', 'Layout', 'Lint', 'Metrics', 'Migration', 'Naming', 'Security', 'Style'].map(
    (department) => [department, 'rubocop'] as const,
  ),
  ['Capybara', 'rubocop-capybara'],
  ['FactoryBot', 'rubocop-factory_bot'],
  ['Minitest', 'rubocop-minitest'],
  ['Performance', 'rubocop-performance'],
  ['Rails', 'rubocop-rails'],
  ['RSpec', 'rubocop-rspec'],
  ['RSpecRails', 'rubocop-rspec_rails'],
])

/** The page of a department lists its cops; the anchor is the letters of the cop's whole name, as RuboCop builds it itself. */
function documentationOf(cop: string): string | undefined {
  const gem = gemOf.get(cop.slice(0, Math.max(cop.indexOf('/'), 0)))
  if (!gem) return undefined
  const page = cop.slice(0, cop.lastIndexOf('/')).toLowerCase().replaceAll('/', '_')
  return `https://docs.rubocop.org/${gem}/cops_${page}.html#${cop.toLowerCase().replace(/[^a-z]/g, '')}`
}
