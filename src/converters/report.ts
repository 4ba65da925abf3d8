import { UnreadableReport } from '../model/errors.ts'
import { type JsonValues, jsonValues } from './read/json-values.ts'
import { linesOf } from './read/lines.ts'

/** One report's text. It is parsed at most once, however many converters look at it. */
export interface Report {
  /** The first character that is no blank; '' for a text without any. */
  opening: string
  /** Empty once it was let go of. */
  readonly text: string
  /** For whoever has read it as JSON and needs no more: nobody needs both, and they are of one size. */
  forgetText(): void
  /** The JSON document; throws `UnreadableReport` when the text is none. */
  json(): unknown
  /** Its JSON values, one after the other, plain lines between them; throws `UnreadableReport` when one was cut off. */
  jsonValues(): JsonValues
}

export function reportOf(whole: string): Report {
  let text = whole
  let parsed: Parsed | undefined
  let several: JsonValues | undefined
  const document = () => {
    parsed ??= parse(text)
    return parsed
  }
  return {
    opening: /\S/.exec(whole)?.[0] ?? '',
    get text() {
      return text
    },
    json() {
      const { value, error } = document()
      if (error) throw error
      return value
    },
    forgetText() {
      text = ''
    },
    jsonValues() {
      several ??=
        opensJson(this) && !document().error ? { values: [document().value], otherLines: [] } : jsonValues(text)
      return several
    },
  }
}

interface Parsed {
  value?: unknown
  error?: UnreadableReport
}

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch (cause) {
    // The engine quotes what stands there, which may be a secret that a scanner has found. So no cause either.
    const words = (cause as Error).message.replace(/, (?:\.\.\.)?".*(?= is not valid JSON$)/s, ':')
    const isEmpty = text.trim() === ''
    return { error: new UnreadableReport(isEmpty ? 'it is empty' : `it is not JSON, or it was cut off: ${words}`) }
  }
}

export function opensJson({ opening }: Pick<Report, 'opening'>): boolean {
  return opening === '{' || opening === '['
}

/** Detector: a JSON object that has all these keys. */
export function hasKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => report.opening === '{' && isObjectWith(jsonIn(report), keys)
}

/** Detector: a JSON array whose first item has all these keys. An empty array is nobody's. */
export function itemsHaveKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => {
    if (report.opening !== '[') return false
    const json = jsonIn(report)
    return Array.isArray(json) && isObjectWith(json[0], keys)
  }
}

/** Detector: one of the JSON values that begin on lines of their own is an object with all these keys. */
export function someValueHasKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => valuesWith(report, keys).some((value) => isObjectWith(value, keys))
}

/**
 * For detectors: the JSON values that begin on lines of their own; none where a key that the format needs is nowhere in the
 * text, or where one of them was cut off.
 */
export function valuesWith(report: Report, keys: string[]): unknown[] {
  // Parsing a text of many megabytes only to say no would cost every other format its time. A document is parsed already.
  const isDocument = opensJson(report) && jsonIn(report) !== undefined
  if (!isDocument && !keys.every((key) => report.text.includes(`"${key}"`))) return []
  try {
    return report.jsonValues().values
  } catch {
    return []
  }
}

/**
 * Whether a line begins like an object of JSON, or a list of them: one look for all formats, where each would search the text
 * for keys of its own. `[ 12%] Building` begins neither.
 */
export function mayHoldValues({ text }: Report): boolean {
  return /(?:^|\n)(?:[^\S\n]|[\0\x1e])*[[{][^\S\n]*(?:["[{\]}\n]|$)/.test(text)
}

/** How much of a text detectors look at: a banner may come first, but not pages of it. */
const beginning = 64 * 1024

/** Whether it begins with an element: `<stdin>:1:1:` and `<command-line>: warning:` are lines of compilers. */
export function beginsWithElement({ opening, text }: Report): boolean {
  return opening === '<' && !/^\s*<[\w -]+>:/.test(text)
}

/**
 * Detector: a line near the beginning matches the pattern, which needs no `g`, or passes the test. XML quotes the lines
 * of others, and is never a text of lines itself.
 */
export function someLine(pattern: RegExp | ((line: string) => boolean)): (report: Report) => boolean {
  const matches = typeof pattern === 'function' ? pattern : (line: string) => pattern.test(line)
  return (report) => {
    if (beginsWithElement(report)) return false
    for (const line of linesOf(report.text.slice(0, beginning))) if (matches(line)) return true
    return false
  }
}

// Each alternative ends at one place only: else a row of comments would be tried in every combination.
const xmlRoot = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!(?!--)[^>]*>)*<([^\s/>?!]+)(?=[\s/>])/

/** The name of the root of an XML document, after declarations, comments and a document type. */
export function xmlRootOf({ text }: Report): string | undefined {
  return xmlRoot.exec(text.slice(0, 4096))?.[1]
}

/** Detector: an XML document with this root element. */
export function hasXmlRoot(name: string): (report: Report) => boolean {
  return (report) => report.opening === '<' && xmlRootOf(report) === name
}

export function isObjectWith(value: unknown, keys: string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}

/** The JSON document; undefined for a text that is none, as detectors ask every text whether it is theirs. */
export function jsonIn(report: Report): unknown {
  if (!opensJson(report)) return undefined
  try {
    return report.json()
  } catch {
    return undefined
  }
}
