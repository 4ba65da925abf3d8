import { expect } from '@jest/globals'
import { annotationOf, type Level } from '../../sandbox/runner/annotations.ts'
import { parsePairs } from '../../sandbox/runner/file-commands.ts'
import { actionHost } from '../../src/entry/action-host.ts'
import { markOf } from '../../src/model/comment-mark.ts'
import type { Publication } from '../../src/model/host.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import { annotationsOf } from '../../src/render/annotations.ts'
import { codeQualityOf } from '../../src/render/code-quality.ts'
import { commentOf } from '../../src/render/comment.ts'
import { junitOf } from '../../src/render/junit.ts'
import { outputs, outputsOf } from '../../src/render/outputs.ts'
import { painted } from '../../src/render/painter.ts'
import { plain } from '../../src/render/plain.ts'
import { reportOf } from '../../src/render/report-json.ts'
import { summaryOf } from '../../src/render/summary.ts'
import { tableOf } from '../../src/render/table.ts'
import { checkMarkdown } from './markdown.ts'
import { checkCodeQuality, checkJunit, checkPage, pageWithoutAssets } from './pages.ts'
import { place } from './scenarios.ts'
import { commandsOf, expectNoCommand, expectPrintable, type Surface } from './surface.ts'

/**
 * Every renderer, a row each. To add one: a row with the end of its golden files' names, how it renders, and what has
 * to hold of its text whatever a stranger wrote (surface.ts and markdown.ts have checks to build on); then
 * `UPDATE_GOLDEN=1 npm test -- renderers`, and read the golden files like somebody who has never seen the program.
 */
export const surfaces: Surface[] = [
  { file: 'summary.md', render: (outcome) => summaryOf(outcome, place), check: checkSummary },
  { file: 'comment.md', render: (outcome) => commentOf(outcome, place, mark), check: checkComment },
  { file: 'annotations.txt', render: (outcome) => annotationsSpoken(outcome, 'blocking'), check: checkAnnotations },
  { file: 'annotations-new.txt', render: (outcome) => annotationsSpoken(outcome, 'new'), check: checkAnnotations },
  { file: 'outputs.txt', render: outputsWritten, check: checkOutputs },
  { file: 'report.json', render: (outcome) => JSON.stringify(reportOf(outcome), null, 2), check: checkJson },
  { file: 'terminal.txt', render: inLog, check: checkTerminal },
  { file: 'terminal-60.ansi', render: onScreen, check: checkScreen },
  { file: 'report.html', render: pageWithoutAssets, check: checkPage },
  { file: 'report.junit.xml', render: (outcome) => junitOf(outcome), check: checkJunit },
  {
    file: 'gl-code-quality.json',
    render: (outcome) => JSON.stringify(codeQualityOf(outcome), null, 2),
    check: checkCodeQuality,
  },
]

/** Where GitHub's runner has it. */
const checkout = '/home/runner/work/app/app'
const mark = { name: 'eslint', category: '.github/workflows/scan.yml:scan/--> <!-- x' }

const linkTexts = /^(?:Job summary|Code scanning alerts|Zadig task \d+|SonarQube result)$/

/** Its mark is the first line, and stands nowhere else: no text can take another comment's place. */
function checkComment(text: string): void {
  const [first = ''] = text.split('\n')

  checkMarkdown(text, {
    blobUrl: place.blobUrl,
    linkTexts,
    html: /^<!-- codescan-gate:[\w.%*~!'()-]+:[\w.%*~!'()-]+ -->$/,
  })
  expect(first).toBe(markOf(mark))
  expect(text.split('\n').filter((line) => line.startsWith('<!--'))).toEqual([first])
  expect(text.length).toBeLessThanOrEqual(60_000)
  expect(text).toMatch(/^.*\n## \S+ Gate /)
}

function checkSummary(text: string): void {
  checkMarkdown(text, {
    blobUrl: place.blobUrl,
    linkTexts: /^(?:Code scanning alerts|Zadig task \d+|SonarQube result)$/,
  })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024)
  expect(text).toMatch(/^## \S+ Gate /)
}

/** The very lines that the runner is told, the verdict's own among them. */
function annotationsSpoken(outcome: Outcome, shown: 'blocking' | 'new'): string {
  const failure = outcome.exitCode === 0 ? undefined : outcome.reason
  return spokenToTheRunner({ annotations: annotationsOf(outcome, shown), outputs: {}, failure })
}

/** Publishing without a summary waits for nothing, so all of it is said before the call returns. */
function spokenToTheRunner(publication: Publication): string {
  const { write } = process.stdout
  let said = ''
  process.stdout.write = (text: unknown) => {
    said += text
    return true
  }
  try {
    void actionHost({}).publish(publication)
  } finally {
    process.stdout.write = write
  }
  return said
}

/** As many commands as lines, each an annotation, ten of a kind at most, and all of it as the runner takes it. */
function checkAnnotations(said: string, outcome: Outcome): void {
  const commands = commandsOf(said)
  const kinds = commands.map(({ name }) => name)
  const told = commands.map(({ name, data, properties }) => annotationOf(name as Level, data, properties, checkout))
  const [first, ...rest] = told
  const findings = outcome.exitCode === 0 ? told : rest

  expect(commands).toHaveLength(said.split('\n').length - 1)
  for (const kind of ['error', 'warning', 'notice'])
    expect(kinds.filter((each) => each === kind).length).toBeLessThanOrEqual(10)
  expect(kinds.filter((kind) => !['error', 'warning', 'notice'].includes(kind))).toEqual([])
  if (outcome.exitCode !== 0) expect(first!.file).toBeUndefined()
  for (const { message, title, file } of findings) {
    expect(message.trim()).not.toBe('')
    expect(message.length).toBeLessThanOrEqual(4096)
    expectPrintable(message)
    expectNoCommand(message)
    expect(title).not.toMatch(/\n/)
    expect(file ?? '').not.toMatch(/^(?:[/\\]|[a-z][a-z\d+.-]*:)|(?:^|\/)\.\.(?:\/|$)|\n/i)
  }
}

function outputsWritten(outcome: Outcome): string {
  return Object.entries(outputsOf(outcome))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** What the runner reads from its file is what was said: no value ends early, and none sets another. */
function checkOutputs(text: string, outcome: Outcome): void {
  const said: Record<string, string> = outputsOf(outcome)
  const written = Object.entries(said).map(([name, value]) => `${name}<<delimiter\n${value}\ndelimiter\n`)

  expect(Object.fromEntries(parsePairs(written.join('')))).toEqual(said)
  expect(text.split('\n')).toHaveLength(Object.keys(outputs).length + 1)
  expectPrintable(text)
}

function checkJson(text: string, outcome: Outcome): void {
  const report = JSON.parse(text) as { verdict: string; findings: unknown[] }

  expect(report.verdict).toBe(outcome.verdict)
  expect(report.findings).toHaveLength(outcome.findings.length)
}

function inLog(outcome: Outcome): string {
  return painted(tableOf(outcome), { colours: false, links: false, safe: plain })
}

/** In a terminal with everything, but of 60 cells. */
function onScreen(outcome: Outcome): string {
  return painted(tableOf(outcome, { root: checkout }), { width: 60, colours: true, links: true, safe: plain })
}

/** Once our own escapes are gone, no other is left; links lead where links may lead. */
function checkScreen(text: string, outcome: Outcome): void {
  const links = [...text.matchAll(/\u001b\]8;;([^\u001b]+)\u001b\\/g)].map(([, url]) => url)
  const bare = text.replace(/\u001b\]8;;[^\u001b]*\u001b\\|\u001b\[\d+(?:;\d+)*m/g, '')

  for (const url of links) expect(url).toMatch(/^(?:https?:\/\/|file:\/\/\/home\/runner\/work\/app\/app\/)[!-~]*$/)
  expectNoCommand(bare)
  expectPrintable(bare)
  expect(bare).toMatch(new RegExp(`^${outcome.verdict.toUpperCase()}: `, 'm'))
}

function checkTerminal(text: string, { verdict }: Outcome): void {
  expectNoCommand(text)
  expectPrintable(text)
  expect(text.split('\n').at(-1)).toMatch(new RegExp(`^${verdict.toUpperCase()}: `))
}
