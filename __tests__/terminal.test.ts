import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Region, Result } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { liveLine } from '../src/entry/live-line.ts'
import { progressAt } from '../src/entry/progress.ts'
import { screenOf } from '../src/entry/screen.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import type { Excerpt } from '../src/model/excerpt.ts'
import { cellsOf } from '../src/render/cells.ts'
import { painted } from '../src/render/painter.ts'
import { plain } from '../src/render/plain.ts'
import { excerptsOf } from '../src/stages/excerpts.ts'
import { fc } from './kit/properties.ts'
import { logOf, resultAt, runOf } from './kit/sarif.ts'

const cli = join(projectRoot(), 'dist', 'cli', 'index.js')
const folders: string[] = []

function folder(files: Record<string, string | Buffer> = {}): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'terminal-')))
  folders.push(made)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true })
    writeFileSync(join(made, name), text)
  }
  return made
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

function found(uri: string, region: Region, more: Partial<Result> = {}): Result {
  return resultAt(uri, 1, { locations: [{ physicalLocation: { artifactLocation: { uri }, region } }], ...more })
}

/** The source of findings, as a log shows it. */
function shown(root: string, results: Result[], { around = 0, run = {}, redact = (text: string) => text } = {}) {
  const alerts = alertsOf([runOf('T', results, run)])
  const excerpts = excerptsOf(alerts, { root, findings: alerts, around, redact })
  return alerts.map((alert) => {
    const excerpt = excerpts.get(alert)
    return excerpt && inLog(excerpt)
  })
}

function inLog(excerpt: Excerpt, width?: number): string {
  return painted([{ excerpt, role: 'high' }], { width, colours: false, links: false, safe: plain })
}

describe('The source of a finding', () => {
  it('stands below it with carets, as far as the checkout has it', () => {
    const root = folder({ 'src/a.js': 'one\r\n  eval(two)\nthree\n', 'bin.js': 'a\0b\n', 'bom.js': '\ufeffeval()\n' })

    expect(
      shown(root, [
        found('src/a.js', { startLine: 2, startColumn: 3, endColumn: 7 }),
        found('src/a.js', { startLine: 3, startColumn: 6, endColumn: 6 }),
        found('src/a.js', { startLine: 3 }),
        found('src/a.js', { startLine: 3, startColumn: 9 }),
        found('src/a.js', { startLine: 1, startColumn: 2, endLine: 2, endColumn: 5 }),
        found('bom.js', { startLine: 1, startColumn: 1, endColumn: 5 }),
        found('src/a.js', { startLine: 5 }),
        found('bin.js', { startLine: 1 }),
        found('gone.js', { startLine: 1 }),
      ]),
    ).toEqual([
      '     2 |   eval(two)\n       |   ^^^^',
      '     3 | three\n       |      ^',
      '     3 | three',
      '     3 | three',
      '     1 | one\n       |  ^^\n     2 |   eval(two)\n       |   ^^',
      '     1 | eval()\n       | ^^^^',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is never read outside the checkout, nor from what is no file', () => {
    const outside = folder({ 'key.txt': 'not yours\n' })
    const root = folder({ 'in.txt': 'ours\n' })
    symlinkSync(join(outside, 'key.txt'), join(root, 'link.txt'))
    symlinkSync(outside, join(root, 'linked'))
    symlinkSync('in.txt', join(root, 'fine.txt'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'pipe')])

    const names = ['link.txt', 'linked/key.txt', '../key.txt', `${outside}/key.txt`, 'pipe', '.', 'in.txt', 'fine.txt']
    const texts = shown(
      root,
      names.map((name) => found(name, { startLine: 1 })),
    )

    expect(texts).toEqual([...Array(6).fill(undefined), '     1 | ours', '     1 | ours'])
  })

  it('is not shown where a scanner found a secret: for no finding, and not as its surroundings', () => {
    const root = folder({ 'a.js': 'one\nconst key = "hunter2"\nthree\nlog("a-token-of-ours")\n' })
    const results = [
      found('a.js', { startLine: 2 }, { ruleId: 'generic-api-key' }),
      found('a.js', { startLine: 2, startColumn: 7, endColumn: 10 }, { ruleId: 'no-unused-vars' }),
      found('a.js', { startLine: 1 }),
      found('a.js', { startLine: 4 }),
    ]

    const texts = shown(root, results, { around: 1, redact: (text) => text.replaceAll('a-token-of-ours', '***') })

    expect(texts.join('\n')).not.toMatch(/hunter2|a-token-of-ours/)
    expect(texts[2]).toBe('     1 | one\n     2 | (not shown: a secret stands here)')
    expect(texts[3]).toBe('     3 | three\n     4 | (not shown: a secret stands here)')
  })

  it('comes from the report where the file is not at hand, with carets where columns count from there', () => {
    const region = { startLine: 7, startColumn: 5, endColumn: 9, snippet: { text: 'eval(x)' } }
    const contextRegion = { startLine: 6, snippet: { text: 'a\n    eval(x)\n' } }
    const physicalLocation = { artifactLocation: { uri: 'gone.js' }, region, contextRegion }

    expect(
      shown(folder(), [found('gone.js', region), resultAt('gone.js', 7, { locations: [{ physicalLocation }] })]),
    ).toEqual(['     7 | eval(x)', '     6 | a\n     7 |     eval(x)\n       |     ^^^^'])
  })

  it('is marked rightly by a tool that counts code points', () => {
    const root = folder({ 'a.js': '"😀😀" + eval(x)\n' })
    const result = found('a.js', { startLine: 1, startColumn: 8, endColumn: 12 })

    expect(shown(root, [result], { run: { columnKind: 'unicodeCodePoints' } })).toEqual([
      '     1 | "😀😀" + eval(x)\n       |          ^^^^',
    ])
  })
})

describe('Carets', () => {
  const lineOf = (text: string, marked: string): Excerpt => {
    const start = text.indexOf(marked)
    return { startLine: 1, lines: [{ text, mark: { start, end: start + marked.length } }] }
  }
  /** What stands above the carets. */
  const above = (printed: string): string => {
    const [source = '', carets = ''] = printed.split('\n')
    const [from, to] = [carets.indexOf('^'), carets.lastIndexOf('^') + 1]
    let at = 0
    return Array.from(new Intl.Segmenter('en').segment(source), ({ segment }) => {
      const cells = cellsOf(segment)
      at += cells
      return at - cells >= from && at <= to ? segment : ''
    }).join('')
  }

  it.each([
    ['plain letters', 'return eval(x)', 'eval', 'eval'],
    ['a tab before', '\tif\teval(x)', 'eval', 'eval'],
    ['a tab that is marked itself', 'if\t\tx', '\t\t', '      '],
    ['wide letters', 'const 名前 = eval(x)', 'eval', 'eval'],
    ['wide letters that are marked', 'const 名前 = 1', '名前', '名前'],
    ['combining marks', 'cafe\u0301s + eval(x)', 'eval', 'eval'],
    ['a letter with a mark', 'cafe\u0301s', 'e\u0301', 'e\u0301'],
    ['pictures of several code points', '"👩‍👩‍👧 🇩🇪 ✌️" + eval(x)', 'eval', 'eval'],
    ['Hangul in parts', '\u1112\u1161\u11ab + eval(x)', 'eval', 'eval'],
    ['a turned direction', '/*\u202e*/ eval(x)', 'eval', 'eval'],
    ['what is not seen', 'a\u200bb\u001b[31m eval(x)', 'eval', 'eval'],
    ['the unseen itself', 'a\u200bb', '\u200b', '<U+200B>'],
    ['a lone surrogate', 'a\ud800 eval(x)', 'eval', 'eval'],
    ['a scope of C++ at the start', '::eval(x)', 'eval', 'eval'],
  ])('stand below what is meant, with %s', (_, text, marked, expected) => {
    const printed = inLog(lineOf(text, marked))

    expect(above(printed)).toBe(expected)
    expect(plain(printed)).toBe(printed)
    for (const width of [40, 60]) expect(above(inLog(lineOf(text, marked), width))).toBe(expected)
  })

  it('keep to the width, and to what they mark, wherever it stands in a long line', () => {
    const parts = fc.array(fc.constantFrom('x', ' ', '名', '\t', 'e\u0301', '😀'), { maxLength: 300 })
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 40, max: 200 }), (before, after, width) => {
        const printed = inLog(lineOf(`${before.join('')}EVAL${after.join('')}`, 'EVAL'), width)

        return above(printed) === 'EVAL' && printed.split('\n').every((line) => cellsOf(line) <= width)
      }),
      { numRuns: 300 },
    )
  })
})

describe('What a stream can show', () => {
  const tty = { isTTY: true, columns: 120 }
  const xterm = { TERM: 'xterm-256color' }

  it.each([
    ['a terminal', tty, xterm, true],
    ['a pipe', {}, xterm, false],
    ['NO_COLOR', tty, { ...xterm, NO_COLOR: '1' }, false],
    ['an empty NO_COLOR, which says nothing', tty, { ...xterm, NO_COLOR: '' }, true],
    ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', tty, { ...xterm, FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR before NO_COLOR, as in Node', {}, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    ['CLICOLOR=0', tty, { ...xterm, CLICOLOR: '0' }, false],
    ['CLICOLOR_FORCE in a pipe', {}, { CLICOLOR_FORCE: '1' }, true],
    ['NO_COLOR before CLICOLOR_FORCE', {}, { CLICOLOR_FORCE: '1', NO_COLOR: '1' }, false],
    ['a dumb terminal', tty, { TERM: 'dumb' }, false],
    ['a CI that brings a terminal', tty, { ...xterm, CI: 'true' }, false],
    ['a CI where somebody asks for them', {}, { CI: 'true', FORCE_COLOR: '1' }, true],
  ])('colours: %s', (_, stream, environment, colours) => {
    expect(screenOf(stream, environment).colours).toBe(colours)
  })

  it.each([
    [tty, {}, 120],
    [{ isTTY: true, columns: 20 }, {}, 40],
    [{ isTTY: true, columns: 0 }, { COLUMNS: '72' }, 72],
    [{}, { COLUMNS: '72' }, 72],
    [{}, { COLUMNS: 'wide' }, undefined],
    [{}, {}, undefined],
  ])('width: %j with %j', (stream, environment, width) => {
    expect(screenOf(stream, environment).width).toBe(width)
  })

  it.each([
    ['nobody knows the terminal', xterm, false],
    ['iTerm', { ...xterm, TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.0' }, true],
    ['an old iTerm', { ...xterm, TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
    ['VS Code', { ...xterm, TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.104.2' }, true],
    ['an old VS Code', { ...xterm, TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.9.0' }, false],
    ['VTE', { ...xterm, VTE_VERSION: '7600' }, true],
    ['the VTE that crashes', { ...xterm, VTE_VERSION: '5000' }, false],
    ['Windows Terminal', { ...xterm, WT_SESSION: 'x' }, true],
    ['kitty', { TERM: 'xterm-kitty' }, true],
    ['screen in VTE', { TERM: 'screen', VTE_VERSION: '7600' }, false],
    ['VTE in a CI', { ...xterm, VTE_VERSION: '7600', CI: 'true' }, false],
    ['who asks for them', { ...xterm, FORCE_HYPERLINK: '1' }, true],
    ['who does not want them', { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
  ])('links: %s', (_, environment, links) => {
    expect(screenOf(tty, environment).links).toBe(links)
  })
})

describe('Long work', () => {
  it('is told of in a log now and then, with the time it may take, and no more once it has ended', async () => {
    const said: string[] = []
    const { during } = progressAt({ now: Date.now, say: (text) => void said.push(text), beatMs: 300 })

    const answer = await during(pause(1100, 'done'), { what: () => 'ESLint is still scanning', limitMs: 90_000 })
    const before = said.length
    await pause(700)

    expect(answer).toBe('done')
    expect(said[0]).toBe('ESLint is still scanning after 0 s, of 1 min 30 s at most.')
    expect(before).toBeGreaterThanOrEqual(2)
    expect(said).toHaveLength(before)
  })

  it('keeps no process alive, and its failure is passed on', async () => {
    const { during } = progressAt({ now: Date.now, say: () => {}, beatMs: 50 })
    const underway = { what: () => 'x', limitMs: 1000 }
    const keepers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const before = keepers()
    await expect(during(Promise.reject(new Error('broken')), underway)).rejects.toThrow('broken')

    void during(new Promise(() => {}), underway)

    expect(keepers()).toBe(before)
  })

  it('on a terminal is one line that is wiped before anything else is said, and never wider than the terminal', () => {
    let written = ''
    const line = liveLine(
      (text) => {
        written += text
      },
      () => 40,
    )
    line.draw('名前'.repeat(40))
    line.draw('ESLint is still scanning')
    line.erase()
    line.erase()
    written += 'log\n'
    line.end()
    line.draw('too late')

    expect(Math.max(...written.split('\r').map((each) => cellsOf(plain(each))))).toBeLessThanOrEqual(39)
    expect(settled(written)).toBe('log\n')
  })
})

/** What is left to read on a terminal, of lines that were wiped and drawn over. */
function settled(output: string): string {
  return output
    .replace(/\r\n/g, '\n')
    .replace(/[^\n\r]*\r\u001b\[K/g, '')
    .replace(/\^C/g, '')
}

// util-linux has a `script` that brings a terminal and passes the exit code on; others do not.
const hasPty = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '')
const describePty = hasPty ? describe : describe.skip

describePty(`In a real terminal${hasPty ? '' : ' (skipped: no `script` of util-linux)'}`, () => {
  const slow = `setTimeout(() => console.log(JSON.stringify([{ filePath: 'a.js', errorCount: 1, messages: [
    { ruleId: 'no-eval', severity: 2, message: 'm', line: 1, column: 3, endLine: 1, endColumn: 7 }] }])), 1200)`
  const command = "run --command 'node slow.mjs'"

  function inTerminal(words: string, env: Record<string, string> = {}): { child: ChildProcess; output: () => string } {
    const cwd = folder({ 'slow.mjs': slow, 'a.js': '  eval(x)\n' })
    const { PATH = '' } = process.env
    const child = spawn('script', ['-qec', `'${process.execPath}' '${cli}' ${words}`, '/dev/null'], {
      cwd,
      env: { PATH, HOME: cwd, SHELL: '/bin/sh', TERM: 'xterm', COLUMNS: '80', ...env },
    })
    let output = ''
    child.stdout!.on('data', (chunk) => {
      output += chunk
    })
    return { child, output: () => output }
  }
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve))

  it('shows colours, and a line that turns while a scanner runs and leaves nothing behind', async () => {
    const { child, output } = inTerminal(command)

    expect(await ended(child)).toBe(1)
    expect(output()).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] node is still scanning after \d s, of 30 min at most/)
    expect(settled(output())).not.toMatch(/still scanning|[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/)
    expect(output()).toContain('\u001b[31mhigh\u001b[0m')
    expect(plain(output())).toContain('     1 |   eval(x)\n       |   ^^^^')
  })

  it('shows neither to who wants no colours in a CI', async () => {
    const { child, output } = inTerminal(command, { NO_COLOR: '1', CI: 'true' })

    expect(await ended(child)).toBe(1)
    expect(output()).not.toContain('\u001b')
    expect(output()).not.toContain('⠋')
  })

  it('wipes the line and ends with 130 when somebody presses Ctrl-C', async () => {
    const { child, output } = inTerminal("run --command 'node -e setInterval(String,1000)'")
    while (!output().includes('still scanning')) await pause(50)

    child.stdin!.write('\u0003')

    expect(await ended(child)).toBe(130)
    expect(settled(output())).toMatch(/Interrupted by SIGINT before there was a verdict\.\n$/)
    expect(settled(output())).not.toContain('still scanning')
  })
})

describe('Standard output', () => {
  it('holds nothing but data, also where colours and progress are forced', () => {
    const cwd = folder({ 'r.sarif': logOf(runOf('T', [resultAt('a.js', 1)])) })
    const env = { PATH: process.env['PATH'], HOME: cwd, FORCE_COLOR: '1', FORCE_HYPERLINK: '1' }

    const { stdout, status } = spawnSync(process.execPath, [cli, 'convert', 'r.sarif'], { cwd, env, encoding: 'utf8' })

    expect(status).toBe(0)
    expect(stdout).not.toContain('\u001b')
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' })
  })
})
