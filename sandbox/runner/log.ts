import { stripVTControlCharacters } from 'node:util'
import type { Level } from './annotations.ts'

export type LogEntry = { kind: 'text' | 'debug' | Level | 'group'; text: string } | { kind: 'endgroup' }

const words = { text: '', debug: 'Debug: ', error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ', group: '▾ ' }

/** The log as GitHub's page shows it: words instead of commands, groups indented, no colours. */
export function renderLog(entries: readonly LogEntry[]): string {
  const lines: string[] = []
  let indent = ''
  for (const entry of entries) {
    // Groups do not nest: a new one ends the one before.
    if (entry.kind === 'group' || entry.kind === 'endgroup') indent = ''
    if (entry.kind !== 'endgroup') lines.push(...linesOf(`${words[entry.kind]}${entry.text}`, indent))
    if (entry.kind === 'group') indent = '  '
  }
  return lines.join('\n')
}

function linesOf(text: string, indent: string): string[] {
  return stripVTControlCharacters(text)
    .split(/\r?\n/)
    .map((line) => indent + line)
}
