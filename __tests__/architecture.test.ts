import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectRoot } from '../sandbox/root.ts'

const root = projectRoot()
const drawing = /```floors\n([^`]+)```/.exec(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))?.[1] ?? ''
const floors = drawing
  .trim()
  .split('\n')
  .map((floor) => floor.trim().split(/\s+/))

const folderOf = (file: string) => file.split('/')[0]!.replace(/\.ts$/, '')
const floorOf = (file: string) => floors.findIndex((names) => names.includes(folderOf(file)))

function sourcesOf(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name.replaceAll(sep, '/'), text: readFileSync(join(folder, name), 'utf8') }))
}

/** Every import of ours that does not point down, static or dynamic. */
function wrongImports(folder: string): string[] {
  return sourcesOf(folder).flatMap(({ file, text }) =>
    [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
      .map(([, path]) => relative(folder, join(folder, dirname(file), path!)).replaceAll(sep, '/'))
      .filter((to) => folderOf(to) !== folderOf(file) && floorOf(to) <= floorOf(file))
      .map((to) => `${file} → ${to}`),
  )
}

const src = join(root, 'src')
const sources = sourcesOf(src)
/** Code without comments and strings, so that words in prose do not count. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/`(?:[^`\\]|\\.)*`/g, '')
const usersOf = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(codeOf(text))).map(({ file }) => file)

describe('The drawing in ARCHITECTURE.md', () => {
  it('places every folder of src on a floor', () => {
    const folders = readdirSync(src).map(folderOf)

    expect(folders.sort()).toEqual(floors.flat().sort())
  })

  it('is kept: imports only ever point down', () => {
    expect(wrongImports(src)).toEqual([])
  })

  it('would be seen to be broken: a planted import that points up is found', () => {
    const planted = mkdtempSync(join(tmpdir(), 'floors-'))
    mkdirSync(join(planted, 'model'))
    mkdirSync(join(planted, 'gate'))
    mkdirSync(join(planted, 'render'))
    writeFileSync(join(planted, 'model', 'alert.ts'), "import { judge } from '../gate/judge.ts'\n")
    writeFileSync(join(planted, 'gate', 'judge.ts'), "const late = await import('../render/plain.ts')\n")
    writeFileSync(join(planted, 'render', 'plain.ts'), "import type { Alert } from '../model/alert.ts'\n")

    const wrong = wrongImports(planted)

    rmSync(planted, { recursive: true })
    expect(wrong.sort()).toEqual(['gate/judge.ts → render/plain.ts', 'model/alert.ts → gate/judge.ts'])
  })
})

describe('Only the doors touch the world', () => {
  it.each([
    { word: 'process.', pattern: /\bprocess\./, homes: ['entry/'] },
    { word: 'console.', pattern: /\bconsole\./, homes: ['entry/'] },
    { word: '@actions/', pattern: /'@actions\//, homes: ['entry/', 'clients/'] },
  ])('$word occurs in $homes only', ({ pattern, homes }) => {
    const strangers = usersOf(pattern).filter((file) => !homes.some((home) => file.startsWith(home)))

    expect(strangers).toEqual([])
  })

  it.each(['converters', 'scanners', 'transforms', 'gate', 'render', 'model'])(
    '%s is pure: it imports nothing of Node',
    (folder) => {
      expect(usersOf(/'node:/).filter((file) => file.startsWith(`${folder}/`))).toEqual([])
    },
  )

  it('the CLI starts without the toolkit: everything of @actions is loaded on demand', () => {
    const eager = usersOf(/^import (?!type)[^\n]*'@actions\//m)

    expect(eager).toEqual(['entry/action-host.ts'])
  })
})

describe('The house', () => {
  it('has no room without a purpose, and no crowded one', () => {
    const vague = sources.filter(({ file }) => /(?:utils?|helpers?|common|misc|lib|constants)\.ts$/.test(file))
    const crowded = sources.filter(({ text }) => text.split('\n').length > 200)

    expect([...vague, ...crowded].map(({ file }) => file)).toEqual([])
  })
})
