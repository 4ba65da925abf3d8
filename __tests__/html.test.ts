import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Run } from 'sarif'
import { listen } from '../sandbox/http.ts'
import { redactor } from '../src/entry/secrets.ts'
import { judge } from '../src/gate/judge.ts'
import type { Finding } from '../src/model/finding.ts'
import type { Outcome } from '../src/model/outcome.ts'
import { toRun } from '../src/model/run.ts'
import { codeQualityOf } from '../src/render/code-quality.ts'
import { htmlOf } from '../src/render/html/page.ts'
import type { PageData } from '../src/render/html/shape.ts'
import { visible } from '../src/render/html/visible.ts'
import { junitOf } from '../src/render/junit.ts'
import { report } from '../src/stages/report.ts'
import { hasBrowser, type Reader, startReader } from './kit/browser.ts'
import { testHost } from './kit/host.ts'
import { comparedWith, factsOf, policyOf } from './kit/policy.ts'
import { place, scenarios } from './renderers/scenarios.ts'

const pages = new Map(scenarios.map(({ name, outcome }) => [name, htmlOf(outcome, place)]))
const pageOf = (name: string): string => pages.get(name)!
const policy = policyOf({
  failOn: ['high'],
  warnOn: [],
  maxFindings: 0,
  enforcement: 'block',
  onError: 'fail',
  upload: 'required',
  zadig: 'required',
})

function outcomeOf(runs: Run[], before?: Run[]): Outcome {
  const facts = factsOf(runs, before && { comparison: comparedWith(runs, before) })
  return { ...facts, ...judge(facts, policy, Date.UTC(2026, 10, 22)) }
}

const finding = (file: string, line: number, more: Partial<Finding> = {}): Finding => ({
  rule: { id: 'r' },
  level: 'error',
  message: `m ${file}:${line}`,
  location: { file, line, column: 1 },
  ...more,
})

const inBrowser = hasBrowser ? describe : describe.skip

inBrowser(`The page, in a browser${hasBrowser ? '' : ' (skipped: there is no Chromium)'}`, () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await startReader()
  })
  afterAll(() => reader.close())

  const shown = (page: Page) => page.locator('table.findings tbody > tr:not(.opened)').count()
  const told = (page: Page) => page.locator('.told').textContent()

  const looks = scenarios.flatMap(({ name }) =>
    (['light', 'dark'] as const).flatMap((colorScheme) => [1200, 360].map((width) => ({ name, colorScheme, width }))),
  )

  it.each(looks)('$name, $colorScheme, $width wide: nothing goes wrong, nothing leaves the frame', async (look) => {
    const { name, colorScheme, width } = look
    const { page, wrongs } = await reader.open(pageOf(name), {
      colorScheme,
      viewport: { width, height: 900 },
    })

    expect(await page.locator('h1').textContent()).toMatch(/^Gate /)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const names = ['fail-with-new', 'error', 'zadig-failed', 'no-findings', '25000-findings', 'hostile']
  const wide = names.flatMap((name) => [[name, 'light', 1200] as const, [name, 'dark', 1200] as const])
  const read = [...wide, ['fail-with-new', 'dark', 360] as const, ['hostile', 'light', 360] as const]

  it.each(read)('%s, %s, %d wide: axe finds nothing', async (name, colorScheme, width) => {
    const options = { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }
    const { page } = await reader.open(pageOf(name), options)
    const first = page.locator('button.message').first()
    if (await first.isVisible()) await first.click()
    await page.evaluate(axe)
    const broken = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      'axe.run().then((found) => found.violations)',
    )

    expect(broken.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await page.context().close()
  })

  it('every filter changes the list, and resetting brings it back', async () => {
    const { page, wrongs } = await reader.open(pageOf('fail-with-new'))
    const all = await shown(page)
    const chip = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name} `) })
    const changes: [string, () => Promise<unknown>, number][] = [
      ['search', () => page.getByLabel('Search').fill('SQL query'), 1],
      ['path', () => page.getByLabel('Path').fill('src/run'), 2],
      ['rule', () => page.getByRole('combobox', { name: 'Rule' }).fill('eqeqeq'), 1],
      ['severity', () => chip('medium').check(), 2],
      [
        'two severities',
        () =>
          chip('medium')
            .check()
            .then(() => chip('low').check()),
        4,
      ],
      ['new', () => chip('existing').uncheck(), 5],
      ['existing', () => chip('new').uncheck(), 2],
      ['accepted as well', () => chip('accepted').check(), all + 3],
      [
        'fixed as well',
        () => page.getByRole('group', { name: 'Status' }).getByRole('checkbox').last().check(),
        all + 3,
      ],
      ['blocking', () => chip('blocking').check(), 5],
      ['nothing fits', () => page.getByLabel('Search').fill('no such words'), 0],
    ]
    const seen: [string, number][] = []
    for (const [name, change] of changes) {
      await change()
      seen.push([name, await shown(page)])
      await page.getByRole('button', { name: 'Reset filters' }).click()
      await page.waitForTimeout(100)
      expect(await shown(page)).toBe(all)
    }

    expect(all).toBe(7)
    expect(seen).toEqual(changes.map(([name, , count]) => [name, count]))
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('the tool is a choice where there are several, and what is fixed can be seen', async () => {
    const runs = [
      toRun({ name: 'A' }, { findings: [finding('a', 1)] }),
      toRun({ name: 'B' }, { findings: [finding('b', 2)] }),
    ]
    const before = [
      toRun({ name: 'A' }, { findings: [finding('a', 1), finding('gone', 3, { rule: { id: 'old' } })] }),
      runs[1]!,
    ]
    const { page } = await reader.open(htmlOf(outcomeOf(runs, before), place))

    await page.getByLabel('Tool', { exact: true }).selectOption('B')
    expect([await shown(page), await told(page)]).toEqual([1, '1 finding'])
    await page.getByLabel('Tool', { exact: true }).selectOption('all')
    await page.getByRole('checkbox', { name: /^existing / }).uncheck()
    await page.getByRole('checkbox', { name: /^fixed / }).check()
    expect([await shown(page), await page.locator('.place').textContent()]).toEqual([1, 'gone:3'])
    await page.context().close()
  })

  it.each(['10,000', '25,000'])('%s findings: pages, and each answer within a second', async (words) => {
    const count = Number(words.replace(',', ''))
    const many = Array.from({ length: count }, (_, at) =>
      finding(`src/${at % 400}.ts`, at + 1, { rule: { id: `r${at % 90}` } }),
    )
    const { page, wrongs } = await reader.open(htmlOf(outcomeOf([toRun({ name: 'T' }, { findings: many })]), place))
    /** From the event until the list is drawn again, which the page does before the event is over. */
    const took = (script: string) =>
      page.evaluate<number>(`{ const start = performance.now(); ${script}; performance.now() - start }`)
    const times = [
      await took(`search.value = 'src/7.ts'; search.dispatchEvent(new Event('input', { bubbles: true }))`),
      await took(`search.value = ''; search.dispatchEvent(new Event('input', { bubbles: true }))`),
      await took(`document.querySelectorAll('.pager button')[1].click()`),
    ]

    expect(await told(page)).toBe(`${words} findings, 51 to 100 shown`)
    expect(await shown(page)).toBe(50)
    expect(await page.locator('.pager span').textContent()).toBe(`Page 2 of ${count / 50}`)
    expect(Math.max(...times)).toBeLessThan(1000)
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('everything is in reach of the keyboard, and one sees where one is', async () => {
    const many = Array.from({ length: 120 }, (_, at) => finding(`src/${at}.ts`, 1))
    const { page } = await reader.open(htmlOf(outcomeOf([toRun({ name: 'T' }, { findings: many })]), place))
    const reached: string[] = []
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      const [name, outline] = await page.evaluate<[string, string]>(`{
        const at = document.activeElement
        const drawn = [at, at.parentElement, at.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one).outlineStyle)
        ;[at.id || at.className || at.value || at.textContent, drawn.some((style) => style !== 'none') ? 'seen' : 'unseen']
      }`)
      reached.push(`${name} ${outline}`)
    }
    const opened = page.locator('tr.opened:not([hidden])')

    expect(reached).toEqual(
      [
        ...['skip', 'auto', 'search', 'path', 'rule', 'tool', 'high', 'open', 'blocking', 'quiet'].map(
          (name) => `${name} seen`,
        ),
        'message seen',
        'place seen',
      ].slice(0, 12),
    )
    expect(await opened.count()).toBe(0)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await opened.count()).toBe(1)
    expect(await page.locator('button[aria-expanded=true]').count()).toBe(1)
    await page.getByRole('button', { name: 'Next' }).focus()
    for (const _ of [1, 2, 3]) await page.keyboard.press('Enter')
    expect(await told(page)).toBe('120 findings, 101 to 120 shown')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Next')
    await page.context().close()
  })

  it('the colours are a choice', async () => {
    const { page } = await reader.open(pageOf('pass'), { colorScheme: 'light' })
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const light = await ground()
    await page.getByRole('radio', { name: 'dark' }).check()
    const dark = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.getByRole('radio', { name: 'light' }).check()

    expect(light).not.toBe(dark)
    expect(await ground()).toBe(light)
    await page.context().close()
  })

  it('is read without a script, too', async () => {
    const { page } = await reader.open(pageOf('fail-with-new'), { javaScriptEnabled: false })

    expect(await page.locator('table.findings tbody tr').count()).toBe(5)
    expect(await page.locator('table.findings tbody tr').first().textContent()).toMatch(
      /high 8\.8[\s\S]*Query built from req\.query\.id[\s\S]*src\/db\.ts:42/,
    )
    expect(await page.locator('caption').last().textContent()).toMatch(/^Findings that block the job: 5 of 5/)
    expect(await page.locator('.field').count()).toBe(0)
    await page.context().close()
  })

  it('what a stranger writes is text, in the list and in what is opened', async () => {
    const { page, wrongs } = await reader.open(pageOf('hostile'))
    const said: string[] = []
    const next = page.getByRole('button', { name: 'Next', exact: true })
    for (let isMore = true; isMore; ) {
      await page.evaluate(`document.querySelectorAll('button.message').forEach((button) => button.click())`)
      const found = await page.evaluate<Record<string, number>>(`{
        const count = (what) => document.querySelectorAll(what).length
        ;({ scripts: count('script'), others: count('img, iframe, object, embed, form:not(.filters), base, link, details, b, i, video') })
      }`)
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[href], [src]')].map((one) => one.href)`,
      )
      said.push(...(await page.locator('button.message').allTextContents()))

      expect(found).toEqual({ scripts: 2, others: 0 })
      expect(links.filter((address) => !/^(?:https?:|file:.*#findings$)/.test(address))).toEqual([])
      isMore = (await next.getAttribute('aria-disabled')) === 'false'
      if (isMore) await next.click()
    }
    const plainly = (text: string) => text.replaceAll('`', '').slice(0, 100)
    const { findings } = scenarios.find(({ name }) => name === 'hostile')!.outcome
    const open = findings.filter(({ accepted, message }) => !accepted && message.trim() !== '')
    expect(said.map(plainly)).toEqual(expect.arrayContaining(open.map(({ message }) => plainly(visible(message)))))
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('and if it became markup all the same, it could do nothing', async () => {
    const evil = await listen(() => ({ status: 200 }))
    const planted = `<script>document.title = 'owned'</script><img src="${evil.url}/x" onerror="document.title='owned'"><style>h1{display:none}</style><a href="javascript:document.title='owned'" id="bad">x</a>`
    const page0 = pageOf('pass').replace('<main>', `<main>${planted}`)
    const { page, wrongs } = await reader.open(page0)
    await page.evaluate(`document.getElementById('bad').click()`)
    await page.waitForTimeout(100)
    const refused = await page.evaluate<string>(
      `{ try { document.body.innerHTML = '<i>x</i>'; 'taken' } catch (error) { error.name } }`,
    )

    expect(await page.title()).toMatch(/^Gate passed/)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(refused).toBe('TypeError')
    expect(evil.requests).toEqual([])
    expect(wrongs.filter((wrong) => /Content Security Policy/.test(wrong)).length).toBeGreaterThanOrEqual(3)
    await evil.close()
    await page.context().close()
  })
})

describe('The code in the page', () => {
  const source = ['one', 'two', 'const x = eval(input)', 'four', 'five', 'six', 'seven', 'eight'].join('\n')

  /** The findings of `report.html`, written for a checkout with these files. */
  async function written(files: Record<string, string>, findings: Finding[], prepare = (_root: string) => {}) {
    const host = await testHost(files)
    prepare(host.cwd)
    const folder = join(host.cwd, 'out')
    const outcome = outcomeOf([toRun({ name: 'T' }, { findings })])
    await report(outcome, { summary: false, annotations: 'off', folder, root: host.cwd }, host)
    const html = readFileSync(join(folder, 'report.html'), 'utf8')
    const [, json = ''] = /id="data">(.*?)<\/script>/s.exec(html)!
    await host.close()
    return { html, ...(JSON.parse(json) as PageData) }
  }

  it('is what stands around the finding in the checkout, with what it points at marked', async () => {
    const location = { file: 'a.js', line: 3, column: 11, endLine: 3, endColumn: 22 }
    const { findings } = await written({ 'a.js': source }, [finding('a.js', 3, { location })])
    const marked = ['const x = ', 'eval(input)', '']

    expect(findings[0]!.code).toEqual({
      start: 1,
      lines: ['one', 'two', marked, 'four', 'five', 'six'],
      from: 3,
      to: 3,
    })
  })

  it('never leaves the checkout, and waits for no pipe', async () => {
    const outside = await testHost({ 'secret.txt': 'top\nsecret' })
    const names = [
      '../secret.txt',
      'link.js',
      'folder/secret.txt',
      'pipe',
      join(outside.cwd, 'secret.txt'),
      '/etc/passwd',
    ]
    const all = [...names, 'sub/ok.js'].map((name) => finding(name, 1))
    const { findings, files } = await written({ 'sub/ok.js': source }, all, (root) => {
      symlinkSync(join(outside.cwd, 'secret.txt'), join(root, 'link.js'))
      symlinkSync(outside.cwd, join(root, 'folder'))
      execFileSync('mkfifo', [join(root, 'pipe')])
    })

    expect(findings.flatMap(({ code, file }) => (code ? [files[file!]!.path] : []))).toEqual(['sub/ok.js'])
  })

  it('leaves out lines in which a secret stands, for whichever finding', async () => {
    const secret = finding('a.js', 3, { rule: { id: 'generic-api-key', weaknesses: [798] } })
    const { findings, html } = await written({ 'a.js': source }, [secret, finding('a.js', 4)])

    expect(findings.map(({ code }) => code?.lines.slice(1, 3))).toEqual([
      ['two', null],
      ['two', null],
    ])
    expect(html).not.toMatch(/eval\(input\)/)
  })

  it('is bounded, and shows what would work unseen', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => finding('b.js', (at % 8) + 1))
    const hidden = finding('c.js', 1, { rule: { id: 'worst', score: 9.9 } })
    const { findings } = await written({ 'b.js': source, 'c.js': 'if (a\u202e) { \u0007' }, [...many, hidden])

    expect(findings.filter(({ code }) => code)).toHaveLength(1000)
    expect(JSON.stringify(findings[0]!.code)).toMatch(/a\[U\+202E\]\) \{ \u2407/)
  })
})

describe('The reports', () => {
  const secret = 'p"a<s>s&w\'o`r\\d-1'

  it('are five files, and none of them tells a secret', async () => {
    const host = await testHost({ 'a.js': `line one\nconst key = ${secret}\n` })
    const { add, redact } = redactor()
    add([secret])
    const told: Finding = {
      ...finding(`src/${secret}.js`, 2),
      message: `uses ${secret} here`,
      rule: { id: secret, url: `https://rules.example/?${encodeURIComponent(secret)}` },
    }
    const outcome = {
      ...outcomeOf([toRun({ name: `T ${secret}` }, { findings: [told, finding('a.js', 2)] })]),
      notices: [secret],
    }
    const folder = join(host.cwd, 'out')
    await report(outcome, { summary: false, annotations: 'off', folder, root: host.cwd }, { ...host, redact })
    const names = ['report.json', 'report.md', 'report.html', 'report.junit.xml', 'gl-code-quality.json']
    const spelt = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    const entities = secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')

    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8')
      for (const form of [secret, spelt(secret), entities, JSON.stringify(secret).slice(1, -1)])
        expect(text).not.toContain(form)
      expect(text).toContain('***')
    }
  })

  it('Code Quality: a fingerprint stays when the line or the order of findings changes, and is another one for another finding', () => {
    const print = (findings: Finding[]) =>
      new Map(
        codeQualityOf(outcomeOf([toRun({ name: 'T' }, { findings })])).map(({ description, fingerprint }) => [
          description,
          fingerprint,
        ]),
      )
    const a: Finding = { ...finding('a.js', 1), message: 'A' }
    const b: Finding = { ...finding('a.js', 9), message: 'B' }
    const first = print([a, b])

    expect(
      print([
        { ...b, location: { file: 'a.js', line: 2 } },
        { ...a, location: { file: 'a.js', line: 30 } },
      ]),
    ).toEqual(
      new Map([
        ['B', first.get('B')],
        ['A', first.get('A')],
      ]),
    )
    expect(first.get('A')).not.toBe(first.get('B'))
    expect(print([{ ...a, location: { file: 'b.js', line: 1 } }]).get('A')).not.toBe(first.get('A'))
  })

  it('Code Quality: what is accepted does not count; severities are GitLab’s', () => {
    const rated = [9.5, 8, 5, 2].map((score): Finding => ({ ...finding('a.js', 1), rule: { id: `s${score}`, score } }))
    const accepted: Finding = { ...finding('a.js', 1), sarif: { suppressions: [{ kind: 'inSource' }] } }

    expect(
      codeQualityOf(outcomeOf([toRun({ name: 'T' }, { findings: [...rated, accepted] })])).map(
        ({ severity }) => severity,
      ),
    ).toEqual(['blocker', 'critical', 'major', 'minor'])
  })

  it('JUnit: where the job goes on, nothing fails', () => {
    const tolerant = policyOf({
      failOn: ['high'],
      warnOn: [],
      maxFindings: 0,
      enforcement: 'warn',
      onError: 'fail',
      upload: 'required',
      zadig: 'required',
    })
    const facts = factsOf([toRun({ name: 'T' }, { findings: [finding('a.js', 1)] })])

    expect(junitOf({ ...facts, ...judge(facts, tolerant) })).toMatch(
      /<testsuites name="codescan-gate" tests="\d+" failures="0" errors="0" skipped="2"/,
    )
    expect(junitOf({ ...facts, ...judge(facts, policy) })).toMatch(/failures="2" errors="0" skipped="0"/)
  })
})
