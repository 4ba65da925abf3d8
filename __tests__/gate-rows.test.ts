import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { projectRoot } from '../sandbox/root.ts'
import { main } from '../src/entry/main.ts'
import { judge } from '../src/gate/judge.ts'
import { NotEvaluated, UserError } from '../src/model/errors.ts'
import type { Facts, Outcome } from '../src/model/outcome.ts'
import { uploadsVariable } from '../src/model/outcome.ts'
import { commentOf } from '../src/render/comment.ts'
import { summaryOf } from '../src/render/summary.ts'
import { report } from '../src/stages/report.ts'
import { closing } from './kit/closing.ts'
import { tests } from './kit/fixtures.ts'
import { testHost } from './kit/host.ts'
import { factsOf, policyOf } from './kit/policy.ts'
import { resultAt, runOf } from './kit/sarif.ts'

const root = projectRoot()
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { runs: Record<string, unknown> }
const policy = policyOf({
  failOn: ['high'],
  warnOn: ['medium'],
  maxFindings: 0,
  enforcement: 'block',
  onError: 'fail',
  upload: 'required',
  zadig: 'required',
})
const outcomeOf = (facts: Facts): Outcome => ({ ...facts, ...judge(facts, policy) })
const high = runOf('Tool', [resultAt('a.js', 1, { level: 'error' })])

describe('The truth table where no other suite has the row', () => {
  it('§5.6 row 28: a bug of our own ends with 3 and asks for a report, its stack in debug only; all outputs are set', async () => {
    const host = closing(await testHost())
    const exitCode = await main(() => Promise.reject(new TypeError('x is undefined')), host)

    expect(exitCode).toBe(3)
    expect(host.published[0]).toMatchObject({ outputs: { verdict: 'error', passed: 'false', 'exit-code': '3' } })
    expect(host.published[0]!.failure).toBe('This is a bug in codescan-gate; please report it: x is undefined')
    expect(host.published[0]!.failure).not.toContain('gate-rows.test')
    expect(host.said.join()).toContain('gate-rows.test')
  })

  it('§1.4 defect 11: nothing that is thrown becomes a warning: 2 for a wrong set-up, 3 for all else', async () => {
    const host = closing(await testHost())
    const codes = [new UserError('x'), new NotEvaluated('x'), new Error('x'), 'x', undefined].map((thrown) =>
      main(() => Promise.reject(thrown), host),
    )

    expect(await Promise.all(codes)).toEqual([2, 3, 3, 3, 3])
  })

  it('§5.6 row 29: a report that cannot be written is told, and changes no verdict', async () => {
    const host = closing(await testHost({ file: '' }))
    const outcome = outcomeOf(factsOf([high]))
    const before = structuredClone(outcome)
    await report(
      outcome,
      { summary: true, annotations: 'blocking', root: '.', folder: join(host.cwd, 'file', 'below') },
      host,
    )

    expect(host.said.join()).toMatch(/reports cannot be written to .*Check `report-dir`/)
    expect(outcome).toEqual(before)
    expect(host.published).toMatchObject([{ outputs: { verdict: 'fail', 'exit-code': '1' } }])
  })

  it('§5.6 row 30: a summary too large is cut, says how much there is, and still begins with the verdict', () => {
    const words = `${'|&<'.repeat(20_000)}`
    const results = Array.from({ length: 2000 }, (_, at) =>
      resultAt(`${'d/'.repeat(200)}f${at}.js`, 1, { level: 'error', message: { text: words } }),
    )
    const summary = summaryOf(outcomeOf(factsOf([runOf('Tool', results)])), {})

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024)
    expect(summary).toMatch(/^## ❌ Gate failed: 2000 findings/)
    expect(summary).toContain('**Blocking (2000)**')
    expect(summary).toMatch(/and \d+ more: the SARIF has them all/)
  })
})

describe('Defects of peers that lie in how an action is built', () => {
  it('§1.4 defects 3 and 4, §3 ask 3: one step of JavaScript: no shell, no expression in one, no step that hides its end', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(readFileSync(join(root, 'action.yml'), 'utf8')).not.toMatch(/\$\{\{\s*inputs/)
  })

  it('§1.4 defect 4: the exit code of what is run is kept, whatever it is', async () => {
    const host = closing(await testHost())
    const codes = [0, 1, 7, 255].map(async (code) => {
      const words = [process.execPath, '-e', `process.exit(${code})`]
      return (await host.exec({ words, cwd: host.cwd, timeoutMs: 60_000 })).exitCode
    })

    expect(await Promise.all(codes)).toEqual([0, 1, 7, 255])
  })

  it('§1.4 defect 2: a finding hides nothing else that is wrong: every condition is there at once', () => {
    const facts = factsOf([high], {
      problems: [new NotEvaluated('One scan crashed.')],
      upload: { status: 'failed', error: new UserError('Refused.') },
      zadig: { status: 'failed', error: new UserError('Out of reach.') },
    })

    expect(judge(facts, policy).conditions.map(({ id, result }) => `${id}: ${result}`)).toEqual([
      'scan: error',
      'findings: fail',
      'upload: error',
      'zadig: error',
    ])
  })

  it('§1.4 defect 12, §3 ask 23: no check runs are written, so none can be overwritten', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const texts = files.map((name) => readFileSync(join(root, 'src', name), 'utf8')).join()
    const routes = [...texts.matchAll(/'(?:POST|PUT|PATCH|DELETE) (\/[^']+)'/g)].map(([, route]) => route!)

    expect(routes.filter((route) => route.startsWith('/repos/')).length).toBeGreaterThan(1)
    expect(routes.filter((route) => !/\/code-scanning\/|\/comments/.test(route))).toEqual([])
  })

  it('§1.4 defect 13, §3 ask 21: a comment stays within what GitHub takes, and keeps the verdict', () => {
    const text = 'A long tale. '.repeat(200)
    const many = Array.from({ length: 500 }, (_, at) => resultAt('a.js', at + 1, { level: 'error', message: { text } }))
    const comment = commentOf(outcomeOf(factsOf([runOf('Tool', many)])), {}, { name: 'T', category: 'c' })

    expect(comment.length).toBeLessThanOrEqual(65_536)
    expect(comment).toMatch(/Gate failed: 500 findings/)
  })

  it('§1.4 defect 14, §3 ask 33: later steps are told what was uploaded, and none of our inputs', async () => {
    const host = closing(await testHost())
    const value = { id: 'u', url: 'https://x', errors: [], uploads: ['Tool c'], warnings: [] }
    const upload: Facts['upload'] = { status: 'done', value: { ...value, status: 'complete' } }
    await report(outcomeOf(factsOf([high], { upload })), { summary: true, annotations: 'off', root: '.' }, host)

    expect(host.published[0]!.variables).toEqual({ [uploadsVariable]: 'Tool c' })
  })
})

/** The lists that tests are named after, how many rows each has, and which rows other suites prove, by their titles. */
const lists: Record<
  string,
  { rows: number; elsewhere: Record<number, [suite: string, title: string]>; not?: Record<number, string> }
> = {
  '§5.6 row': { rows: 30, elsewhere: {} },
  '§1.4 defect': { rows: 16, elsewhere: {} },
  '§3 ask': {
    rows: 35,
    elsewhere: {
      10: ['checklist', 'F36: skips the upload of a fork, says so, and gates all the same'],
      11: ['checklist', 'F37: skips the upload of a push by Dependabot, and says so'],
      12: ['pains', 'pain 1: a missing permission is named, with the YAML to add'],
      13: ['checklist', 'F30: a time-out is no success where the upload is required'],
      14: ['pains', 'pain 9: what GitHub would not store is chosen by severity, and said'],
      16: ['stages', 'that nothing matches are a problem, and those beside them still count once'],
      20: ['render', 'stays under 900 KiB with %s'],
      22: ['comment', 'the summary says so, and the verdict stands: %s'],
    },
    not: {
      32: 'of workflows: a job that filters inside itself reports a check; there is no option for it',
    },
  },
}

describe('Every row of the facts about gates has a test that is named after it', () => {
  const suites = readdirSync(tests).filter((name) => name.endsWith('.test.ts'))
  const textOf = (suite: string) => readFileSync(join(tests, suite), 'utf8')
  const titles = suites.flatMap((suite) => [...textOf(suite).matchAll(/['`](§[^'`]*)/g)].map(([, title]) => title!))

  /** `§1.4 defects 3 and 4, §3 ask 3: …` names three. */
  const named = (list: string) =>
    titles.flatMap((title) => {
      const [head = ''] = title.split(':')
      return head
        .split(', ')
        .filter((part) => part.startsWith(list))
        .flatMap((part) => (part.slice(list.length).match(/\d+/g) ?? []).map(Number))
    })

  it.each(Object.entries(lists))('%s', (list, { rows, elsewhere, not = {} }) => {
    const all = Array.from({ length: rows }, (_, at) => at + 1)
    const known = new Set([...named(list), ...[elsewhere, not].flatMap((it) => Object.keys(it).map(Number))])

    expect(all.filter((row) => !known.has(row))).toEqual([])
    expect(Math.max(...known)).toBe(rows)
    for (const [suite, title] of Object.values(elsewhere)) expect(textOf(`${suite}.test.ts`)).toContain(title)
  })
})
