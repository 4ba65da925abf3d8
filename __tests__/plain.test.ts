import { describe, expect, it } from '@jest/globals'
import type { Finding, Place } from '../src/model/finding.ts'
import { plainIn, toRun } from '../src/model/run.ts'
import { soundIn } from '../src/transforms/sound.ts'
import { fc } from './kit/properties.ts'

const number = fc.constantFrom(undefined, Number.NaN, -1, 0, 1, 2, 1.5, 2_147_483_647, 2_147_483_648)
const place = fc.record<Place>({
  file: fc.constantFrom('', '.', './', 'a b.ts', '/a', 'C:\\a', 'https://a.example/b', 'image:tag', '\ud800'),
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  byteOffset: number,
  byteLength: number,
  message: fc.constantFrom(undefined, '', 'm'),
} as never)

const finding = fc.record<Finding>({
  rule: fc.record({ id: fc.constantFrom('', 'a', 'a/b') }),
  level: fc.constantFrom('error', 'warning', 'note'),
  message: fc.constantFrom('', 'm'),
  location: fc.option(place, { nil: undefined }),
  related: fc.option(fc.array(place, { maxLength: 3 }), { nil: undefined }),
  flow: fc.constantFrom(undefined, [], [{ file: 'a' }]),
  fixes: fc.constantFrom(undefined, [], [{ description: '', edits: [] }]),
  fingerprint: fc.constantFrom(undefined, '', 'f'),
  columns: fc.constantFrom(undefined, 'utf8Bytes'),
  sarif: fc.constantFrom(
    ...[undefined, {}, { kind: 'x' }, { locations: [] }, { properties: undefined }, { properties: { a: { b: null } } }],
    ...[{ properties: { tags: ['a', 'a'] } }, { properties: { 'security-severity': 'high' } }],
    { properties: { deep: [[[[[1]]]]] } },
  ),
} as never)

describe('what is written as a run and called plain', () => {
  it('is sound, whatever a report said', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 5 }), (findings) => {
        const results = toRun({ name: 'x' }, { findings }).results!
        const sound = soundIn([...results])
        expect(plainIn(results)!.filter((plain, at) => plain && !sound[at])).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('is what most findings are', () => {
    const at = { file: 'a.ts', line: 1 }
    const findings: Finding[] = [
      { rule: { id: 'a' }, level: 'note', message: 'm', location: at, related: [at], sarif: { properties: { a: 1 } } },
      { rule: { id: 'a' }, level: 'note', message: 'm' },
    ]
    const results = toRun({ name: 'x' }, { findings }).results!

    expect(plainIn(results)).toEqual([true, false])
    expect(plainIn([...results])).toBeUndefined()
  })
})
