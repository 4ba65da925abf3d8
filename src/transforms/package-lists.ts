import type { Dependency } from '../model/dependency.ts'
import { type Ecosystem, type PackageForm, packageFile } from '../model/package-files.ts'
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

/** All others spell a package as it is named. */
const spellings: Partial<Record<Ecosystem, Spelling>> = {
  pypi: asPypi,
  composer: anyCase,
  nuget: anyCase,
  swift: anyCase,
}

const readers: Record<PackageForm, Reader> = {
  'npm lock': objectsByKey('version'),
  'pnpm lock': pnpmEntries,
  'yarn lock': yarnEntries,
  'json wishes': wishesInJson,
  requirements,
  'toml tables': tables,
  'toml wishes': wishesInToml,
  'pipfile lock': objectsByKey('version'),
  'go modules': goModules,
  'gem lock': gems,
  'gem wishes': gemWishes,
  'json objects': objectsByName,
  maven,
  'gradle lock': gradleLock,
  gradle,
  'nuget lock': objectsByKey('resolved'),
  nuget,
  'mix lock': mix,
  'pubspec lock': pubspec,
}

/** Finds the line of a package; undefined for one that the file does not list. */
export type PackageList = (wanted: Dependency) => number | undefined

/** How to read this file, by its name; undefined for what is no list of packages, which is not worth opening. */
export function packageListReader(path: string): ((text: string) => PackageList) | undefined {
  const file = packageFile(path)
  return file && ((text) => packageList(text, readers[file.form], spellings[file.ecosystem] ?? exact))
}

/** Reads the file once, however many packages are looked up. */
function packageList(text: string, read: Reader, spelling: Spelling): PackageList {
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
