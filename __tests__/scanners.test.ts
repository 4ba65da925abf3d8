import { existsSync, readFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Run } from 'sarif'
import { projectRoot } from '../sandbox/root.ts'
import { findPreset, presets } from '../src/scanners/index.ts'
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
  /** Files that the tool cannot get through, or not whole; perhaps only with these words. */
  broken: Record<string, string>
  args?: string[]
}

const c = {
  bad: { 'a.c': '#include <stdio.h>\nchar b[9];\nvoid f(void) { gets(b); }\n' },
  good: { 'a.c': 'int f(void) { return 0; }\n' },
}
const cargo = { 'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n' }
const eslintConfig = { 'eslint.config.js': "export default [{ rules: { 'no-eval': 'error' } }]\n" }
const goMain = (body: string) => ({
  'go.mod': 'module example.com/a\n\ngo 1.19\n',
  'a.go': `package main\n\nimport "fmt"\n\nfunc main() { ${body} }\n`,
})
const phpcsRules = (ref: string) => ({ 'phpcs.xml': `<?xml version="1.0"?><ruleset><rule ref="${ref}"/></ruleset>` })
const sql = (text: string, dialect = 'ansi') => ({
  'a.sql': `${text}\n`,
  '.sqlfluff': `[sqlfluff]\ndialect = ${dialect}\n`,
})
const tidyChecks = { '.clang-tidy': "Checks: '-*,clang-analyzer-core.*,bugprone-*'\nWarningsAsErrors: '*'\n" }

const python = { bad: { 'bad.py': 'import os\nx = undefined\n' }, good: { 'good.py': 'X = 1\n' } }
const tsconfig = '{"compilerOptions":{"strict":true,"skipLibCheck":true,"lib":["es5"],"types":[]},"include":["*.ts"]}'

/** By the id of the preset; what follows it is said of the case. */
const cases: Record<string, Case> = {
  eslint: {
    bad: { ...eslintConfig, 'bad.js': 'eval("1")\n' },
    rules: ['no-eval'],
    good: { ...eslintConfig, 'good.js': 'export {}\n' },
    broken: { 'eslint.config.js': 'export default [{ rules: { "no-evil": "loud" } }]', 'bad.js': 'eval("1")\n' },
  },
  shellcheck: {
    bad: { 'bad.sh': '#!/bin/sh\necho $1\n' },
    rules: ['SC2086'],
    good: { 'good.sh': '#!/bin/sh\necho "$1"\n' },
    broken: { 'bad.sh': '#!/bin/sh\n' },
    args: ['--', 'nope.sh'],
  },
  rubocop: {
    bad: { 'a.rb': 'x = 1\n' },
    rules: ['Lint/UselessAssignment', 'Style/FrozenStringLiteralComment'],
    good: { 'a.rb': '# frozen_string_literal: true\n\nputs 1\n' },
    broken: { '.rubocop.yml': 'inherit_from: missing.yml\n', 'a.rb': 'x = 1\n' },
  },
  phpcs: {
    bad: { ...phpcsRules('PSR12'), 'a.php': '<?php\n\nif(1) {\n}\n' },
    rules: ['Squiz.ControlStructures.ControlSignature.SpaceAfterKeyword'],
    good: { ...phpcsRules('PSR12'), 'a.php': '<?php\n\n$a = 1;\n' },
    broken: { ...phpcsRules('Nope'), 'a.php': '' },
  },
  // It ends with another code then.
  'phpcs where it can fix nothing': {
    bad: { ...phpcsRules('Squiz.PHP.Eval'), 'a.php': '<?php\n\neval(1);\n' },
    rules: ['Squiz.PHP.Eval.Discouraged'],
    good: { ...phpcsRules('Squiz.PHP.Eval'), 'a.php': '<?php\n\n$a = 1;\n' },
    broken: { 'a.php': '' },
    args: ['--', 'nope.php'],
  },
  'ansible-lint': {
    bad: { 'playbooks/a.yml': '---\n- hosts: localhost\n  tasks: []\n' },
    rules: ['name[play]'],
    good: { 'playbooks/a.yml': '---\n- name: Nothing\n  hosts: localhost\n  tasks: []\n' },
    broken: { 'playbooks/a.yml': '---\n' },
    args: ['--nonsense'],
  },
  sqlfluff: {
    bad: sql('SELECT a from t'),
    // Version 2 renamed the rule.
    rules: [expect.stringMatching(/^(?:L010|CP01)$/) as unknown as string],
    good: sql('SELECT a FROM t'),
    broken: sql('SELECT 1', 'nope'),
  },
  flawfinder: {
    ...c,
    rules: ['FF1013', 'FF1014'],
    broken: c.bad,
    args: ['--', 'a.c', 'nope.c'],
  },
  cppcheck: {
    bad: { 'src/a.c': 'int f(void) { char b[2]; b[5] = 1; return b[0]; }\n' },
    rules: ['arrayIndexOutOfBounds'],
    good: c.good,
    broken: { 'b.c': 'int g(\n' },
  },
  'cppcheck where nothing is to be scanned': {
    bad: { 'src/a.c': 'int f(void) { char b[2]; b[5] = 1; return b[0]; }\n' },
    rules: ['arrayIndexOutOfBounds'],
    good: c.good,
    broken: { 'a.txt': '' },
  },
  'clang-tidy': {
    bad: { ...tidyChecks, 'src/--a.c': 'int f(void) { int *p = 0; return *p; }\n' },
    rules: ['clang-analyzer-core.NullDereference'],
    good: { ...tidyChecks, 'src/--a.c': c.good['a.c'] },
    broken: { ...tidyChecks, 'src/--a.c': '#include "gone.h"\n' },
  },
  clippy: {
    bad: { ...cargo, 'src/lib.rs': 'pub fn f(v: &Vec<i32>) -> usize { v.len() }\n' },
    rules: ['clippy::ptr_arg'],
    good: { ...cargo, 'src/lib.rs': 'pub fn f() {}\n' },
    // A lint that is an error ends the compilation.
    broken: { ...cargo, 'src/lib.rs': 'pub fn f() -> f64 { 3.14 }\n' },
  },
  'clippy without a manifest': {
    bad: { ...cargo, 'src/lib.rs': 'pub fn f(v: &Vec<i32>) -> usize { v.len() }\n' },
    rules: ['clippy::ptr_arg'],
    good: { ...cargo, 'src/lib.rs': 'pub fn f() {}\n' },
    broken: { 'a.rs': '' },
  },
  'go-vet': {
    bad: goMain('fmt.Printf("%d\\n", "x")'),
    rules: ['unix'],
    good: goMain('fmt.Println()'),
    broken: goMain('fmt.Println(lost)'),
  },
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
    args: ['--', 'docs/*.md', 'nope.md'],
  },
  yamllint: {
    bad: { 'bad.yaml': '---\na: 1\na: 2\n' },
    rules: ['key-duplicates'],
    good: { 'good.yaml': '---\na: 1\n' },
    broken: { '.yamllint': 'rules: nope', 'bad.yaml': 'a: 1\n' },
  },
}

describe('Presets, run with the real tool', () => {
  describe.each(Object.entries(cases))('%s', (title, { bad, rules, good, broken, args }) => {
    const preset = findPreset(idOf(title))
    // What CI is said to run may not be skipped there.
    const isAsked = isInstalled(preset) || (preset.proof === 'ci' && process.env['CI'] !== undefined)
    const ask = isAsked ? it : it.skip

    ask(
      'finds what is wrong',
      async () => {
        const { runs, problems } = await scanned(preset.id, bad)

        expect([runs.map(rulesOf), problems]).toEqual([[rules], []])
        expect(runs.map(isComplete)).toEqual([true])
        expect(runs[0]!.tool.driver.version).toMatch(/^\d+\.\d+/)
      },
      120_000,
    )

    ask(
      'finds nothing where nothing is wrong',
      async () => {
        const { runs, problems } = await scanned(preset.id, good)

        expect([runs.map(rulesOf), problems]).toEqual([[[]], []])
        expect(runs.map(isComplete)).toEqual([true])
      },
      120_000,
    )

    ask(
      'does not pass for complete where it could not work',
      async () => {
        const { runs, problems } = await scanned(preset.id, broken, args)

        expect(problems.length + runs.filter((run) => isComplete(run) === false).length).toBe(1)
      },
      120_000,
    )
  })

  it('are all those that claim it; npm audit is run beside its registry', () => {
    const claimed = presets.filter(({ proof }) => proof !== 'documented').map(({ id }) => id)

    expect([...new Set([...Object.keys(cases).map(idOf), 'npm-audit'])].sort()).toEqual(claimed.sort())
  })

  it('are run in CI where they say so: it installs them, or the project does', () => {
    const script = readFileSync(join(projectRoot(), '.ci', 'run'), 'utf8')
    const [, installed = ''] = /^for scanner in (.*); do$/m.exec(script)!
    // The browser shows reports, and scans nothing.
    const scanners = installed.split(' ').filter((word) => word !== 'chromium')
    const programs = [...scanners.map((word) => word.split(':')[0]!), 'biome', 'eslint', 'npm', 'tsc']

    expect(programs.sort()).toEqual(
      presets
        .filter(({ proof }) => proof === 'ci')
        .map(({ program }) => program)
        .sort(),
    )
    for (const program of ['biome', 'eslint', 'tsc']) expect(existsSync(ours(program))).toBe(true)
  })
})

function idOf(title: string): string {
  return title.split(' ', 1)[0]!
}
