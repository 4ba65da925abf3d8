import type { Finding, Place } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { precisionOf } from './confidence.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, string, union } from './read/shape.ts'
import { itemsHaveKeys } from './report.ts'

const Point = object({ row: number, column: number })
const Spot = object({
  symbolic: object({
    /** A mere word for standard input. */
    key: union([
      string,
      object({
        Local: nullish(object({ given_path: string })),
        Remote: nullish(object({ path: string })),
      }),
    ]),
    annotation: nullish(string),
    kind: nullish(string),
  }),
  concrete: object({ location: object({ start_point: Point, end_point: nullish(Point) }) }),
})
const Audited = object({
  ident: string,
  desc: string,
  url: nullish(string),
  determinations: object({
    confidence: nullish(string),
    severity: nullish(string),
    persona: nullish(string),
  }),
  locations: array(Spot),
  ignored: nullish(boolean),
})

export const zizmor = defineConverter({
  id: 'zizmor',
  tool: { name: 'zizmor', url: 'https://docs.zizmor.sh' },
  reads: 'zizmor --format json-v1 .',
  proof: 'seen',
  detects: itemsHaveKeys('ident', 'desc', 'determinations', 'locations'),
  read: (report) => ({ findings: readJson(report, array(Audited)).map(toFinding), columns: 'utf8Bytes' }),
})

function toFinding({ ident, desc, url, determinations, locations, ignored }: Of<typeof Audited>): Finding {
  const { severity, confidence, persona } = determinations
  const score = scoreOfWord(severity)
  // Hidden ones only say where comments may ignore the finding.
  const visible = locations.filter(({ symbolic }) => symbolic.kind !== 'Hidden')
  const primary = visible.find(({ symbolic }) => symbolic.kind === 'Primary') ?? visible[0]
  const annotation = primary?.symbolic.annotation
  return {
    rule: {
      id: ident,
      summary: desc,
      url: url || undefined,
      tags: ['security'],
      precision: precisionOf(confidence),
      score,
    },
    level: levelIn(severity),
    message: annotation ? `${desc}: ${annotation}` : desc,
    location: primary && placeOf(primary),
    related: visible.filter((spot) => spot !== primary).flatMap((spot) => placeOf(spot) ?? []),
    sarif: {
      ...ownWords({ severity, confidence, persona, 'security-severity': score?.toFixed(1) }),
      ...(ignored && { suppressions: [{ kind: 'inSource' }] }),
    },
  }
}

function levelIn(severity: string | null | undefined): Finding['level'] {
  return severity?.toLowerCase() === 'informational' ? 'note' : levelOf(severity ?? undefined)
}

/** Rows and columns count from 0. */
function placeOf({ symbolic, concrete }: Of<typeof Spot>): Place | undefined {
  const file = typeof symbolic.key === 'string' ? '' : symbolic.key.Local?.given_path || symbolic.key.Remote?.path
  if (!file) return undefined
  const { start_point: start, end_point: end } = concrete.location
  return {
    file,
    line: start.row + 1,
    column: start.column + 1,
    endLine: end ? end.row + 1 : undefined,
    endColumn: end ? end.column + 1 : undefined,
    message: symbolic.annotation || undefined,
  }
}
