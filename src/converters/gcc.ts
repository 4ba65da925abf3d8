import type { ColumnUnit } from '../model/columns.ts'
import type { Finding, Fix, Notification, Place, Rule } from '../model/finding.ts'
import { type Entry, readCompilerText } from './compiler-entries.ts'
import { type Diagnostic, isDiagnosticLine } from './compiler-text.ts'
import { idOfWord, isGivingUp, levelOfWord, realPlace } from './compiler-words.ts'
import { defineConverter } from './converter.ts'
import { withoutColours } from './read/lines.ts'
import { someLine } from './report.ts'
import { clangRuleUrl, gccRuleUrl } from './warning-options.ts'

/** Who writes such text can be told by its habits alone, and with that what its columns count. */
interface Producer {
  habit: RegExp
  /** Stands in every text with that habit, and is found sooner. */
  sign?: string
  columns: ColumnUnit
  urlOf?(rule: string): string | undefined
}

const producers: Producer[] = [
  {
    habit: /: (?:error|warning|note): .* \[SC\d{4}\]$/m,
    sign: '[SC',
    columns: 'unicodeCodePoints',
    urlOf: (rule) => (rule.startsWith('SC') ? `https://www.shellcheck.net/wiki/${rule}` : undefined),
  },
  {
    habit: /^\d+ (?:warning|error)s?(?: and \d+ errors?)? generated\.$/m,
    sign: ' generated.',
    columns: 'utf8Bytes',
    urlOf: clangRuleUrl,
  },
  {
    habit: /: (?:style|performance|portability|information): .* \[[A-Za-z_]+\]$/m,
    columns: 'utf8Bytes',
  },
  {
    // Since version 11 (-fdiagnostics-column-unit).
    habit: /^[^\n]*: (?:In |At global scope:|At top level:)|[‘’]/m,
    columns: 'cells',
    urlOf: gccRuleUrl,
  },
]

export const gcc = defineConverter({
  id: 'gcc',
  // One name whatever was found: GitHub closes the alerts of a tool by its name, and silence tells no other.
  tool: { name: 'GCC', url: 'https://gcc.gnu.org' },
  reads: 'gcc or clang, and the many tools that print `file:line:column: warning: …` like them',
  proof: 'run',
  generic: true,
  detects: someLine(isDiagnosticLine),
  read({ text }) {
    const plain = withoutColours(text)
    const producer = producers.find(({ habit, sign = '' }) => plain.includes(sign) && habit.test(plain))
    const notifications: Notification[] = []
    return { findings: findingsIn(plain, producer, notifications), notifications, columns: producer?.columns }
  },
})

/** With the notifications, which are complete once all findings were made. */
function* findingsIn(text: string, producer: Producer | undefined, notifications: Notification[]): Generator<Finding> {
  const { entries, remarks } = readCompilerText(text, isOwnFinding)
  const ruleOf = rulesOf(producer)
  for (const entry of entries) {
    if (isOfItself(entry)) notifications.push(ofItself(entry))
    else yield toFinding(entry, ruleOf(entry), producer)
  }
  notifications.push(...remarks)
}

/** ShellCheck calls what is no error and no warning a note. */
function isOwnFinding({ brackets: [code = ''] }: Diagnostic): boolean {
  return /^[A-Z]+\d+$/.test(code)
}

/** Cppcheck tells of its own limits at a place that is none. */
function isOfItself({ main: { word, place } }: Entry): boolean {
  return isGivingUp(word) || (word === 'information' && !realPlace(place))
}

function ofItself({ main: { word, message, place } }: Entry): Notification {
  const location = realPlace(place)
  return isGivingUp(word)
    ? { level: 'error', message: `${word}: ${message}`, location, incomplete: true }
    : { level: 'note', message, location }
}

function toFinding({ main, contexts, notes }: Entry, rule: Rule, producer: Producer | undefined): Finding {
  const { word, message, place, fixIts } = main
  // Most stand alone.
  const related =
    contexts.length + notes.length > 0 ? [...contexts, ...notes.map(toPlace)].filter(realPlace) : undefined
  const finding: Finding = { rule, level: levelOfWord(word), message, location: realPlace(place), related }
  const mendable = notes.length + fixIts.length > 0 ? [main, ...notes].filter((it) => it.fixIts.length > 0) : []
  if (mendable.length === 0) return finding
  // GCC prints columns of the terminal, but those of a fix in bytes: within one result both cannot be told.
  if (producer?.columns !== 'cells') return { ...finding, fixes: mendable.flatMap(fixOf) }
  const lines = mendable.flatMap((it) => it.fixIts.map(({ line }) => line))
  return { ...finding, sarif: { properties: { fixIts: lines } } }
}

/** One rule for all that an option finds; what names a weakness has a rule that says so. */
function rulesOf(producer: Producer | undefined): (entry: Entry) => Rule {
  const known = new Map<string, Rule>()
  return ({ main: { word, message, brackets, option } }) => {
    const id = option ?? idOfWord(word)
    let rule = known.get(id)
    if (!rule) {
      rule = { id, url: producer?.urlOf?.(id) }
      known.set(id, rule)
    }
    const isWeakness = mayNameWeakness(message) || brackets.some(mayNameWeakness)
    const weaknesses = isWeakness ? [...brackets, message].flatMap((text) => text.match(/\bCWE-\d+/g) ?? []) : []
    return weaknesses.length > 0 ? { ...rule, weaknesses } : rule
  }
}

function mayNameWeakness(text: string): boolean {
  return text.includes('CWE-')
}

export function toPlace({ place, message }: Diagnostic): Place {
  return { ...place, message }
}

/** What the compiler would change at a note is one way out of several. */
export function fixOf({ word, message, fixIts }: Diagnostic): Fix[] {
  if (fixIts.length === 0) return []
  const description = word === 'note' ? message : "The compiler's own fix"
  return [{ description, edits: fixIts.map(({ edit }) => edit) }]
}
