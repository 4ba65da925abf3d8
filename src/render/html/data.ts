import type { Alert } from '../../model/alert.ts'
import { dayOf } from '../../model/day.ts'
import type { Excerpt } from '../../model/excerpt.ts'
import { gatesByAlert, isBlocked, type Outcome } from '../../model/outcome.ts'
import { fileAddress } from '../findings.ts'
import { cut } from '../plain.ts'
import { codeOf } from './code.ts'
import { webAddress } from './links.ts'
import type { FileData, FindingData, PageData, RuleData, Status } from './shape.ts'
import { visible } from './visible.ts'

export interface PageContext {
  /** An address that the path of a file is appended to. */
  blobUrl?: string
  /** The code around findings, as far as it may be shown. */
  excerpts?: Map<Alert, Excerpt>
  /** Takes secrets out of a text. */
  redact?(text: string): string
}

const longest = { message: 4000, value: 500, ids: 20 }

/** Everything that is in the list of the page: what was found, what of it is accepted, and what is gone. */
export function pageDataOf(outcome: Outcome, context: PageContext): PageData {
  const { findings, fixed = [] } = outcome
  const tables = tablesOf(context)
  const gates = gatesByAlert(outcome)
  const blocking = new Set(isBlocked(outcome) ? outcome.blocking : [])
  const gone = new Set(fixed)
  const one = (alert: Alert): FindingData => {
    const { line, severity, score } = alert
    const excerpt = context.excerpts?.get(alert)
    return {
      rule: tables.rule(alert),
      file: alert.file === undefined ? undefined : tables.file(alert.file),
      line,
      severity,
      score: score?.toFixed(1),
      message: tables.told(alert.message, longest.message),
      status: statusOf(alert, gone),
      ...(blocking.has(alert) && { blocks: true }),
      ...idsOf(alert, tables),
      ...factsOf(alert, gates.get(alert) ?? [], tables),
      ...(excerpt && { code: codeOf(excerpt, alert) }),
    }
  }
  return { findings: [...findings, ...fixed].map(one), rules: tables.rules, files: tables.files }
}

const same = (text: string) => text

interface Tables {
  rules: RuleData[]
  files: FileData[]
  rule(alert: Alert): number
  file(path: string): number
  told(text: string, most: number): string
}

/** Each rule and file once, by the place where it stands. */
function tablesOf({ blobUrl, redact = same }: PageContext): Tables {
  const told = (text: string, most: number) => cut(visible(redact(text)), most)
  const [rules, files] = [numbered<RuleData>(), numbered<FileData>()]
  return {
    rules: rules.list,
    files: files.list,
    told,
    rule: ({ tool, rule, url }) =>
      rules.of(JSON.stringify([tool, rule, url]), () => {
        const help = webAddress(url)
        const named = { id: told(rule, longest.value), tool: told(tool, longest.value) }
        return { ...named, ...(help && { help: redact(help) }) }
      }),
    file: (path) =>
      files.of(path, () => {
        const url = webAddress(fileAddress(path, blobUrl))
        return { path: told(path, longest.value), ...(url && { url: redact(url) }) }
      }),
  }
}

function numbered<T>(): { list: T[]; of(key: string, make: () => T): number } {
  const places = new Map<string, number>()
  const list: T[] = []
  return {
    list,
    of(key, make) {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, list.length)
      return list.push(make()) - 1
    },
  }
}

function statusOf(alert: Alert, gone: Set<Alert>): Status {
  if (gone.has(alert)) return 'fixed'
  if (alert.accepted) return 'accepted'
  if (alert.isNew === undefined) return 'open'
  return alert.isNew ? 'new' : 'existing'
}

function idsOf({ cwes, cves }: Alert, { told }: Tables): Pick<FindingData, 'ids'> {
  const ids = [...cwes, ...cves].slice(0, longest.ids).map((id) => told(id, longest.value))
  return ids.length > 0 ? { ids } : {}
}

function factsOf(alert: Alert, gates: string[], { told }: Tables): Pick<FindingData, 'facts'> {
  const { severity, countsAs, level, knownBy, since, isNew, fixable, epss, kev } = alert
  const facts: [string, string | undefined | false][] = [
    [
      'Severity',
      `${severity}, by the ${alert.ratedBy} (${level})${severity === countsAs ? '' : `; treated as ${countsAs}`}`,
    ],
    ['Accepted', acceptance(alert)],
    ['Counted by', gates.length > 0 && gates.join(', ')],
    ['First seen', since !== undefined && isNew === false && dayOf(since)],
    ['Known again by', knownBy],
    ['Fix', fixable && 'the tool knows one'],
    ['Chance of exploitation within 30 days', epss !== undefined && `${(epss * 100).toFixed(1)} % (EPSS)`],
    ['Known to be exploited', kev && 'yes (CISA)'],
  ]
  return { facts: facts.flatMap(([name, value]) => (value ? [[name, told(value, longest.value)]] : [])) }
}

function acceptance({ accepted }: Alert): string | undefined {
  if (!accepted) return undefined
  const { by, id, reason, until } = accepted
  const end = until === undefined ? '' : `, until ${dayOf(until)}`
  return `by ${by}${id ? ` ${id}` : ''}${end}${reason ? `: ${reason}` : ''}`
}
