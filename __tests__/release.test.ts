import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { projectRoot } from '../sandbox/root.ts'
import { version as current } from '../src/model/version.ts'

const root = projectRoot()
const folders: string[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'release-'))
  folders.push(made)
  return made
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

/** npm's own settings of this test run, and the tools of this project, are nothing a user has. */
function environment(): NodeJS.ProcessEnv {
  const given = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  return { ...Object.fromEntries(given), PATH: path.join(delimiter), NO_COLOR: '1' }
}

function run(cwd: string, program: string, ...words: string[]) {
  return spawnSync(program, words, { cwd, encoding: 'utf8', env: environment(), timeout: 100_000 })
}

describe('The package on npm', () => {
  interface Packed {
    filename: string
    unpackedSize: number
    files: { path: string }[]
  }
  const to = folder()
  let packed: Packed

  beforeAll(() => {
    const { stdout } = run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', to)
    packed = (JSON.parse(stdout) as Packed[])[0]!
  })

  it('holds the CLI and the schemas, in less than 3 MB, and asks for no other package', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
    const strangers = packed.files
      .map(({ path }) => path)
      .filter((path) => !/^(?:dist\/cli\/|schemas\/|LICENSE$|package\.json$|README)/.test(path))

    expect(strangers).toEqual([])
    expect(packed.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['dist/cli/index.js', 'dist/cli/package.json', 'schemas/policy.schema.json', 'LICENSE']),
    )
    expect(packed.unpackedSize).toBeLessThan(3_000_000)
    expect(manifest['dependencies']).toBeUndefined()
  })

  it('runs ESLint in a new project, installed without a network', () => {
    const project = folder()
    writeFileSync(join(project, 'package.json'), '{ "private": true }\n')
    const install = run(project, 'npm', 'install', join(to, packed.filename), '--offline', '--no-audit', '--no-fund')
    expect(install).toMatchObject({ status: 0 })
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'codescan-gate',
    ])

    symlinkSync(
      join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'),
      join(project, 'node_modules', '.bin', 'eslint'),
    )
    writeFileSync(join(project, 'eslint.config.mjs'), "export default [{ rules: { 'no-eval': 'error' } }]\n")
    writeFileSync(join(project, 'price.js'), 'export const price = (text) => Number(text)\n')
    const scan = () => run(project, 'npx', '--no-install', 'codescan-gate', 'run', '--scanner', 'eslint')
    expect(scan()).toMatchObject({ status: 0, stdout: expect.stringMatching(/pass/i) })

    writeFileSync(join(project, 'price.js'), 'export const price = (text) => eval(text)\n')
    expect(scan()).toMatchObject({ status: 1, stdout: expect.stringContaining('no-eval') })
  })
})

describe('npm run release', () => {
  let clone: string
  let remote: string
  const git = (...words: string[]) => execFileSync('git', words, { cwd: clone, encoding: 'utf8' }).trim()
  const release = (...words: string[]) => run(clone, process.execPath, 'scripts/release.mjs', ...words)
  const read = (file: string) => readFileSync(join(clone, file), 'utf8')
  const change = (file: string, from: string | RegExp, to: string) =>
    writeFileSync(join(clone, file), read(file).replace(from, to))
  const commit = () => git('commit', '--quiet', '--all', '--message', 'A change')

  /** A repository of what the script reads. Its build only puts the version into the bundle, which takes ncc minutes. */
  beforeEach(() => {
    clone = folder()
    remote = folder()
    for (const file of [
      'package.json',
      'package-lock.json',
      'README.md',
      'README.zh-CN.md',
      'docs',
      'examples',
      'dist',
    ])
      cpSync(join(root, file), join(clone, file), { recursive: true })
    for (const file of ['src/model/version.ts', 'scripts/release.mjs']) cpSync(join(root, file), join(clone, file))
    writeFileSync(join(clone, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- Everything.\n')
    writeFileSync(
      join(clone, 'build.mjs'),
      `import { readFileSync, writeFileSync } from 'node:fs'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
for (const file of ['dist/index.js', 'dist/cli/index.js'])
  writeFileSync(file, readFileSync(file, 'utf8').replace('${current}', version))\n`,
    )
    const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    manifest.scripts['build'] = 'node build.mjs'
    writeFileSync(join(clone, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    execFileSync('git', ['init', '--quiet', '--bare', remote])
    git('init', '--quiet', '--initial-branch', 'main')
    git('config', 'user.name', 'release')
    git('config', 'user.email', 'release@example.com')
    git('remote', 'add', 'origin', remote)
    git('add', '--all', '--force')
    git('commit', '--quiet', '--message', 'All there is')
  })

  it('rehearses without changing anything', () => {
    const rehearsal = release('1.0.0', '--dry-run')

    expect(rehearsal).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') })
    expect(git('status', '--porcelain')).toBe('')
    expect(git('tag')).toBe('')
  })

  it('sets the version everywhere, commits, and tags; what is tagged passes the check of the release workflow', () => {
    expect(release('1.0.0')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('git push --atomic origin main v1.0.0'),
    })

    expect(git('status', '--porcelain')).toBe('')
    expect(git('log', '-1', '--format=%s')).toBe('Release 1.0.0')
    expect(git('rev-parse', 'v1.0.0^{commit}')).toBe(git('rev-parse', 'HEAD'))
    expect(git('cat-file', '-t', 'v1.0.0')).toBe('tag')
    expect(read('CHANGELOG.md')).toMatch(
      /^# Changelog\n\n## Unreleased\n\n## 1\.0\.0 – \d{4}-\d\d-\d\d\n\n- Everything\.\n$/,
    )
    expect(run(clone, process.execPath, 'dist/cli/index.js', '--version').stdout).toBe('1.0.0\n')
    expect(release('check', 'v1.0.0')).toMatchObject({ status: 0, stderr: '' })
    expect(release('notes', 'v1.0.0').stdout).toBe('- Everything.\n')
    expect(release('check', 'v1.0.1')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^package\.json says 1\.0\.0, not 1\.0\.1\.[\s\S]*CHANGELOG\.md has no section "## 1\.0\.1"/,
      ),
    })
  })

  it.each([
    { what: 'no version', version: '1.0', make: () => {}, says: /`1\.0` is no version/ },
    { what: 'an unclean tree', version: '1.0.0', make: () => change('README.md', '#', '##'), says: /not committed/ },
    {
      what: 'another branch',
      version: '1.0.0',
      make: () => git('switch', '--quiet', '--create', 'x'),
      says: /made on main/,
    },
    { what: 'an older version', version: '0.0.9', make: () => {}, says: /newer than 0\.0\.9/ },
    {
      what: 'a version that is out',
      version: '1.0.0',
      make: () => git('tag', 'v1.0.0'),
      says: /1\.0\.0 is released already/,
    },
    {
      what: 'documents for another major',
      version: '2.0.0',
      make: () => {},
      says: /README\.md uses another major version than v2/,
    },
    {
      what: 'nothing in the changelog',
      version: '1.0.0',
      make: () => {
        change('CHANGELOG.md', '- Everything.\n', '')
        commit()
      },
      says: /nothing under "## Unreleased"/,
    },
    {
      what: 'a dist that is not what the source makes',
      version: '1.0.0',
      make: () => {
        change('build.mjs', /$/, "writeFileSync('dist/index.js', readFileSync('dist/index.js', 'utf8') + ';void 0')\n")
        commit()
      },
      says: /dist\/index\.js was not what the source makes/,
    },
  ])('refuses $what, and leaves everything as it was', ({ version, make, says }) => {
    make()
    const before = [git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')]

    const refusal = release(version)

    expect(refusal.status).toBe(2)
    expect(refusal.stderr).toMatch(says)
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')]).toEqual(before)
  })

  it('moves v1 and v1.2 to the newest release of their lines, and never back', () => {
    for (const version of ['1.1.0', '1.2.0', '1.10.0', '1.2.1', '2.0.0']) {
      git('commit', '--quiet', '--allow-empty', '--message', version)
      git('tag', '--annotate', `v${version}`, '--message', version)
    }

    const moved = release('move-tags', 'v1.10.0', '--push')
    const patch = release('move-tags', 'v1.2.1', '--push')

    const at = (tag: string) => execFileSync('git', ['-C', remote, 'rev-parse', tag], { encoding: 'utf8' }).trim()
    expect(moved.stdout).toBe('v1 is v1.10.0 now.\nv1.10 is v1.10.0 now.\n')
    expect(patch.stdout).toBe('v1 stays: a newer release has it.\nv1.2 is v1.2.1 now.\n')
    expect(at('v1')).toBe(git('rev-parse', 'v1.10.0^{commit}'))
    expect(at('v1.2')).toBe(git('rev-parse', 'v1.2.1^{commit}'))
    expect(release('move-tags', 'v3.0.0')).toMatchObject({ status: 2, stderr: 'There is no tag v3.0.0 here.\n' })
  })
})
