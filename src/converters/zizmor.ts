import * as z from 'zod/mini'
import type { Finding, Place } from '../model/finding.ts'
import { levelOf, scoreOfWord } from '../model/severity.ts'
import { precisionOf } from './confidence.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { itemsHaveKeys } from './report.ts'

const Point = z.object({ row: z.number(), column: z.number() })
const Spot = z.object({
  symbolic: z.object({
    /** A mere word for standard input. */
    key: z.union([
      z.string(),
      z.object({
        Local: z.nullish(z.object({ given_path: z.string() })),
        Remote: z.nullish(z.object({ path: z.string() })),
      }),
    ]),
    annotation: z.nullish(z.string()),
    kind: z.nullish(z.string()),
  }),
  concrete: z.object({ location: z.object({ start_point: Point, end_point: z.nullish(Point) }) }),
})
const Audited = z.object({
  ident: z.string(),
  desc: z.string(),
  url: z.nullish(z.string()),
  determinations: z.object({
    confidence: z.nullish(z.string()),
    severity: z.nullish(z.string()),
    persona: z.nullish(z.string()),
  }),
  locations: z.array(Spot),
  ignored: z.nullish(z.boolean()),
})

export const zizmor = defineConverter({
  id: 'zizmor',
  tool: { name: 'zizmor', url: 'https://docs.zizmor.sh' },
  reads: 'zizmor --format json-v1 .',
  proof: 'seen',
  detects: itemsHaveKeys('ident', 'desc', 'determinations', 'locations'),
  read: (report) => ({ findings: readJson(report, z.array(Audited)).map(toFinding), columns: 'utf8Bytes' }),
})

function toFinding({ ident, desc, url, determinations, locations, ignored }: z.output<typeof Audited>): Finding {
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
function placeOf({ symbolic, concrete }: z.output<typeof Spot>): Place | undefined {
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
