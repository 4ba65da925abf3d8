import type { Suppression } from 'sarif'
import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Notification, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { readJson } from '../read/json.ts'
import { array, fits, object, string } from '../read/shape.ts'
import { isObjectWith, type Report, someValueHasKeys } from '../report.ts'
import { placeIn, rankOf, tagOf } from '../sonar.ts'
import { type FileOf, filesOf, waysOf } from './places.ts'
import { documentationOf } from './rules.ts'
import { type Hotspot, type Issue, Page } from './schema.ts'

export const sonarIssues = defineConverter({
  id: 'sonar-issues',
  tool: { name: 'SonarQube', url: 'https://www.sonarsource.com/products/sonarqube/' },
  reads: "SonarQube's api/issues/search and api/hotspots/search, all pages in one file, and the old sonar-report.json",
  proof: 'seen',
  detects: isPage,
  read(report) {
    const pages = pagesOf(report)
    const fileOf = filesOf(pages.flatMap(({ components }) => components ?? []))
    const names = new Map(pages.flatMap(({ rules }) => rules ?? []).map(({ key, name }) => [key, name ?? undefined]))
    const issues = pages.flatMap((page) => page.issues ?? [])
    const hotspots = pages.flatMap((page) => page.hotspots ?? [])
    return {
      columns: 'utf16CodeUnits',
      findings: [
        ...issues.map((issue) => issueFinding(issue, names.get(issue.rule), fileOf)),
        ...hotspots.map((hotspot) => hotspotFinding(hotspot, fileOf)),
      ],
      notifications: missingPages(pages, 'issues').concat(missingPages(pages, 'hotspots')),
    }
  },
})

/** Of the reports that hold issues, only SonarQube's have components beside them. */
function isPage(report: Report): boolean {
  if (!someValueHasKeys('components')(report)) return false
  return report.jsonValues().values.every((value) => {
    if (!isObjectWith(value, ['components'])) return false
    const { issues, hotspots } = value as { issues?: unknown; hotspots?: unknown }
    const isPaged =
      isObjectWith(value, ['paging']) || isObjectWith(value, ['total']) || isObjectWith(value, ['version'])
    return isPaged && (Array.isArray(issues) || Array.isArray(hotspots))
  })
}

function pagesOf(report: Report): Page[] {
  const { values } = report.jsonValues()
  const [first] = values
  if (isObjectWith(first, ['errors'])) throw new UnreadableReport(`SonarQube refused to answer: ${refusal(first)}`)
  const pages = readJson({ json: () => values }, array(Page))
  if (pages.length > 0 && pages.every(({ issues, hotspots }) => issues || hotspots)) return pages
  throw new UnreadableReport('it has neither issues nor hotspots')
}

const Errors = array(object({ msg: string }))

function refusal(answer: unknown): string {
  const { errors } = answer as { errors: unknown }
  return fits(Errors, errors) && errors.length > 0 ? errors.map(({ msg }) => msg).join(' ') : 'it gave no reason'
}

/** The server gives 500 at a time, and 10,000 at most. What is on pages that are not here was not looked at. */
function missingPages(pages: Page[], kind: 'issues' | 'hotspots'): Notification[] {
  const counted = pages.filter((page) => page[kind])
  const total = Math.max(0, ...counted.map(({ total: old, paging }) => paging?.total ?? old ?? 0))
  const here = counted.reduce((sum, page) => sum + (page[kind]?.length ?? 0), 0)
  if (here >= total) return []
  const message = `It holds ${here} of ${total} ${kind}: fetch every page, and put them into one file, one after the other`
  return [{ level: 'error', message, incomplete: true }]
}

function issueFinding(issue: Issue, name: string | undefined, fileOf: FileOf): Finding {
  const { word, score } = rankOf(issue.severity, issue.type, issue.impacts ?? [])
  const file = fileOf(issue.component, issue.subProject)
  return {
    rule: {
      ...ruleOf(issue.rule, [...(issue.type ? [tagOf(issue.type)] : []), ...(issue.tags ?? [])]),
      summary: name,
      score,
    },
    level: levelOf(word),
    message: issue.message ?? '',
    location: file === undefined ? undefined : placeIn(file, issue.textRange ?? issue, issue.line),
    fingerprint: issue.key ?? undefined,
    ...waysOf(issue.flows, fileOf),
    sarif: overlay(issue, { severity: word, score, effort: issue.effort ?? undefined }),
  }
}

/** A hotspot is code that someone should look at. It was, when its status is REVIEWED. */
function hotspotFinding(hotspot: Hotspot, fileOf: FileOf): Finding {
  const { ruleKey, securityCategory, vulnerabilityProbability: probability } = hotspot
  const { score } = rankOf(probability, 'SECURITY_HOTSPOT')
  const file = fileOf(hotspot.component)
  const rule = ruleKey ?? `hotspot-${securityCategory ?? 'unknown'}`
  return {
    rule: { ...ruleOf(rule, ['security-hotspot', ...(securityCategory ? [securityCategory] : [])]), score },
    level: levelOf(probability ?? undefined),
    message: hotspot.message ?? '',
    location: file === undefined ? undefined : placeIn(file, hotspot.textRange, hotspot.line),
    fingerprint: hotspot.key ?? undefined,
    ...waysOf(hotspot.flows, fileOf),
    sarif: overlay(hotspot, { severity: probability ?? undefined, score }),
  }
}

function ruleOf(key: string, tags: string[]): Rule {
  return { id: key, url: documentationOf(key), tags: [...new Set(tags)] }
}

interface Facts {
  severity: string | undefined
  score: number | undefined
  effort?: string | undefined
}

function overlay(
  { status, resolution, ...rest }: Pick<Issue, 'status' | 'resolution'> & { issueStatus?: string | null | undefined },
  { severity, score, effort }: Facts,
): NonNullable<Finding['sarif']> {
  const verdict = resolution ?? rest.issueStatus
  const suppressions: Suppression[] = isSettled(status, verdict)
    ? [
        {
          kind: 'external',
          status: 'accepted',
          justification: `${status ?? rest.issueStatus}${verdict ? `, ${verdict}` : ''}`,
        },
      ]
    : []
  const words = ownWords({ severity, effort, status, 'security-severity': score?.toFixed(1) })
  return { ...words, ...(suppressions.length > 0 && { suppressions }) }
}

const settled = ['FALSE-POSITIVE', 'FALSE_POSITIVE', 'WONTFIX', 'ACCEPTED', 'FIXED', 'REMOVED', 'SAFE']

/** Somebody decided that it is none, or it is gone. A hotspot that was acknowledged is still there. */
function isSettled(status: string | null | undefined, verdict: string | null | undefined): boolean {
  return status === 'CLOSED' || settled.includes(verdict ?? '')
}
