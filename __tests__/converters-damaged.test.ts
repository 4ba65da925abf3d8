import { describe, expect, it } from '@jest/globals'
import { converters } from '../src/converters/index.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import { markConverted } from '../src/model/columns.ts'
import { fileUnder } from '../src/transforms/category.ts'
import { utf16Columns } from '../src/transforms/columns.ts'
import { addFingerprints } from '../src/transforms/fingerprints.ts'
import { anchorPath, repair } from '../src/transforms/repair.ts'
import { violations } from '../src/transforms/schema.ts'
import { damaged } from './kit/damage.ts'
import { fixturesOf, readOrRefused } from './kit/fixtures.ts'
import { fc, seed } from './kit/properties.ts'

const { CI } = process.env
const numRuns = CI ? 1000 : 200

describe(`damaged reports (${numRuns} of each format, seed ${seed})`, () => {
  const source = Buffer.from('\tä😀 one\r\ntwo\n')
  const sources = { root: '/home/runner/work/app/app', read: () => 'a\nb\nc\n' }

  it.each(converters.map(({ id }) => id))('of %s are read, or refused as unreadable, in no time', (id) => {
    const texts = fixturesOf(id).map(({ text }) => text)
    let runs = 0
    let longest = 0

    // A failure names its seed and the way to the case.
    fc.assert(
      fc.property(damaged(texts), (text) => {
        const started = performance.now()
        follow(id, text)
        longest = Math.max(longest, performance.now() - started)
        runs++
      }),
      { numRuns },
    )
    expect(runs).toBe(numRuns)
    // Milliseconds as a rule; the machine may be busy.
    expect(longest).toBeLessThan(5000)
  })

  /** All the way to what is sent; whatever it throws is a defect. */
  function follow(id: string, text: string): void {
    const reading = readOrRefused({ id, text })
    if (!Array.isArray(reading)) return
    const ready = reading
      .map((run) => repair(run, anchorPath).run)
      .map((run) => (id === 'sarif' ? run : utf16Columns(markConverted(run), { ...sources, read: () => source })))
      .map((run) => addFingerprints(fileUnder(run, 'category'), sources).run)
    alertsOf(ready)
    // What repair cannot mend in SARIF is refused by the stage `convert`.
    if (id !== 'sarif') expect(violations(ready).told).toEqual([])
  }
})
