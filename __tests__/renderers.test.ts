import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { tests } from './kit/fixtures.ts'
import { fc } from './kit/properties.ts'
import { hostile } from './renderers/hostile.ts'
import { outcomeOfText, readable, scenarios } from './renderers/scenarios.ts'
import { expectGolden } from './renderers/surface.ts'
import { surfaces } from './renderers/surfaces.ts'

const pairs = surfaces.flatMap((surface) =>
  scenarios.map(({ name, outcome }) => [`${name}.${surface.file}`, surface, outcome] as const),
)

describe('A renderer', () => {
  it.each(pairs)('%s: reads as in its file, and says what it may', (file, { render, check }, outcome) => {
    const text = render(outcome)

    expectGolden(file, text)
    expect(render(outcome)).toBe(text)
    check(text, outcome)
  })

  it('has a golden file a scenario, and no other', () => {
    const kept = readdirSync(join(tests, 'renderers')).filter((name) => !name.endsWith('.ts'))

    expect(kept.sort()).toEqual(pairs.map(([file]) => file).sort())
  })
})

describe.each(surfaces)('Whatever a stranger writes, in $file', ({ render, check }) => {
  it.each(hostile)('it is text: %s', (_, text) => {
    const outcome = outcomeOfText(text)

    check(render(outcome), outcome)
  })

  it('it is text however the pieces are put together', () => {
    const glue = fc.constantFrom('', ' ', '\n', ':', '#', '[', '\\', '|', '`', '\u001b', '<')
    const pieces = fc.array(fc.oneof(fc.constantFrom(...readable), glue, fc.string({ unit: 'binary' })), {
      maxLength: 6,
    })

    fc.assert(
      fc.property(pieces, (parts) => {
        const outcome = outcomeOfText(parts.join(''))

        check(render(outcome), outcome)
      }),
      { numRuns: 30 },
    )
  })
})
