import type { ColumnUnit } from '../../model/columns.ts'
import type { Tool } from '../../model/finding.ts'
import { columnsOf } from '../tool-columns.ts'
import type { Entry } from './entries.ts'

type Attributes = Record<string, string>

/** A test case's attributes, and those of the suite around it. Every linter uses them in its own way. */
export interface TestCase {
  own: Attributes
  suite: Attributes
}

/** What a report tells of the tool that wrote it: its name where the report says it, found anything or not. */
export interface Producer {
  tool?: Tool
  columns?: ColumnUnit
}

/** What tools call all their suites, also those of a clean report. */
const names: (Producer & { name: RegExp })[] = [
  {
    name: /^bandit$/,
    tool: { name: 'Bandit', url: 'https://bandit.readthedocs.io' },
    columns: columnsOf.bandit,
  },
  { name: /^Biome$/, tool: { name: 'Biome', url: 'https://biomejs.dev' }, columns: columnsOf.biome },
  { name: /^cpplint$/, tool: { name: 'cpplint', url: 'https://github.com/cpplint/cpplint' } },
  { name: /^HTMLHint Tests$/, tool: { name: 'HTMLHint', url: 'https://htmlhint.com' }, columns: columnsOf.htmlHint },
  {
    name: /^Luacheck report$/,
    tool: { name: 'Luacheck', url: 'https://github.com/lunarmodules/luacheck' },
    columns: columnsOf.luacheck,
  },
  { name: /^mypy$/, tool: { name: 'mypy', url: 'https://www.mypy-lang.org' }, columns: columnsOf.mypy },
  { name: /^Oxlint$/, tool: { name: 'oxlint', url: 'https://oxc.rs' }, columns: columnsOf.oxlint },
  {
    name: /^PHP_CodeSniffer /,
    tool: { name: 'PHP_CodeSniffer', url: 'https://github.com/PHPCSStandards/PHP_CodeSniffer' },
    columns: columnsOf.phpCodeSniffer,
  },
  { name: /^redocly lint$/, tool: { name: 'Redocly CLI', url: 'https://redocly.com/docs/cli/' } },
  { name: /^rubocop$/, tool: { name: 'RuboCop', url: 'https://rubocop.org' }, columns: columnsOf.ruboCop },
]

/** What only a report with findings shows, in packages or names of cases: enough for the columns, not for a name. */
const habits: { habit: RegExp; columns: ColumnUnit }[] = [
  { habit: /^org\.biome$/, columns: columnsOf.biome },
  { habit: /^org\.spectral$/, columns: columnsOf.spectral },
  { habit: /@secretlint\/secretlint-rule/, columns: columnsOf.secretlint },
]

/** The tool that calls its suites by this name. `org.eslint` is written by many others as well. */
export function suiteProducer({ name = '', package: pack = '' }: Attributes): Producer | undefined {
  return names.find((it) => it.name.test(name)) ?? habits.find(({ habit }) => habit.test(pack))
}

export function caseProducer({ name = '' }: Attributes): Producer | undefined {
  return habits.find(({ habit }) => habit.test(name))
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
