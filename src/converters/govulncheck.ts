import { UnreadableReport } from '../model/errors.ts'
import type { Level, Place } from '../model/finding.ts'
import { type Affected, advisoryFindings } from './advisories.ts'
import { defineConverter } from './converter.ts'
import { advisoryOf, OsvRecord } from './osv-record.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { isObjectWith, type Report, someValueHasKeys } from './report.ts'

const Word = nullish(string)
const Frame = object({
  module: string,
  version: Word,
  package: Word,
  function: Word,
  receiver: Word,
  position: nullish(object({ filename: Word, line: nullish(number), column: nullish(number) })),
})
type Frame = Of<typeof Frame>

const Finding = object({ osv: string, fixed_version: Word, trace: array(Frame) })
type Finding = Of<typeof Finding>

const Message = object({
  config: nullish(object({ scanner_name: Word, scanner_version: Word, scan_level: Word })),
  osv: nullish(OsvRecord),
  finding: nullish(Finding),
})

const tool = { name: 'govulncheck', url: 'https://go.dev/doc/security/vuln/' }

export const govulncheck = defineConverter({
  id: 'govulncheck',
  tool,
  reads: 'govulncheck -format json ./...',
  proof: 'seen',
  detects: isStream,
  read(report) {
    const messages = report.jsonValues().values.map((value) => readJson({ json: () => value }, Message))
    const config = messages.find((message) => message.config)?.config
    if (!config) throw new UnreadableReport('it has no message `config`, which govulncheck begins with')
    const records = new Map(messages.flatMap(({ osv }) => (osv ? [[osv.id, osv]] : [])))
    const groups = grouped(messages.flatMap(({ finding }) => finding ?? []))
    return {
      columns: 'utf8Bytes',
      findings: advisoryFindings(groups.map((group) => affectedBy(group, records, config.scan_level))),
      tool: { ...tool, ...(config.scanner_version && { version: config.scanner_version }) },
    }
  },
})

function isStream(report: Report): boolean {
  if (!someValueHasKeys('config')(report)) return false
  return report.jsonValues().values.some((value) => {
    const { config } = (value ?? {}) as { config?: unknown }
    return isObjectWith(config, ['protocol_version']) || isObjectWith(config, ['scanner_name'])
  })
}

/** A module that is required, a package of it that is imported, a function that is called. */
const depths = ['module', 'package', 'symbol']

/** The same vulnerability comes several times, more precisely each time: what is said most precisely is what counts. */
function grouped(findings: Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.osv, finding.trace[0]?.module])
    const group = groups.get(key)
    if (!group || depthOf(finding) > depthOf(group[0]!)) groups.set(key, [finding])
    else if (depthOf(finding) === depthOf(group[0]!)) group.push(finding)
  }
  return [...groups.values()]
}

function depthOf({ trace: [frame] }: Finding): number {
  if (frame?.function) return 2
  return frame?.package ? 1 : 0
}

type Records = Map<string, OsvRecord>

function affectedBy(group: Finding[], records: Records, scanLevel: string | null | undefined): Affected {
  const first = group[0]!
  const [frame] = first.trace
  const record = records.get(first.osv) ?? { id: first.osv }
  const url: unknown = record.database_specific?.url
  const missing = depths.indexOf(scanLevel ?? 'symbol') - depthOf(first)
  return {
    advisory: {
      ...advisoryOf(record),
      url: typeof url === 'string' ? url : `https://pkg.go.dev/vuln/${first.osv}`,
      // What is called counts here, not how bad it would be.
      ratings: [],
      severity: undefined,
    },
    package: { name: frame?.module ?? 'module', ...(frame?.version && { version: frame.version }) },
    location: { file: 'go.mod' },
    fixed: [...new Set(group.flatMap(({ fixed_version }) => fixed_version ?? []))],
    level: levelAt(missing),
    remarks: [remarkOn(group, missing)],
    flow: flowOf(first.trace),
  }
}

/** So many steps short of what the scan could have found. */
function levelAt(missing: number): Level {
  if (missing <= 0) return 'error'
  return missing === 1 ? 'warning' : 'note'
}

/** So many names say enough. */
const shown = 10

function remarkOn(group: Finding[], missing: number): string {
  const symbols = [...new Set(group.flatMap(({ trace: [frame] }) => (frame?.function ? nameOf(frame) : [])))]
  if (symbols.length > 0) {
    const more = symbols.length > shown ? ` and ${symbols.length - shown} more` : ''
    return `Called are ${symbols.slice(0, shown).join(', ')}${more}.`
  }
  const isImported = group[0]!.trace[0]?.package
  if (missing <= 0) return isImported ? 'The vulnerable package is imported.' : 'The vulnerable module is required.'
  return isImported
    ? 'A vulnerable package is imported, but nothing vulnerable in it is called.'
    : 'The module is required, but no vulnerable package of it is imported.'
}

function nameOf({ package: path, receiver, function: name }: Frame): string {
  return [path?.slice(path.lastIndexOf('/') + 1), receiver, name].filter(Boolean).join('.')
}

/** From the project's own code to what is vulnerable, the other way round than the trace. */
function flowOf(trace: Frame[]): Place[] {
  const own = trace.at(-1)?.module
  const steps = trace.flatMap((frame): Place[] => {
    const { filename, line, column } = frame.position ?? {}
    if (!filename) return []
    const isOwn = frame.module === own || /^(?:\/|[A-Za-z]:)/.test(filename)
    const file = isOwn ? filename : `${frame.module}${frame.version ? `@${frame.version}` : ''}/${filename}`
    return [{ file, line: line ?? undefined, column: column ?? undefined, message: nameOf(frame) }]
  })
  return steps.reverse()
}
