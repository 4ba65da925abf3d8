import { expect } from '@jest/globals'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Outcome } from '../../src/model/outcome.ts'
import { script, scriptHash, style, styleHash } from '../../src/render/html/assets.ts'
import { htmlOf } from '../../src/render/html/page.ts'
import { place } from './scenarios.ts'
import { expectPrintable } from './surface.ts'

/** The page as it is written, but for its script and style, which are the same in all and are golden in themselves. */
export function pageWithoutAssets(outcome: Outcome): string {
  const marks: [string, string][] = [
    [script, 'SCRIPT'],
    [style, 'STYLE'],
    [scriptHash, 'SCRIPT-HASH'],
    [styleHash, 'STYLE-HASH'],
  ]
  const page = htmlOf(outcome, place)
  return marks.reduce((text, [asset, mark]) => text.replace(asset, () => mark), page).replaceAll('},{', '},\n{')
}

const tags =
  'html head meta title style body a header p span div main section svg path h1 h2 dl dt dd ul li table caption thead tbody tr th td code pre rect script footer'
const attributes =
  'lang charset http-equiv content name class href id aria-labelledby aria-hidden aria-label viewBox d scope role data-name width height x preserveAspectRatio tabindex rel type'

/** Read by a rule that is simpler, and stricter, than HTML: every `<` begins a tag of ours, every attribute is one of ours. */
export function checkPage(text: string, outcome: Outcome): void {
  const [shown = '', json = ''] = text.split('<script type="application/json" id="data">')
  const found = [...shown.matchAll(/<[^>]*>?/g)].map(([tag]) => tag)
  const strange = found.filter(
    (tag) => !/^<(?:!doctype html|\/?[a-z][a-z\d]*(?: [a-zA-Z-]+="[^"<>]*")*\/?)>$/.test(tag),
  )
  const names = new Set(found.map((tag) => /[a-z][a-z\d]*/.exec(tag)![0]))
  const given = found.flatMap((tag) => [...tag.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)])
  const data = JSON.parse(json.slice(0, json.indexOf('</script>'))) as {
    findings: unknown[]
    rules: { help?: string }[]
  }

  expect(strange).toEqual([])
  expect([...names].filter((name) => name !== 'doctype' && !tags.split(' ').includes(name))).toEqual([])
  expect(given.map(([, name]) => name!).filter((name) => !attributes.split(' ').includes(name))).toEqual([])
  expect(given.filter(([, name, value]) => name === 'href' && !/^(?:https?:\/\/|#findings$)/.test(value!))).toEqual([])
  expect(data.findings).toHaveLength(outcome.findings.length + (outcome.fixed?.length ?? 0))
  expect(data.rules.filter(({ help = 'https://' }) => !/^https?:\/\//.test(help))).toEqual([])
  expect(text.split('</script>')).toHaveLength(3)
  expectPrintable(text)
}

interface Counted {
  name: string
  said: Record<string, number>
  seen: Record<string, number>
}

/** Well-formed, of the elements that readers know, and with the counts that its cases come to. */
export function checkJunit(text: string, outcome: Outcome): void {
  const { suites, cases } = readJunit(text)
  const [all, ...each] = suites
  const failing = outcome.exitCode === 0 ? 0 : outcome.conditions.filter(({ result }) => result === 'fail').length

  for (const { said, seen } of suites) expect(said).toMatchObject(seen)
  expect(new Set(cases).size).toBe(cases.length)
  expect(all!.seen['tests']).toBe(each.reduce((sum, { seen }) => sum + seen['tests']!, 0))
  expect(all!.seen['failures']! > 0).toBe(failing > 0)
  expectPrintable(text)
}

const children: Record<string, string[]> = {
  testsuites: ['testsuite'],
  testsuite: ['testcase'],
  testcase: ['failure', 'error', 'skipped'],
  failure: [],
  error: [],
  skipped: [],
}

/** The suites, that of all suites first, and the cases by class and name. */
export function readJunit(text: string): { suites: Counted[]; cases: string[] } {
  const suites: Counted[] = []
  const cases: string[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  const count = (kind: string) => {
    for (const { seen } of new Set([suites[0]!, suites.at(-1)!])) seen[kind] = (seen[kind] ?? 0) + 1
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const parent = open.at(-1)
    expect(parent === undefined ? ['testsuites'] : children[parent]).toContain(name)
    open.push(name)
    if (children[name]!.includes('testcase') || parent === undefined) {
      const said = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, Number(value)]))
      suites.push({ name: attributes['name']!, said, seen: { tests: 0, failures: 0, errors: 0, skipped: 0 } })
    }
    if (name === 'testcase')
      cases.push(JSON.stringify([suites.at(-1)!.name, attributes['classname'], attributes['name']]))
    if (name === 'testcase') count('tests')
    const kind = { failure: 'failures', error: 'errors', skipped: 'skipped' }[name]
    if (kind) count(kind)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return { suites, cases }
}

/** What GitLab demands of each, and keeps apart. */
export function checkCodeQuality(text: string, { findings }: Outcome): void {
  const found = JSON.parse(text) as {
    description: string
    check_name: string
    fingerprint: string
    severity: string
    location: { path: string; lines: { begin: number } }
  }[]

  expect(found).toHaveLength(findings.filter(({ accepted }) => !accepted).length)
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length)
  expect(
    found.filter(
      ({ description, check_name, fingerprint, severity, location: { path, lines } }) =>
        description === '' ||
        check_name === '' ||
        !/^[0-9a-f]{64}$/.test(fingerprint) ||
        !['info', 'minor', 'major', 'critical', 'blocker'].includes(severity) ||
        /^$|^[/\\]|^[a-z][a-z\d+.-]*:|(?:^|\/)\.\.(?:\/|$)/i.test(path) ||
        !(Number.isInteger(lines.begin) && lines.begin >= 1),
    ),
  ).toEqual([])
  expectPrintable(text)
}
