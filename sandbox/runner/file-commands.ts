import { readFile, stat } from 'node:fs/promises'
import { hideInLines } from './masks.ts'
import type { Step } from './step.ts'
import { fail, report } from './step.ts'

/** The files an action writes to, by the word in `GITHUB_<WORD>`. */
export type CommandFiles = Record<'OUTPUT' | 'ENV' | 'PATH' | 'STATE' | 'STEP_SUMMARY', string>

export interface FileCommands {
  outputs: Record<string, string>
  state: Record<string, string>
  envChanges: Record<string, string>
  addedPaths: string[]
  summary: string
}

const maxSummaryBytes = 1024 * 1024 // per step: actions/runner, FileCommandManager.cs

export async function readFileCommands(files: CommandFiles, step: Step): Promise<FileCommands> {
  return {
    addedPaths: (await textOf(files.PATH)).split(/\r?\n/).filter((line) => line !== ''),
    envChanges: withoutBlocked(await pairsIn(files, 'ENV', step), step),
    summary: await readSummary(files.STEP_SUMMARY, step),
    state: await pairsIn(files, 'STATE', step),
    outputs: await pairsIn(files, 'OUTPUT', step),
  }
}

/** Entries before a faulty one have taken effect when the runner meets it. */
async function pairsIn(files: CommandFiles, word: 'OUTPUT' | 'ENV' | 'STATE', step: Step) {
  const pairs: Record<string, string> = {}
  try {
    for (const [name, value] of parsePairs(await textOf(files[word]))) pairs[name] = value
  } catch (error) {
    fail(step, `the file of GITHUB_${word}`, error)
  }
  return pairs
}

/** `name=value` lines and `name<<delimiter` blocks; lines end with a line feed only. */
export function* parsePairs(text: string): Generator<[string, string]> {
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (line === '') continue
    if (!isBlock(line)) {
      yield plainPair(line)
      continue
    }
    const { name, delimiter } = blockHead(line)
    const end = lines.indexOf(delimiter, index + 1)
    if (end < 0) throw new Error(`The block of \`${name}\` never ends: there is no line \`${delimiter}\`.`)
    yield [name, lines.slice(index + 1, end).join('\n')]
    index = end
  }
}

function isBlock(line: string): boolean {
  const block = line.indexOf('<<')
  const equals = line.indexOf('=')
  return block >= 0 && (equals < 0 || block < equals)
}

function blockHead(line: string): { name: string; delimiter: string } {
  const block = line.indexOf('<<')
  const [name, delimiter] = [line.slice(0, block), line.slice(block + 2)]
  if (name === '' || delimiter === '') throw new Error(`\`${line}\` lacks a name or a delimiter.`)
  return { name, delimiter }
}

function plainPair(line: string): [string, string] {
  const equals = line.indexOf('=')
  if (equals < 0) throw new Error(`\`${line}\` is neither \`name=value\` nor \`name<<delimiter\`.`)
  return [line.slice(0, equals), line.slice(equals + 1)]
}

/** With NODE_OPTIONS a step could run code in every later JavaScript action. */
function withoutBlocked(changes: Record<string, string>, step: Step): Record<string, string> {
  const isBlocked = (name: string) => name.toUpperCase() === 'NODE_OPTIONS'
  for (const name of Object.keys(changes).filter(isBlocked))
    report(step, 'error', `${name} cannot be set for later steps.`)
  return Object.fromEntries(Object.entries(changes).filter(([name]) => !isBlocked(name)))
}

/** A summary that is too large is dropped whole; the step goes on as if nothing had happened. */
async function readSummary(file: string, step: Step): Promise<string> {
  const bytes = await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
  if (bytes <= maxSummaryBytes) return hideInLines(await textOf(file), step.secrets)
  const [most, got] = [maxSummaryBytes, bytes].map((size) => `${Math.floor(size / 1024)} KiB`)
  report(step, 'error', `The job summary was dropped: ${got} were written, at most ${most} are kept.`)
  return ''
}

/** An action may delete its command files; the runner takes that for an empty file. */
function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
