import type { ReportingDescriptor, Result, Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { isFinding, rate } from '../model/rating.ts'
import { ruleBook } from '../model/rule-book.ts'
import { pathOfUri } from '../model/uri.ts'

/** The findings of all runs, as the gate judges them. The runs stay as they are. */
export function alertsOf(runs: Run[]): Alert[] {
  return runs.flatMap((run) => {
    const { ruleOf, overrideOf } = ruleBook(run)
    const cwes = new Map<ReportingDescriptor | undefined, string[]>()
    return (run.results ?? []).filter(isFinding).map((result) => {
      const rule = ruleOf(result)
      if (!cwes.has(rule)) cwes.set(rule, cwesOf(rule))
      const rated = rate(result, rule, overrideOf(result, rule))
      return alertOf(run, { result, rule, rated, cwes: cwes.get(rule)! })
    })
  })
}

interface Parts {
  result: Result
  rule: ReportingDescriptor | undefined
  rated: ReturnType<typeof rate>
  cwes: string[]
}

function alertOf(run: Run, { result, rule, rated, cwes }: Parts): Alert {
  const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {}
  const uri = artifactLocation?.uri ?? run.artifacts?.[artifactLocation?.index ?? -1]?.location?.uri
  return {
    tool: run.tool.driver.name,
    rule: result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unknown',
    message: messageOf(run, result, rule),
    file: uri === undefined ? undefined : (pathOfUri(uri) ?? uri),
    line: region?.startLine,
    endLine: region?.endLine,
    column: region?.startColumn,
    endColumn: region?.endColumn,
    suppressed: isSuppressed(result),
    url: rule?.helpUri,
    cwes,
    ...rated,
  }
}

/** Some tools only name the message: its words stand at the rule, with places for arguments (SARIF 3.11). */
function messageOf({ tool: { driver } }: Run, { message }: Result, rule?: ReportingDescriptor): string {
  const { text, markdown, id = '', arguments: given } = message ?? {}
  const named = rule?.messageStrings?.[id] ?? driver.globalMessageStrings?.[id]
  const words = text ?? named?.text ?? markdown ?? ''
  return given ? words.replace(/\{(\d+)\}/g, (place, number) => given[number] ?? place) : words
}

/** A suppression counts unless it is under review or was rejected (SARIF 3.27.23). */
export function isSuppressed({ suppressions }: Result): boolean {
  return Boolean(suppressions?.length) && suppressions!.every(({ status }) => (status ?? 'accepted') === 'accepted')
}

/** From tags of the form `external/cwe/cwe-079`. */
function cwesOf(rule: ReportingDescriptor | undefined): string[] {
  const tags: unknown = rule?.properties?.tags
  if (!Array.isArray(tags)) return []
  return tags.flatMap((tag) => {
    const number = /\bcwe-0{0,5}(\d{1,5})$/i.exec(String(tag))?.[1]
    return number ? [`CWE-${number}`] : []
  })
}
