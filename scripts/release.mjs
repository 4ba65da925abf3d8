// The steps of a release that a machine can do. CONTRIBUTING.md has the whole way.
//
//   npm run release -- 1.2.3 [--dry-run]               check, set the version, build, commit, tag: all of it here, nothing is sent
//   node scripts/release.mjs check v1.2.3              whether what is checked out is the release of this tag
//   node scripts/release.mjs notes v1.2.3              what CHANGELOG.md says of it
//   node scripts/release.mjs move-tags v1.2.3 [--push] v1 and v1.2 follow, unless a newer release has them
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const versionFile = 'src/model/version.ts'
const numbers = /^(\d+)\.(\d+)\.(\d+)$/

class Refusal extends Error {}

const read = (file) => readFileSync(file, 'utf8')
const git = (...words) => execFileSync('git', words, { encoding: 'utf8', maxBuffer: 2 ** 30 }).replace(/\n$/, '')

/** What is to be done is told; what is wrong is told all at once. */
function main([first = '', ...rest]) {
  const given = rest.find((word) => !word.startsWith('--')) ?? ''
  const version = given.replace(/^v/, '')
  if (first === 'check') return refuseIf(faultsOf(version))
  if (first === 'notes') return console.log(sectionOf(version))
  if (first === 'move-tags') return moveTags(version, rest.includes('--push'))
  return release(first, rest.includes('--dry-run'))
}

function refuseIf(faults) {
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
}

function release(version, isRehearsal) {
  const old = JSON.parse(read('package.json')).version
  refuseIf(obstaclesOf(version, old))
  const tag = `v${version}`
  console.log(`${old} becomes ${version}: ${versionFile}, package.json, package-lock.json, CHANGELOG.md, dist.`)
  if (isRehearsal) return console.log(`Then a commit and the tag ${tag}. This is a rehearsal: nothing was changed.`)
  try {
    writeVersion(version)
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
    refuseIf([...strayChanges(old, version), ...faultsOf(version)])
  } catch (error) {
    // The tree was clean, so this takes back what stands above and nothing else.
    git('restore', '--staged', '--worktree', '.')
    throw error
  }
  git('commit', '--quiet', '--all', '--message', `Release ${version}`)
  git('tag', '--annotate', tag, '--message', `codescan-gate ${version}`)
  console.log(`Committed and tagged. To release it: git push --atomic origin main ${tag}`)
}

function obstaclesOf(version, old) {
  if (!numbers.test(version)) return [`\`${version}\` is no version: write it as in 1.2.3.`]
  const [newest] = releases()
  return [
    git('status', '--porcelain') && 'There are changes that are not committed. Commit them, or put them away.',
    git('branch', '--show-current') !== 'main' && 'Releases are made on main: `git switch main`.',
    newest && compare(version, newest) <= 0 && `${newest} is released already, so the next one has to be newer.`,
    compare(version, old) < 0 && `package.json says ${old}, which is newer than ${version}.`,
    !sectionOf('Unreleased') && 'CHANGELOG.md has nothing under "## Unreleased".',
    ...foreignMajors(version),
  ].filter(Boolean)
}

/** The section under a heading of CHANGELOG.md, without the heading. */
function sectionOf(name) {
  const [, section = ''] = read('CHANGELOG.md').split(new RegExp(`^## ${name.replaceAll('.', '\\.')}(?: .*)?\n`, 'm'))
  return section.split(/^## /m)[0].trim()
}

/** Documents that tell the reader to use another major version. */
function foreignMajors(version) {
  const [major] = version.split('.')
  const files = ['.', 'docs', 'examples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:md|yml)$/.test(name))
      .map((name) => join(folder, name)),
  )
  const isForeign = (file) =>
    [...read(file).matchAll(/codescan-gate\/codescan-gate[\w/-]*@v(\d+)/g)].some(([, used]) => used !== major)
  return files.filter(isForeign).map((file) => `${file} uses another major version than v${major}.`)
}

function writeVersion(version) {
  for (const file of ['package.json', 'package-lock.json']) {
    const content = JSON.parse(read(file))
    content.version = version
    if (content.packages) content.packages[''].version = version
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  }
  writeFileSync(versionFile, read(versionFile).replace(/'[\d.]+'/, `'${version}'`))
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync(
    'CHANGELOG.md',
    read('CHANGELOG.md').replace(/^## Unreleased\n/m, `## Unreleased\n\n## ${version} – ${day}\n`),
  )
}

/** Where dist became something else than itself with another version: it was not what the source makes. */
function strayChanges(old, version) {
  const changed = git('status', '--porcelain', '--', 'dist').split('\n').filter(Boolean)
  return changed
    .map((line) => line.slice(3))
    .filter((file) => !isItself(file, old, version))
    .map((file) => `${file} was not what the source makes. Run \`npm run build\`, look at it, and commit it first.`)
}

function isItself(file, old, version) {
  // The minifier breaks long lines, elsewhere when the version is longer.
  const plain = (text) => text.replaceAll('\n', '')
  const listed = git('ls-tree', '--name-only', 'HEAD', '--', file)
  if (!listed || !existsSync(file)) return false
  const pieces = plain(git('show', `HEAD:${file}`)).split(old)
  const after = plain(read(file))
  return pieces.some(
    (_, at) => at > 0 && pieces.slice(0, at).join(old) + version + pieces.slice(at).join(old) === after,
  )
}

/** What keeps the files at hand from being the release of a version. */
function faultsOf(version) {
  if (!numbers.test(version)) return [`\`${version}\` is no version: write it as in v1.2.3.`]
  const lock = JSON.parse(read('package-lock.json'))
  const bundled = execFileSync(process.execPath, ['dist/cli/index.js', '--version'], { encoding: 'utf8' }).trim()
  const told = {
    'package.json': JSON.parse(read('package.json')).version,
    'package-lock.json': lock.version,
    'package-lock.json, of its own package': lock.packages[''].version,
    [versionFile]: /'([\d.]+)'/.exec(read(versionFile))?.[1],
    'dist/cli/index.js': bundled,
  }
  return [
    ...Object.entries(told)
      .filter(([, found]) => found !== version)
      .map(([place, found]) => `${place} says ${found}, not ${version}.`),
    ...(sectionOf(version) ? [] : [`CHANGELOG.md has no section "## ${version}", or nothing in it.`]),
    ...foreignMajors(version),
  ]
}

/** All that is released, the newest first. */
function releases() {
  return git('tag', '--list', 'v*')
    .split('\n')
    .map((tag) => tag.slice(1))
    .filter((version) => numbers.test(version))
    .sort((one, other) => compare(other, one))
}

function compare(one, other) {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number))
  const at = left.findIndex((number, index) => number !== right[index])
  return at < 0 ? 0 : left[at] - right[at]
}

/** A patch of an older line moves the tag of that line alone. */
function moveTags(version, isPushed) {
  const [, major, minor] = numbers.exec(version) ?? []
  if (!releases().includes(version)) throw new Refusal(`There is no tag v${version} here.`)
  const lines = [`${major}`, `${major}.${minor}`]
  const moved = lines.filter((line) => releases().find((each) => each.startsWith(`${line}.`)) === version)
  for (const line of moved) git('tag', '--force', `v${line}`, `v${version}^{commit}`)
  if (isPushed && moved.length > 0)
    git('push', '--quiet', '--force', 'origin', ...moved.map((line) => `refs/tags/v${line}`))
  for (const line of lines)
    console.log(moved.includes(line) ? `v${line} is v${version} now.` : `v${line} stays: a newer release has it.`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 2
}
