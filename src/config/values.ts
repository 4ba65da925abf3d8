import { type Pattern, patternOf } from '../model/pattern.ts'
import { didYouMean } from '../model/suggest.ts'
import { urlOf } from '../model/uri.ts'

/** Reads one option's text; throws a plain `Error` whose message says what is wrong with the value. */
export type Read<T> = (text: string) => T

export const text: Read<string> = (value) => value

/** Items parted by new lines or commas; blanks and `#` comments are left out. The commas of `*.{js,ts}` part nothing. */
export const list: Read<string[]> = (value) =>
  value
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/s, ''))
    .flatMap((line) => line.split(/,(?![^{}]*\})/))
    .map((item) => item.trim())
    .filter(Boolean)

/** Lines of a filter; blank ones and those that begin with `#` are left out. */
export const patterns: Read<Pattern[]> = (value) =>
  value
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(patternOf)

/**
 * Formats of Vim's 'errorformat', parted by new lines and by commas without a backslash before them. Blanks around them
 * are left out, and so are lines that begin with `#`.
 */
export const formats: Read<string[]> = (value) =>
  value
    .split(/\r\n?|\n/)
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => line.match(/(?:[^\\,]|\\.?)+/gs) ?? [])
    .map((format) => format.replace(/^\s+/, '').replace(/(?<!\\)\s+$/, ''))
    .filter(Boolean)

/** The words of YAML's core schema and nothing else: a typo must not switch a gate off. */
export const boolean: Read<boolean> = (value) => {
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (['false', 'False', 'FALSE'].includes(value)) return false
  throw new Error('write true or false')
}

export function choice<const Word extends string>(...words: Word[]): Read<Word> {
  return (value) => {
    const found = words.find((word) => word === value)
    if (found !== undefined) return found
    throw new Error(`write ${either(words)}.${didYouMean(value, words)}`)
  }
}

export const choices =
  <const Word extends string>(...words: Word[]): Read<Word[]> =>
  (value) =>
    list(value).map(choice(...words))

const unitMs: Record<string, number> = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
// setTimeout counts in 31 bits; a longer wait would fire at once.
const longestMs = 2 ** 31 - 1

/** `90`, `90s`, `15m`, `1h`, in milliseconds. Nothing waits for zero seconds or for ever. */
export const duration: Read<number> = (value) => {
  const { amount, unit = '' } = /^(?<amount>\d+(?:\.\d+)?)(?<unit>ms|s|m|h)?$/.exec(value)?.groups ?? {}
  const ms = Math.round(Number(amount) * (unitMs[unit] ?? Number.NaN))
  if (Number.isFinite(ms) && ms > 0 && ms <= longestMs) return ms
  throw new Error('write a duration above zero and up to 24 days, as in 90s, 15m or 1h')
}

export const count: Read<number> = (value) => {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new Error('write a whole number, 0 or more')
}

export const counts: Read<number[]> = (value) => list(value).map(count)

export const url: Read<string> = (value) => {
  const parsed = urlOf(value)
  const { protocol = '', username, password, search, hash } = parsed ?? {}
  if (parsed && /^https?:$/.test(protocol) && !username && !password && !search && !hash)
    return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '')
  throw new Error('write an address as https://host or https://host/path, without user, query or fragment')
}

export const repository: Read<string> = (value) => {
  if (isPath(value, 2)) return value
  throw new Error('write owner/name')
}

/** An organisation or enterprise, by the name in its address: letters, digits, dashes and underscores. */
export const owner: Read<string> = (value) => {
  if (/^[\w-]+$/.test(value)) return value
  throw new Error('write the name as in its address: github.com/NAME, or github.com/enterprises/NAME')
}

/** GitLab nests groups, and Zadig takes all but the last name for the owner. */
export const zadigRepository: Read<string> = (value) => {
  if (isPath(value, 20)) return value
  throw new Error('write owner/name, or group/subgroup/name')
}

/** The id of a document in Zadig's database. */
export const scanId: Read<string> = (value) => {
  if (/^[\da-f]{24}$/i.test(value)) return value.toLowerCase()
  throw new Error('write the 24 hexadecimal digits that stand after `id=` in the address of the scan')
}

/** Names parted by slashes; `.` and `..` would lead to another address. */
function isPath(value: string, most: number): boolean {
  const names = value.split('/')
  return names.length >= 2 && names.length <= most && names.every((name) => /^(?!\.{1,2}$)[\w.-]+$/.test(name))
}

/** 40 hexadecimal digits, or 64 where a repository uses SHA-256. */
export const sha: Read<string> = (value) => {
  if (/^(?:[\da-f]{40}|[\da-f]{64})$/i.test(value)) return value.toLowerCase()
  throw new Error('write the full commit id: 40 hexadecimal digits, or 64')
}

/** What GitHub's upload accepts: `^refs/(heads|tags|pull)/.*$` in its OpenAPI description. */
export const ref: Read<string> = (value) => {
  if (/^refs\/(?:heads|tags|pull)\/.+$/.test(value)) return value
  throw new Error('write the full name, as in refs/heads/main, refs/tags/v1 or refs/pull/7/merge')
}

/** `KEY=VALUE` lines. */
export const variables: Read<{ key: string; value: string }[]> = (value) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=')
      if (at > 0) return { key: line.slice(0, at).trim(), value: line.slice(at + 1) }
      throw new Error('write KEY=VALUE, one a line')
    })

/** Words as a POSIX shell parts them, with quotes and backslashes, and nothing else of a shell. */
export const words: Read<string[]> = (value) => {
  const found: string[] = []
  const token = /\s+|((?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+)|(.)/gy
  for (const [, word, rest] of value.matchAll(token)) {
    if (rest === '\\') throw new Error('it ends in a backslash, and nothing follows')
    if (rest !== undefined) throw new Error(`a quote (${rest}) is opened and not closed`)
    if (word === undefined) continue
    const syntax = shellSyntaxOf(word)
    if (syntax) throw new Error(`${syntax} needs a shell, and none is started: ${shellAdvice}`)
    found.push(unquote(word))
  }
  return found
}

const quoting = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g
const shellAdvice =
  'put the line into a script, let `report` name the file that the tool writes, or quote the word if it is meant as it stands'

/** Pipes, redirections, lists and substitutions, outside quotes: a shell would never hand them over to the program. */
function shellSyntaxOf(word: string): string | undefined {
  const [found] = /[|&;<>]+|`|\$\(/.exec(word.replace(quoting, '')) ?? []
  // Only the operator is told: the word around it may be a secret.
  return found === '`' ? 'a backtick' : found && `\`${found}\``
}

function unquote(word: string): string {
  return word.replace(
    quoting,
    (_, single, double, escaped) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped,
  )
}

function either(items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${items.at(-1)}` : (items[0] ?? '')
}
