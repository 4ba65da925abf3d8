import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Run } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { findPreset } from '../src/scanners/index.ts'
import { convert } from '../src/stages/convert.ts'
import { scan } from '../src/stages/scan.ts'
import { closing } from './kit/closing.ts'
import { testHost } from './kit/host.ts'

const ours = (program: string) => join(projectRoot(), 'node_modules', '.bin', program)

function isInstalled({ program, fromNpm }: { program: string; fromNpm: boolean }): boolean {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
  return onPath || (fromNpm && existsSync(ours(program)))
}

/** What a scan by the preset finds in these files: its runs, and why what went wrong does not count. */
async function scanned(id: string, files: Record<string, string>, scannerArgs: string[] = []) {
  const { program, fromNpm } = findPreset(id)
  const host = closing(await testHost(files))
  if (fromNpm && existsSync(ours(program))) {
    await mkdir(join(host.cwd, 'node_modules', '.bin'), { recursive: true })
    await symlink(ours(program), join(host.cwd, 'node_modules', '.bin', program))
  }
  const config = {
    scanners: [id],
    scannerArgs,
    findingsExitCodes: [0, 1],
    reports: [],
    format: 'auto',
    folder: host.cwd,
    root: host.cwd,
    timeoutMs: 120_000,
  }
  const { reports, problems } = await scan(config, host)
  const converted = await convert(reports, host)
  return { runs: converted.runs, problems: [...problems, ...converted.problems].map(({ message }) => message) }
}

const rulesOf = ({ results = [] }: Run) => [...new Set(results.map(({ ruleId }) => ruleId))].sort()
const isComplete = ({ invocations }: Run) => invocations?.[0]?.executionSuccessful

interface Case {
  bad: Record<string, string>
  rules: string[]
  good: Record<string, string>
  /** Files that the tool cannot get through, or not whole. */
  broken: Record<string, string>
  args?: string[]
}

const python = { bad: { 'bad.py': 'import os\nx = undefined\n' }, good: { 'good.py': 'X = 1\n' } }
const tsconfig = '{"compilerOptions":{"strict":true,"skipLibCheck":true,"lib":["es5"],"types":[]},"include":["*.ts"]}'

const cases: Record<string, Case> = {
  tsc: {
    bad: { 'tsconfig.json': tsconfig, 'bad.ts': 'export const n: number = "s"\n' },
    rules: ['TS2322'],
    good: { 'tsconfig.json': tsconfig, 'good.ts': 'export const n: number = 1\n' },
    broken: { 'tsconfig.json': tsconfig, 'bad.js': '' },
  },
  biome: {
    bad: { 'bad.js': 'debugger\n' },
    rules: ['lint/suspicious/noDebugger'],
    good: { 'good.js': 'export const n = 1\n' },
    broken: { 'biome.json': '{"linter":{"rules":{"nope":1}}}', 'bad.js': 'debugger\n' },
  },
  oxlint: {
    bad: { 'bad.js': 'debugger\n' },
    rules: ['eslint(no-debugger)'],
    good: { 'good.js': 'export const n = 1\n' },
    broken: { '.oxlintrc.json': '{"rules":{"nope":1}}', 'bad.js': 'debugger\n' },
  },
  stylelint: {
    bad: { '.stylelintrc.json': '{"rules":{"block-no-empty":true}}', 'a b.css': 'a {}\n' },
    rules: ['block-no-empty'],
    good: { '.stylelintrc.json': '{"rules":{"block-no-empty":true}}', 'good.css': 'a { top: 0 }\n' },
    broken: { '.stylelintrc.json': '{"rules":', 'bad.css': 'a {}\n' },
  },
  ruff: {
    ...python,
    rules: ['F401', 'F821'],
    bad: { 'ruff.toml': '[lint]\nselect = ["F"]\n', ...python.bad },
    broken: { 'ruff.toml': '[lint', 'bad.py': 'import os\n' },
  },
  pylint: {
    ...python,
    rules: ['C0114', 'E0602', 'W0611'],
    good: { 'good.py': '"""Documented."""\n' },
    broken: { 'bad.py': 'import os\n' },
    args: ['--', 'nope.py'],
  },
  flake8: {
    ...python,
    rules: ['F401', 'F821'],
    broken: { 'bad.py': 'import os\n' },
    args: ['--', 'nope.py'],
  },
  bandit: {
    bad: { 'bad.py': 'assert True\n' },
    rules: ['B101'],
    good: { 'good.py': 'X = 1\n' },
    broken: { 'bad.py': 'def (:\n' },
  },
  mypy: {
    bad: { 'bad.py': 'x: int = "s"\n' },
    rules: ['assignment'],
    good: { 'good.py': 'x: int = 1\n' },
    broken: { 'bad.py': 'def (:\n' },
  },
  pyright: {
    bad: { 'bad.py': 'x: int = "s"\n' },
    rules: ['reportAssignmentType'],
    good: { 'good.py': 'x: int = 1\n' },
    broken: { 'bad.txt': '' },
  },
  markdownlint: {
    bad: { 'bad.md': '# Title\n\n\n\nText\n' },
    rules: ['MD012'],
    good: { 'good.md': '# Title\n' },
    broken: { 'bad.md': '#x\n' },
    args: ['--config', 'nope.json'],
  },
  yamllint: {
    bad: { 'bad.yaml': '---\na: 1\na: 2\n' },
    rules: ['key-duplicates'],
    good: { 'good.yaml': '---\na: 1\n' },
    broken: { '.yamllint': 'rules: nope', 'bad.yaml': 'a: 1\n' },
  },
}

describe('Presets, run with the real tool (skipped where it is not installed)', () => {
  describe.each(Object.entries(cases))('%s', (id, { bad, rules, good, broken, args }) => {
    const ask = isInstalled(findPreset(id)) ? it : it.skip

    ask(
      'finds what is wrong',
      async () => {
        const { runs, problems } = await scanned(id, bad)

        expect([runs.map(rulesOf), problems]).toEqual([[rules], []])
        expect(runs.map(isComplete)).toEqual([true])
        expect(runs[0]!.tool.driver.version).toMatch(/^\d+\.\d+/)
      },
      120_000,
    )

    ask(
      'finds nothing where nothing is wrong',
      async () => {
        const { runs, problems } = await scanned(id, good)

        expect([runs.map(rulesOf), problems]).toEqual([[[]], []])
        expect(runs.map(isComplete)).toEqual([true])
      },
      120_000,
    )

    ask(
      'does not pass for complete where it could not work',
      async () => {
        const { runs, problems } = await scanned(id, broken, args)

        expect(problems.length + runs.filter((run) => isComplete(run) === false).length).toBe(1)
      },
      120_000,
    )
  })

  it('are as many as the presets that claim to have been run', () => {
    const claimed = [
      'bandit',
      'biome',
      'flake8',
      'markdownlint',
      'mypy',
      'oxlint',
      'pylint',
      'pyright',
      'ruff',
      'semgrep',
      'stylelint',
      'tsc',
      'yamllint',
    ]

    expect(claimed.filter((id) => findPreset(id).proof === 'run')).toEqual(Object.keys(cases).sort())
  })
})
