import { type Producer, producers } from '../producers.ts'
import type { Entry } from './entries.ts'

type Attributes = Record<string, string>

/** A test case's attributes, and those of the suite around it. Every linter uses them in its own way. */
export interface TestCase {
  own: Attributes
  suite: Attributes
}

const known: { name: RegExp; producer: Producer }[] = [
  { name: /^bandit$/, producer: producers.bandit },
  { name: /^Biome$/, producer: producers.biome },
  { name: /^cpplint$/, producer: producers.cpplint },
  { name: /^HTMLHint Tests$/, producer: producers.htmlHint },
  { name: /^Luacheck report$/, producer: producers.luacheck },
  { name: /^mypy$/, producer: producers.mypy },
  { name: /^org\.biome$/, producer: producers.biome },
  { name: /^org\.spectral$/, producer: producers.spectral },
  { name: /^Oxlint$/, producer: producers.oxlint },
  { name: /^PHP_CodeSniffer /, producer: producers.phpCodeSniffer },
  { name: /^redocly lint$/, producer: producers.redocly },
  { name: /^rubocop$/, producer: producers.ruboCop },
  { name: /@secretlint\/secretlint-rule/, producer: producers.secretlint },
]

/** The tool that calls its suites, their package or its cases by this name. `org.eslint` is written by many others as well. */
export function producerOf({ name = '', package: pack = '' }: Attributes): Producer | undefined {
  return known.find((it) => it.name.test(name) || it.name.test(pack))?.producer
}

/** The place in the attributes, or in a name such as `Generic.Files.LineLength at src/a.php (3:81)`, `src/a.php:12`. */
export function placeInNames({ own }: TestCase): Partial<Entry> {
  const at = / at (.+) \((\d+):(\d+)\)$/.exec(own['name'] ?? '')
  if (at) return { file: at[1], line: Number(at[2]), column: Number(at[3]) }
  const pair = /^(.+\.[A-Za-z]\w*):(\d+)$/.exec(own['name'] ?? '')
  if (pair) return { file: pair[1], line: Number(pair[2]) }
  // mypy writes `file="mypy" line="1"` for everything it has to say.
  if (!own['line'] || own['file'] === 'mypy') return {}
  return { line: Number(own['line']), ...(own['column'] && { column: Number(own['column']) }) }
}

/** The file an entry speaks of. Without a line beside it, only what has a slash is taken for a path. */
export function fileOf({ file, line }: Entry, { own, suite }: TestCase): string | undefined {
  const told = file ?? own['file'] ?? suite['file']
  if (told) return told
  const names = [suite['name'], own['classname'], own['name']].filter((name) => name !== undefined)
  return names.find((name) => isPath(name) || (line !== undefined && /^\S+\.[a-z][a-z\d]{0,9}$/i.test(name)))
}

function isPath(name: string): boolean {
  if (name.includes('://') || name.startsWith('@')) return false
  return /^(?:\/|[A-Za-z]:[\\/])/.test(name) || (/[\\/]/.test(name) && !/\s/.test(name) && /\.\w+$/.test(name))
}

/** Words that tools write for how bad it is, in the failure's type or in brackets before the name of the case. */
const severityWord = /^(?:critical|high|medium|moderate|low|info|note|notice|error|warning|warn|negligible|style)$/i

export function severityIn({ type = '' }: Attributes, { own }: TestCase): string | undefined {
  if (severityWord.test(type)) return type
  return /^\[([A-Za-z]+)\]/.exec(own['name'] ?? '')?.[1]?.match(severityWord)?.[0]
}

export function ruleIdOf({ rule, file }: Entry, { type = '' }: Attributes, { own }: TestCase): string {
  if (rule) return rule
  if (/^[^\s:]+$/.test(type) && !severityWord.test(type) && !/^(?:failure|description)$/i.test(type)) return type
  const name = own['name'] ?? ''
  const bracketed = /^\[[A-Za-z]+\]\s?(?:\[([^\s\]]+)\]|(\S+))/.exec(name)
  if (bracketed) return bracketed[1] ?? bracketed[2]!
  const plain = name.replace(/ at .*$/s, '').replace(/^org\.(?!biome\.)[^.]+\./, '')
  // Biome writes its rule's path with points for slashes.
  if (plain.startsWith('org.biome.')) return plain.slice('org.biome.'.length).replaceAll('.', '/')
  const isName = /^[^\s:]+$/.test(plain) && plain !== file && !/^[^(]*[\\/][^(]*\.\w+$/.test(plain)
  return isName ? plain : 'junit'
}
