import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@jest/globals'
import { parseCommand } from '../../sandbox/runner/commands.ts'
import type { Outcome } from '../../src/model/outcome.ts'
import { version } from '../../src/model/version.ts'
import { commandsIn } from '../kit/hostile.ts'

/**
 * One way to show an outcome. A renderer becomes part of the suite by one row in `surfaces.ts`; it is then held to a
 * golden file a scenario, and meets every hostile text in every field.
 */
export interface Surface {
  /** What its golden files end in, behind the name of the scenario: `summary.md` makes `pass.summary.md`. */
  file: string
  /** The whole text, as it goes out; the same for the same outcome. */
  render(outcome: Outcome): string
  /** Fails, by `expect`, where the text lets foreign text do or forge anything. Met by every scenario and every hostile text. */
  check(text: string, outcome: Outcome): void
}

const folder = dirname(fileURLToPath(import.meta.url))

/** More than a reader would look through; the hash holds the rest. */
const longestGolden = 64 * 1024

/**
 * Compares with a file that people can open; `UPDATE_GOLDEN=1 npm test -- renderers` writes it. Of a long text the file
 * keeps the first hundred lines, and the size and the hash of all of it. Our own version, which every release changes, is
 * 0.0.0 there.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(folder, name)
  const kept = keptOf(text.replaceAll(version, '0.0.0'))
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, kept)

  expect(existsSync(file)).toBe(true)
  expect(kept).toBe(readFileSync(file, 'utf8'))
}

function keptOf(text: string): string {
  // A file of Git ends in a line feed; a lone surrogate would not survive the way through a file.
  const whole = `${text.toWellFormed().replace(/\n$/, '')}\n`
  if (whole.length <= longestGolden) return whole
  const head = whole
    .split('\n')
    .slice(0, 100)
    .map((line) => (line.length > 1000 ? `${line.slice(0, 1000)}…` : line))
  const hash = createHash('sha256').update(whole).digest('hex')
  return `${head.join('\n')}\n\n[golden] ${Buffer.byteLength(whole)} bytes in all, sha256 ${hash}\n`
}

/** Names of commands that the runner knows, old ones as well: actions/runner, ActionCommandManager. */
const known = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning internal-set-repo-path pause-logging resume-logging'.split(
    ' ',
  ),
)

/** Nothing in the text is a command for the runner, read as the runner reads it, should somebody print it. */
export function expectNoCommand(text: string): void {
  expect(commandsIn(text)).toEqual([])
  expect(text.split(/\r\n|\r|\n/).filter((line) => parseCommand(line, known) !== undefined)).toEqual([])
}

/** The commands in what a step prints; what is no command is left out. */
export function commandsOf(printed: string) {
  return printed.split(/\r\n|\r|\n/).flatMap((line) => parseCommand(line, known) ?? [])
}

/** Control characters, terminal escapes, and characters that turn the reading direction. */
export function expectPrintable(text: string): void {
  expect(text).not.toMatch(/[^\P{Cc}\n\t]/u)
  expect(text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  expect(text.isWellFormed()).toBe(true)
}
