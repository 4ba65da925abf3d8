import type { AlertInstance, CodeScanningAlert, CodeScanningAnalysis } from '../model/code-scanning.ts'
import { counted } from '../model/counted.ts'
import { aligned } from './columns.ts'
import { cut, oneLine, plain } from './plain.ts'

const longest = { cell: 200, help: 20_000 }
const cell = (text: string | null | undefined) => cut(oneLine(text ?? ''), longest.cell)

/** Alerts of the server for a terminal, a line each, in the order they came. Numbers count per repository. */
export function alertTable(alerts: CodeScanningAlert[], { withRepository = false } = {}): string {
  const head = ['SEVERITY', ...(withRepository ? ['REPOSITORY'] : []), 'NUMBER', 'RULE', 'PLACE', 'STATE', 'CREATED']
  const rows = alerts.map((alert) => [
    severityOf(alert),
    ...(withRepository ? [cell(alert.repository?.full_name)] : []),
    String(alert.number),
    cell(alert.rule?.id),
    placeOf(alert.most_recent_instance),
    cell(alert.state),
    cell(alert.created_at),
  ])
  return [...(rows.length > 0 ? aligned([head, ...rows]) : []), counted(rows.length, 'alert')].join('\n')
}

/** A security finding is known by its security level, any other by its level. */
function severityOf({ rule }: CodeScanningAlert): string {
  return cell(rule?.security_severity_level ?? rule?.severity ?? 'unknown')
}

function placeOf(instance: AlertInstance | null | undefined): string {
  const { path, start_line: line } = instance?.location ?? {}
  return cell(line ? `${path ?? ''}:${line}` : path)
}

/** One alert with all that is known of it: where it is seen, why it was dismissed, and what the rule's author advises. */
export function alertText(alert: CodeScanningAlert, instances: AlertInstance[]): string {
  const { number, state, rule, tool, most_recent_instance: latest } = alert
  const facts: [string, string | null | undefined][] = [
    ['rule', [rule?.id, rule?.description].filter(Boolean).join(': ')],
    ['tool', [tool?.name, tool?.version].filter(Boolean).join(' ')],
    ['state', state],
    ['dismissed', dismissalOf(alert)],
    ['created', alert.created_at],
    ['fixed', alert.fixed_at],
    ['message', latest?.message?.text],
    ['place', placeOf(latest)],
    ['page', alert.html_url],
    ['rule page', rule?.help_uri],
  ]
  const help = rule?.help ?? rule?.full_description
  return [
    `Alert ${number}: ${severityOf(alert)}`,
    ...listed(facts),
    '',
    counted(instances.length, 'instance'),
    ...aligned(
      instances.map(({ ref, category, state, ...at }) => [cell(state), cell(ref), cell(category), placeOf(at)]),
    ),
    ...(help ? ['', cut(plain(help), longest.help).trimEnd()] : []),
  ].join('\n')
}

function dismissalOf({ dismissed_reason: reason, dismissed_by: by, ...alert }: CodeScanningAlert): string {
  if (!reason) return ''
  const who = by?.login ? ` by ${by.login}` : ''
  const comment = alert.dismissed_comment ? `: ${alert.dismissed_comment}` : ''
  return `${reason}${who} at ${alert.dismissed_at ?? 'an unknown time'}${comment}`
}

/** Analyses of the server for a terminal, a line each, in the order they came. */
export function analysisTable(analyses: CodeScanningAnalysis[]): string {
  const head = ['ID', 'CREATED', 'TOOL', 'CATEGORY', 'REF', 'RESULTS', 'DELETABLE']
  const rows = analyses.map(({ id, created_at, tool, category, ref, results_count, deletable }) => [
    String(id),
    cell(created_at),
    cell(tool?.name),
    cell(category),
    cell(ref),
    String(results_count ?? ''),
    deletable ? 'yes' : 'no',
  ])
  return [...(rows.length > 0 ? aligned([head, ...rows]) : []), counted(rows.length, 'analysis', 'analyses')].join('\n')
}

export function analysisText(analysis: CodeScanningAnalysis): string {
  const { id, tool, error, warning, deletable } = analysis
  const facts: [string, string | null | undefined][] = [
    ['tool', [tool?.name, tool?.version].filter(Boolean).join(' ')],
    ['category', analysis.category],
    ['ref', analysis.ref],
    ['commit', analysis.commit_sha],
    ['created', analysis.created_at],
    ['upload', analysis.sarif_id],
    ['results', String(analysis.results_count ?? 'unknown')],
    ['rules', String(analysis.rules_count ?? 'unknown')],
    ['error', error],
    ['warning', warning],
    ['deletable', deletable ? 'yes' : 'no: a newer one of its ref, tool and category has to go first'],
  ]
  return [`Analysis ${id}`, ...listed(facts)].join('\n')
}

/** What is not known gets no line. */
function listed(facts: [string, string | null | undefined][]): string[] {
  return aligned(facts.filter(([, text]) => text).map(([name, text]) => [`  ${name}`, oneLine(text!)]))
}
