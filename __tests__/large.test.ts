import { describe, expect } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { type Row, rows } from './kit/rows.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'
import type { Told } from './kit/story.ts'

type OverLimit = 'trim' | 'split' | 'fail'

const verdictOf = ({ result }: Told) => [result.outputs['verdict'], result.exitCode]
const uploads = ({ github }: Told) => github.deliveries.map(({ sarif }) => (sarif as { runs: Run[] }).runs)
const sent = (told: Told) =>
  uploads(told)
    .flat()
    .flatMap((run) => run.results ?? [])
const complete = ({ github }: Told) => github.deliveries.every(({ status }) => status === 'complete')
const categories = ({ github }: Told) => github.analyses.map(({ category }) => category)

/** Notes, and one warning last: what is kept must not be what comes first. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    resultAt(`src/f${at % 50}.js`, at + 1, {
      level: at === count - 1 ? 'warning' : 'note',
      message: { text: `m${at}` },
    }),
  )

/** Text that gzip makes no smaller than three quarters, the same in every run. */
function noise(length: number, seed: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let state = seed + 1
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return letters[state >>> 26]
  }).join('')
}
const noisy = (count: number) =>
  many(count).map((result, at): Result => ({ ...result, message: { text: noise(4000, at) } }))
const oneWith = (relatedLocations: number) =>
  resultAt('a.js', 1, {
    level: 'note',
    relatedLocations: Array.from({ length: relatedLocations }, (_, at) => resultAt('b.js', at + 1).locations![0]!),
  })

function row(runs: Run[], mode: OverLimit, proves: Row['proves']): Row {
  const inputs = { report: 'r.sarif', 'over-limit': mode, 'warn-on': 'never' }
  return { story: { files: { 'r.sarif': logOf(...runs) }, inputs }, proves }
}

/** Nothing is sent, the reason is told with the way out, and the gate has still used all of it. */
const refused =
  (reason: RegExp): Row['proves'] =>
  (told) => {
    expect(verdictOf(told)).toEqual(['error', 3])
    expect(told.github.deliveries).toEqual([])
    expect(told.result.log).toMatch(reason)
    expect(told.result.log).toMatch(/`over-limit` is `fail`; with `trim` or `split` it is uploaded/)
  }

const whole =
  (results: number): Row['proves'] =>
  (told) => {
    expect(verdictOf(told)).toEqual(['pass', 0])
    expect(told.github.deliveries).toHaveLength(1)
    expect(complete(told)).toBe(true)
    expect(sent(told)).toHaveLength(results)
  }

const tooMany = [runOf('T', many(25_001))]
const runs21 = Array.from({ length: 21 }, (_, at) => runOf(`T${at}`, many(2)))
const related = [runOf('T', [oneWith(1001)])]
const large = [
  runOf(
    'T',
    many(4000).map((result) => ({ ...result, message: { text: `${'all the same '.repeat(770)}` } })),
  ),
]
const justUnder = [runOf('T', noisy(3250))]
const justOver = [runOf('T', noisy(3400))]

describe('What is larger than GitHub takes, on the bundled action', () => {
  rows({
    '25,001 results, trim: the worst 5,000 go up, the gate counts all': row(tooMany, 'trim', (told) => {
      expect(verdictOf(told)).toEqual(['warn', 0])
      expect(told.result.outputs['findings-total']).toBe('25001')
      expect(sent(told)).toHaveLength(5000)
      expect(sent(told).filter(({ level }) => level === 'warning')).toHaveLength(1)
      expect(complete(told)).toBe(true)
      expect(told.result.summary).toMatch(/Left out: 20,001 results/)
    }),
    '25,001 results, split: all go up, each part under a category that stays': row(tooMany, 'split', (told) => {
      expect(verdictOf(told)).toEqual(['pass', 0])
      expect(sent(told)).toHaveLength(25_001)
      expect(complete(told)).toBe(true)
      expect(uploads(told).every(([run]) => run!.results!.length <= 5000)).toBe(true)
      expect(new Set(categories(told)).size).toBe(uploads(told).flat().length)
    }),
    '25,001 results, fail': row(tooMany, 'fail', refused(/25,001 results/)),
    '21 runs, trim: two uploads, nothing lost': row(runs21, 'trim', (told) => {
      expect(verdictOf(told)).toEqual(['pass', 0])
      expect(uploads(told).map((runs) => runs.length)).toEqual([20, 1])
      expect(sent(told)).toHaveLength(42)
      expect(complete(told)).toBe(true)
    }),
    '21 runs, split: the same': row(runs21, 'split', (told) => {
      expect(verdictOf(told)).toEqual(['pass', 0])
      expect(sent(told)).toHaveLength(42)
      expect(complete(told)).toBe(true)
    }),
    '21 runs, fail': row(runs21, 'fail', refused(/21 runs/)),
    '1,001 related locations, trim: the result goes up with a hundred of them': row(related, 'trim', (told) => {
      expect(verdictOf(told)).toEqual(['warn', 0])
      expect(sent(told)[0]!.relatedLocations).toHaveLength(100)
      expect(complete(told)).toBe(true)
      expect(told.result.summary).toMatch(/related/)
    }),
    '1,001 related locations, split: no split can help one result, so it is trimmed': row(related, 'split', (told) => {
      expect(verdictOf(told)[1]).toBe(0)
      expect(sent(told)[0]!.relatedLocations!.length).toBeLessThanOrEqual(1000)
      expect(complete(told)).toBe(true)
    }),
    '1,001 related locations, fail': row(related, 'fail', refused(/1,001/)),
    '40 MB that compress well, trim: whole': row(large, 'trim', whole(4000)),
    '40 MB that compress well, split: whole': row(large, 'split', whole(4000)),
    '40 MB that compress well, fail: whole': row(large, 'fail', whole(4000)),
    'just under 10 MB of gzip, trim: whole': row(justUnder, 'trim', whole(3250)),
    'just under 10 MB of gzip, split: whole': row(justUnder, 'split', whole(3250)),
    'just under 10 MB of gzip, fail: whole': row(justUnder, 'fail', whole(3250)),
    'just over 10 MB of gzip, trim: the least severe half stays behind, and is told': row(justOver, 'trim', (told) => {
      expect(verdictOf(told)).toEqual(['warn', 0])
      expect(told.github.deliveries).toHaveLength(1)
      expect(told.github.deliveries[0]!.gzipBytes).toBeLessThanOrEqual(10_000_000)
      expect(sent(told).length).toBeLessThan(3400)
      expect(sent(told).filter(({ level }) => level === 'warning')).toHaveLength(1)
      expect(complete(told)).toBe(true)
    }),
    'just over 10 MB of gzip, split: all go up in parts': row(justOver, 'split', (told) => {
      expect(verdictOf(told)).toEqual(['pass', 0])
      expect(told.github.deliveries.length).toBeGreaterThan(1)
      expect(sent(told)).toHaveLength(3400)
      expect(complete(told)).toBe(true)
    }),
    'just over 10 MB of gzip, fail': row(justOver, 'fail', refused(/MB when gzipped/)),
  })
})
