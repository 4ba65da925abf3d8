import type { Finding, Level, Notification, Place } from '../model/finding.ts'
import { scoreOfWord } from '../model/severity.ts'
import { precisionOf } from './confidence.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith } from './report.ts'

const Step = object({
  type: nullish(string),
  class: nullish(string),
  method: nullish(string),
  name: nullish(string),
  line: nullish(number),
  file: nullish(string),
  rendered: nullish(object({ name: nullish(string) })),
})
const Warning = object({
  warning_type: string,
  warning_code: nullish(number),
  fingerprint: nullish(string),
  check_name: nullish(string),
  message: string,
  file: nullish(string),
  line: nullish(number),
  link: nullish(string),
  render_path: nullish(array(Step)),
  location: nullish(object({ class: nullish(string), method: nullish(string) })),
  user_input: nullish(string),
  confidence: nullish(string),
  cwe_id: nullish(array(number)),
  note: nullish(string),
})
const Scan = object({
  scan_info: object({ brakeman_version: nullish(string) }),
  warnings: array(Warning),
  ignored_warnings: nullish(array(Warning)),
  errors: nullish(array(object({ error: string, location: nullish(string) }))),
  obsolete: nullish(array(string)),
})
type Warning = Of<typeof Warning>

const tool = { name: 'Brakeman', url: 'https://brakemanscanner.org' }

export const brakeman = defineConverter({
  id: 'brakeman',
  tool,
  reads: 'brakeman --format json --quiet',
  proof: 'seen',
  detects: (report) =>
    hasKeys('scan_info', 'warnings')(report) &&
    isObjectWith((report.json() as { scan_info: unknown }).scan_info, ['brakeman_version']),
  read(report) {
    const { scan_info, warnings, ignored_warnings, errors, obsolete } = readJson(report, Scan)
    return {
      findings: [...warnings.map(toFinding), ...(ignored_warnings ?? []).map(ignored)],
      notifications: [...(errors ?? []).map(toNotification), ...(obsolete ?? []).map(outOfDate)],
      tool: { ...tool, version: scan_info.brakeman_version ?? undefined },
    }
  },
})

/** It has no severities, only how sure it is; its own SARIF makes the same levels of that. */
const levels = new Map<string | undefined, Level>([
  ['high', 'error'],
  ['medium', 'warning'],
  ['weak', 'note'],
])

function toFinding(warning: Warning): Finding {
  const { message, file, line, confidence, fingerprint, user_input, location } = warning
  const score = scoreOf(confidence)
  const context = [location?.class, location?.method].filter(Boolean).join('#')
  return {
    rule: ruleOf(warning, score),
    level: levels.get(confidence?.toLowerCase()) ?? 'warning',
    message,
    location: file ? { file, line: line ?? undefined } : undefined,
    fingerprint: fingerprint || undefined,
    flow: flowOf(warning),
    sarif: ownWords({ confidence, userInput: user_input, context, 'security-severity': score?.toFixed(1) }),
  }
}

/** As in its own SARIF, whose alerts these go on with. */
function ruleOf(warning: Warning, score: number | undefined): Finding['rule'] {
  const { warning_type, warning_code, check_name, link, cwe_id, confidence } = warning
  return {
    id: typeof warning_code === 'number' ? `BRAKE${String(warning_code).padStart(4, '0')}` : warning_type,
    name: check_name ? `${check_name}/${warning_type}` : undefined,
    summary: warning_type,
    url: link || undefined,
    tags: ['security'],
    weaknesses: cwe_id ?? undefined,
    precision: precisionOf(confidence),
    score,
  }
}

function scoreOf(confidence: string | null | undefined): number | undefined {
  return scoreOfWord(confidence?.toLowerCase() === 'weak' ? 'low' : confidence)
}

/** Through which controllers and templates the template with the warning is rendered. */
function flowOf({ render_path, file, line, message }: Warning): Place[] {
  const steps = (render_path ?? []).flatMap((step): Place[] => {
    const from = step.name || [step.class, step.method].filter(Boolean).join('#')
    const to = step.rendered?.name
    return step.file
      ? [{ file: step.file, line: step.line ?? undefined, message: to ? `${from} renders ${to}` : from }]
      : []
  })
  return steps.length > 0 && file ? [...steps, { file, line: line ?? undefined, message }] : []
}

function ignored(warning: Warning): Finding {
  const finding = toFinding(warning)
  const justification = warning.note || undefined
  const suppression = { kind: 'external' as const, ...(justification && { justification }) }
  return { ...finding, sarif: { ...finding.sarif, suppressions: [suppression] } }
}

/** A file that it could not parse, a check that broke. */
function toNotification({ error, location }: { error: string; location?: string | null | undefined }): Notification {
  return { level: 'error', message: location ? `${error} (${location})` : error, incomplete: true }
}

function outOfDate(fingerprint: string): Notification {
  return {
    level: 'note',
    message: `config/brakeman.ignore names the warning ${fingerprint}, which is not found any more.`,
  }
}
