import type { Dependency } from '../model/dependency.ts'
import {
  gems,
  gemWishes,
  goModules,
  objectsByKey,
  objectsByName,
  pnpmEntries,
  type Reader,
  requirements,
  tables,
  wishesInJson,
  wishesInToml,
  yarnEntries,
} from './package-readers.ts'
import { gradle, gradleLock, maven, mix, nuget, pubspec } from './package-readers-blocks.ts'

type Spelling = (name: string) => string

const exact: Spelling = (name) => name
const anyCase: Spelling = (name) => name.toLowerCase()
/** As PyPI takes names for the same (PEP 503). */
const asPypi: Spelling = (name) => name.toLowerCase().replace(/[-_.]+/g, '-')

interface Kind {
  name: RegExp
  read: Reader
  spelling: Spelling
}

const kinds: Kind[] = [
  { name: /^(?:package-lock|npm-shrinkwrap|\.package-lock)\.json$/, read: objectsByKey('version'), spelling: exact },
  { name: /^yarn\.lock$/, read: yarnEntries, spelling: exact },
  { name: /^pnpm-lock\.yaml$/, read: pnpmEntries, spelling: exact },
  { name: /^package\.json$/, read: wishesInJson, spelling: exact },
  { name: /^Pipfile\.lock$/, read: objectsByKey('version'), spelling: asPypi },
  { name: /^(?:poetry|uv|pdm)\.lock$/, read: tables, spelling: asPypi },
  { name: /(?:requirements|constraints).*\.(?:txt|in)$/, read: requirements, spelling: asPypi },
  { name: /^(?:pyproject\.toml|Pipfile)$/, read: wishesInToml, spelling: asPypi },
  { name: /^go\.(?:mod|sum)$/, read: goModules, spelling: exact },
  { name: /^Cargo\.lock$/, read: tables, spelling: exact },
  { name: /^Cargo\.toml$/, read: wishesInToml, spelling: exact },
  { name: /^(?:Gemfile\.lock|gems\.locked|Podfile\.lock)$/, read: gems, spelling: exact },
  { name: /^(?:Gemfile|gems\.rb)$|\.gemspec$/, read: gemWishes, spelling: exact },
  { name: /^composer\.lock$/, read: objectsByName, spelling: anyCase },
  { name: /^composer\.json$/, read: wishesInJson, spelling: anyCase },
  { name: /^pom\.xml$|\.pom$/, read: maven, spelling: exact },
  { name: /\.gradle(?:\.kts)?$|\.versions\.toml$/, read: gradle, spelling: exact },
  { name: /\.lockfile$/, read: gradleLock, spelling: exact },
  { name: /^packages\..*lock\.json$/, read: objectsByKey('resolved'), spelling: anyCase },
  { name: /^packages\.config$|\.(?:cs|fs|vb)proj$|^Directory\.Packages\.props$/, read: nuget, spelling: anyCase },
  { name: /^Package\.resolved$/, read: objectsByName, spelling: anyCase },
  { name: /^mix\.lock$/, read: mix, spelling: exact },
  { name: /^pubspec\.lock$/, read: pubspec, spelling: exact },
]

/** Finds the line of a package; undefined for one that the file does not list. */
export type PackageList = (wanted: Dependency) => number | undefined

/** How to read this file, by its name; undefined for what is no list of packages, which is not worth opening. */
export function packageListReader(path: string): ((text: string) => PackageList) | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const kind = kinds.find(({ name }) => name.test(file))
  return kind && ((text) => packageList(text, kind))
}

/** Reads the file once, however many packages are looked up. */
function packageList(text: string, { read, spelling }: Kind): PackageList {
  const byName = new Map<string, Map<string, number>>()
  const byKey = new Map<string, number>()
  for (const { name, version = '', key, line } of read(numbered(text))) {
    const spelled = spelling(name)
    const lines = byName.get(spelled) ?? new Map<string, number>()
    if (lines.size === 0) byName.set(spelled, lines)
    const plain = plainVersion(version)
    if (!lines.has(plain)) lines.set(plain, line)
    if (key !== undefined && !byKey.has(key)) byKey.set(key, line)
  }
  return ({ name, version = '', key }) => {
    const lines = byName.get(spelling(name))
    return (key === undefined ? undefined : byKey.get(key)) ?? lines?.get(plainVersion(version)) ?? firstOf(lines)
  }
}

/** A wish, `^1.2.0`, names the package as well; so does another version where a tool gives none. */
function firstOf(lines: Map<string, number> | undefined): number | undefined {
  return lines?.values().next().value
}

/** Without what tools write before or behind one and the same version: `v1.0`, `==1.0`, `1.0-x86_64-linux`, `1.0/go.mod`. */
function plainVersion(version: string): string {
  return version.replace(/^[\s=v^~<>]+/, '').replace(/-(?:x86|x64|arm|aarch|java|universal).*$/, '')
}

function* numbered(text: string): Generator<[string, number]> {
  let number = 1
  for (let start = 0; start < text.length; number++) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    yield [text.slice(start, Math.min(stop, start + longest)), number]
    start = stop + 1
  }
}

/** A line of a list names one package; where a whole file stands on one line, its beginning tells as little as the rest. */
const longest = 2000
