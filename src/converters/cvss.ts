import type { CvssVector } from 'ae-cvss-calculator'

/** One rating of a weakness by the Common Vulnerability Scoring System: its score, its vector, or both. */
export interface Rating {
  score?: number | null | undefined
  vector?: string | null | undefined
  /** `2.0`, `3.1`, `4.0`, for a score without a vector that says so itself. */
  version?: string | null | undefined
}

type Calculator = {
  fromVector(vector: string): CvssVector<{ vector: string; overall: number; normalized: boolean }> | null
}

let calculator: Calculator | undefined

/** Loads what computes scores from vectors: 20 ms that only the formats pay that need it, in `prepare`. */
export async function loadCalculator(): Promise<void> {
  if (calculator) return
  const loaded = await import('ae-cvss-calculator')
  // Node sees the package's one export as the default; a bundler unfolds it.
  calculator = 'fromVector' in loaded ? loaded : (loaded as { default: Calculator }).default
}

/** The score, 0.0–10.0, by the newest version of CVSS among the ratings, there the highest; undefined without any. */
export function scoreOf(ratings: Rating[]): number | undefined {
  let newest = -1
  let highest: number | undefined
  for (const rating of ratings) {
    const version = versionOf(rating)
    const score = version < newest ? undefined : ownScore(rating)
    if (score === undefined) continue
    highest = version > newest || highest === undefined ? score : Math.max(highest, score)
    newest = version
  }
  return highest
}

function versionOf({ vector, version }: Rating): number {
  const told = /^\(?CVSS:([234])/i.exec(vector ?? '')?.[1] ?? /^(?:CVSS_?V?)?([234])/i.exec(version ?? '')?.[1]
  if (told) return Number(told)
  return /\bAu:[NSM]\b/.test(vector ?? '') ? 2 : 0
}

/** Registries write 0 where nobody has rated yet; a true 0 has a vector that says so. */
function ownScore({ score, vector }: Rating): number | undefined {
  if (typeof score === 'number' && score > 0 && score <= 10) return score
  return vector ? computed(vector) : undefined
}

/** Far longer than any vector with all its metrics. */
const longestVector = 400
const form = /^(?:CVSS:(?:3\.[01]|4\.0)\/)?[A-Z]{1,3}:[A-Z]{1,8}(?:\/[A-Z]{1,3}:[A-Z]{1,8})*$/i

/** Reports repeat a few hundred vectors, and each takes a tenth of a millisecond. */
const known = new Map<string, number | undefined>()

function computed(vector: string): number | undefined {
  if (!known.has(vector)) known.set(vector, compute(vector.replace(/^\((.*)\)$/, '$1')))
  return known.get(vector)
}

/** Undefined for what is no vector, or leaves a metric open that the score needs. */
function compute(vector: string): number | undefined {
  if (vector.length > longestVector || !form.test(vector)) return undefined
  if (!calculator) throw new Error('A score is to be computed before the calculator was loaded.')
  const model = calculator.fromVector(vector)
  if (!model?.isBaseFullyDefined()) return undefined
  const { overall } = model.calculateScores()
  return overall >= 0 && overall <= 10 ? overall : undefined
}
