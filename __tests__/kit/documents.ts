import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../sandbox/root.ts'

export interface Block {
  /** `docs/recipes.md:12`, the line of its first line. */
  place: string
  /** Its first word: `yaml`, `sh`; empty for a block without one. */
  language: string
  text: string
}

/** The documents that people read, by path from the root; what was decided is history, and not kept in step. */
export function pages(): string[] {
  const root = projectRoot()
  return ['.', 'docs']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => (folder === '.' ? name : `${folder}/${name}`)))
    .filter((name) => name.endsWith('.md'))
}

export function read(file: string): string {
  return readFileSync(join(projectRoot(), file), 'utf8')
}

export function blocksOf(file: string): Block[] {
  const page = read(file)
  return [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language = '', 2: text = '' }) => ({
    place: `${file}:${page.slice(0, index).split('\n').length + 1}`,
    language,
    text,
  }))
}

/** A page without its blocks of code, so that what looks like a heading or a link in them does not count. */
export function proseOf(file: string): string {
  return read(file).replace(/^```[\s\S]*?^```$/gm, '')
}

/** Level and words of each heading. */
export function headingsOf(file: string): { level: number; words: string }[] {
  return [...proseOf(file).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', words = '']) => ({
    level: marks.length,
    words,
  }))
}

/** The rows of each table, heads left out, as cells. */
export function tablesOf(file: string): string[][][] {
  return [...proseOf(file).matchAll(/^\|.*\|\n\|(?: --- \|)+\n((?:\|.*\|\n?)*)/gm)].map(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) => row.slice(2, -2).split(/ (?<!\\)\| /)),
  )
}

/** As GitHub makes them: in small letters, without signs, blanks as dashes, and numbered where they come again. */
export function anchorsOf(file: string): string[] {
  const counts = new Map<string, number>()
  return headingsOf(file).map(({ words }) => {
    const anchor = words
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(anchor) ?? 0
    counts.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  })
}
