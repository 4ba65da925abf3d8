import type { Run } from 'sarif'
import type { Alert } from '../model/alert.ts'
import { newnessOf } from '../model/comparison.ts'
import { counted } from '../model/counted.ts'
import { exitMeanings, type Outcome } from '../model/outcome.ts'
import type { Severity } from '../model/severity.ts'
import { toolName } from '../model/tool.ts'
import type { SummaryContext } from './findings.ts'
import { code, escaped, link, prose } from './markdown.ts'
import { cut } from './plain.ts'

const longest = 600
const mostTools = 50

/** What the tools said in all, next to what of it counts. */
export function totals({ runs, total, counts, accepted, newFindings, fixed }: Outcome): string {
  if (runs.length === 0) return ''
  const shown = runs.slice(0, mostTools).map(toolLine)
  const bySeverity = (Object.keys(counts) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
  const split = bySeverity.length > 0 ? ` (${bySeverity.join(', ')})` : ''
  const changed =
    newFindings === undefined ? '' : `, ${newFindings} new${fixed?.length ? `, ${fixed.length} fixed` : ''}`
  const hidden = accepted.length > 0 ? `; ${acceptedWords(accepted)}` : ''
  return `${shown.join(' · ')}${runs.length > mostTools ? ' · …' : ''}. In all ${counted(total, 'finding')}${split}${changed}${hidden}.`
}

/** `2 suppressed, 1 dismissed on GitHub, 1 excepted by the policy` */
function acceptedWords(accepted: Alert[]): string {
  const words = {
    suppression: 'suppressed',
    'dismissed alert': 'dismissed on GitHub',
    exception: 'excepted by the policy',
  }
  return Object.entries(words)
    .map(([by, word]) => [accepted.filter((alert) => alert.accepted?.by === by).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}

function toolLine({ tool: { driver }, results }: Run): string {
  return `${escaped(cut(toolName(driver), 200))}: ${counted(results?.length ?? 0, 'result')}`
}

/** What Zadig scanned, how that ended, and how long it took. */
export function zadigLine({ zadig }: Outcome): string {
  if (zadig.status !== 'done') return ''
  const { taskId, scan, project, branch, prs = [], status, url, resultLink, elapsedMs } = zadig.value
  const named = (words: string, name: string | undefined) => (name ? ` ${words} ${code(cut(name, 200))}` : '')
  const merged = prs.length > 0 ? ` with pull request ${prs.join(', ')}` : ''
  const task = link(`Zadig task ${taskId}`, url)
  const result = resultLink ? ` ${link('SonarQube result', resultLink)}.` : ''
  const end = status ? `is ${code(cut(status, 40))}` : 'has no status'
  return `${task}${named('of scan', scan)}${named('in project', project)}${named('on branch', branch)}${merged} ${end} after ${duration(elapsedMs)}.${result}`
}

/** Where the alerts are, and how long GitHub took for them. */
export function links({ upload }: Pick<Outcome, 'upload'>): string {
  if (upload.status !== 'done') return ''
  const { url, status, elapsedMs } = upload.value
  const time = status === 'complete' && elapsedMs !== undefined ? `: upload processed in ${duration(elapsedMs)}` : ''
  return `${link('Code scanning alerts', url)}${time}`
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** What new was told by, whose policy decided, and where everything lies. */
export function footer(outcome: Outcome, { commit, reportPath }: SummaryContext): string {
  const { exitCode, sarifPath } = outcome
  const meaning = exitMeanings[exitCode] ? ` (${exitMeanings[exitCode]})` : ''
  return `<sub>${[
    newness(outcome),
    policy(outcome),
    commit ? `Commit ${code(commit.slice(0, 7))}.` : '',
    `Exit code ${exitCode}${meaning}.`,
    sarifPath ? `SARIF: ${code(sarifPath)}.` : '',
    reportPath ? `Report: ${code(reportPath)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')}</sub>`
}

function newness({ comparison }: Outcome): string {
  if (comparison?.status === 'failed') return 'Which findings are new could not be told.'
  if (comparison?.status !== 'done') return ''
  return `New = ${prose(cut(newnessOf(comparison.value), longest))}.`
}

function policy({ policy: source }: Outcome): string {
  if (!source) return 'No policy file: the inputs decide.'
  const { name, version, branch = '' } = source
  const versions = {
    base: `, the version of the base branch ${code(cut(branch, 200))}`,
    head: ', the version that is checked out',
    elsewhere: '',
  }
  return `Policy: ${code(cut(name, longest))}${versions[version]}.`
}
