import type { Suppression } from 'sarif'
import { scoreOfWord } from '../model/severity.ts'
import { type Advisory, type Affected, advisoryFindings } from './advisories.ts'
import { defineConverter } from './converter.ts'
import { loadCalculator, type Rating } from './cvss.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string, unknown } from './read/shape.ts'
import { hasKeys } from './report.ts'
import { imageOf, pathFrom } from './scanned-from.ts'

const Word = nullish(string)
const Words = nullish(array(string))
const Record = object({
  id: string,
  dataSource: Word,
  severity: Word,
  urls: Words,
  description: Word,
  cvss: nullish(
    array(object({ version: Word, vector: Word, metrics: nullish(object({ baseScore: nullish(number) })) })),
  ),
})
const Vulnerability = object({
  ...Record.members,
  fix: nullish(object({ versions: Words, state: Word })),
  advisories: nullish(array(object({ id: Word, link: Word }))),
  cwes: nullish(array(object({ cwe: Word }))),
  knownExploited: nullish(array(unknown)),
  risk: nullish(number),
})
const Match = object({
  vulnerability: Vulnerability,
  relatedVulnerabilities: nullish(array(Record)),
  artifact: object({
    name: string,
    version: Word,
    type: Word,
    purl: Word,
    locations: nullish(array(object({ path: string }))),
  }),
})
const IgnoreRule = object({
  vulnerability: Word,
  reason: Word,
  namespace: Word,
  'fix-state': Word,
  'vex-status': Word,
  'vex-justification': Word,
})
const Report = object({
  matches: array(Match),
  ignoredMatches: nullish(array(object({ ...Match.members, appliedIgnoreRules: nullish(array(IgnoreRule)) }))),
  source: nullish(object({ type: Word, target: unknown })),
  descriptor: nullish(object({ version: Word })),
})

const tool = { name: 'Grype', url: 'https://github.com/anchore/grype' }

export const grype = defineConverter({
  id: 'grype',
  tool,
  reads: 'grype DIRECTORY|IMAGE -o json',
  proof: 'seen',
  detects: hasKeys('matches', 'source', 'descriptor'),
  prepare: loadCalculator,
  read(report) {
    const { matches, ignoredMatches, source, descriptor } = readJson(report, Report)
    const place = placeIn(source)
    const open = matches.map((match) => affectedOf(match, place))
    const ignored = (ignoredMatches ?? []).map((match) => ({
      ...affectedOf(match, place),
      suppression: suppressionOf(match.appliedIgnoreRules ?? []),
    }))
    return {
      findings: advisoryFindings([...open, ...ignored]),
      tool: { ...tool, ...(descriptor?.version && { version: descriptor.version }) },
    }
  },
})

type PlaceOf = (path: string) => string

/** Grype tells paths from the folder or the root of the image that it scanned, and both with a slash before them. */
function placeIn(source: Of<typeof Report>['source']): PlaceOf {
  const { type, target } = source ?? {}
  if (type === 'image') return (path) => pathFrom(imageOf(imageName(target)), path)
  return (path) => (typeof target === 'string' ? pathFrom(target, path) : path)
}

function imageName(target: unknown): string {
  const { userInput } = (target ?? {}) as { userInput?: unknown }
  return typeof userInput === 'string' ? userInput : ''
}

function affectedOf({ vulnerability, relatedVulnerabilities, artifact }: Of<typeof Match>, place: PlaceOf): Affected {
  const { name, version, purl, locations, type } = artifact
  const [first, ...others] = (locations ?? []).map(({ path }) => ({ file: place(path) }))
  const { fix, knownExploited, risk } = vulnerability
  return {
    advisory: advisoryOf(vulnerability, relatedVulnerabilities ?? []),
    package: { name, ...(version && { version }) },
    location: first,
    related: others,
    fixed: fixedIn(fix),
    remarks: fix?.state === 'wont-fix' ? ['Its distributor will not fix it.'] : [],
    properties: {
      ...(type && { type }),
      ...(purl && { purl }),
      ...(typeof risk === 'number' && { risk }),
      ...(knownExploited?.length && { knownExploited: true }),
    },
  }
}

/** Where Grype knows nothing of a fix, we say nothing of it. */
function fixedIn(fix: Of<typeof Vulnerability>['fix']): string[] | undefined {
  if (fix?.versions?.length) return fix.versions
  return fix?.state === 'not-fixed' || fix?.state === 'wont-fix' ? [] : undefined
}

/** The same weakness in other databases lends what the distributor's own entry leaves out. */
function advisoryOf(own: Of<typeof Vulnerability>, related: Of<typeof Record>[]): Advisory {
  const all = [own, ...related]
  const isRanked = scoreOfWord(own.severity) !== undefined
  const mine = ratingsOf(own)
  return {
    id: own.id,
    aliases: [...related.map(({ id }) => id), ...(own.advisories ?? []).flatMap(({ id }) => id ?? [])],
    description: all.find(({ description }) => description)?.description,
    url: own.dataSource,
    references: [...all.flatMap(({ dataSource, urls }) => [...(dataSource ? [dataSource] : []), ...(urls ?? [])])],
    weaknesses: (own.cwes ?? []).flatMap(({ cwe }) => cwe ?? []),
    severity: own.severity,
    // Another's number would contradict the word that Grype ranks by.
    ratings: mine.length > 0 || isRanked ? mine : related.flatMap(ratingsOf),
  }
}

function ratingsOf({ cvss }: Of<typeof Record>): Rating[] {
  return (cvss ?? []).map(({ version, vector, metrics }) => ({ version, vector, score: metrics?.baseScore }))
}

function suppressionOf(rules: Of<typeof IgnoreRule>[]): Suppression {
  const reasons = rules.map((rule) => {
    const vex = [rule['vex-status'], rule['vex-justification']].filter(Boolean).join(': ')
    const said = [vex, rule.reason, rule['fix-state'] && `fix state ${rule['fix-state']}`].filter(Boolean).join('; ')
    return said || `ignored by a rule${rule.vulnerability ? ` for ${rule.vulnerability}` : ''}`
  })
  return { kind: 'external', justification: [...new Set(reasons)].join('; ') || 'ignored by a rule' }
}
