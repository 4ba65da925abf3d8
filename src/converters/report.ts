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
  let parsed: { value: unknown } | undefined
  let several: JsonValues | undefined
  return {
    opening: /\S/.exec(whole)?.[0] ?? '',
    get text() {
      return text
    },
    json() {
      parsed ??= { value: parse(text) }
      return parsed.value
    },
    forgetText() {
      text = ''
    },
    jsonValues() {
      several ??= jsonValues(text)
      return several
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The engine quotes what stands there, which may be a secret that a scanner has found. So no cause either.
    const words = (cause as Error).message.replace(/, (?:\.\.\.)?".*(?= is not valid JSON$)/s, ':')
    throw new UnreadableReport(text.trim() === '' ? 'it is empty' : `it is not JSON, or it was cut off: ${words}`)
  }
}

/** Detector: a JSON object that has all these keys. */
export function hasKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => report.opening === '{' && isObjectWith(jsonOf(report), keys)
}

/** Detector: a JSON array whose first item has all these keys. An empty array is nobody's. */
export function itemsHaveKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => {
    if (report.opening !== '[') return false
    const json = jsonOf(report)
    return Array.isArray(json) && isObjectWith(json[0], keys)
  }
}

/** Detector: one of the JSON values that begin on lines of their own is an object with all these keys. */
export function someValueHasKeys(...keys: string[]): (report: Report) => boolean {
  return (report) => {
    // Parsing a text of many megabytes only to say no would cost every other format its time.
    if (!keys.every((key) => report.text.includes(`"${key}"`))) return false
    try {
      return report.jsonValues().values.some((value) => isObjectWith(value, keys))
    } catch {
      return false
    }
  }
}

/** How much of a text detectors look at: a banner may come first, but not pages of it. */
const beginning = 64 * 1024

/**
 * Detector: a line near the beginning matches the pattern, which needs no `g`, or passes the test. XML quotes the lines
 * of others, and is never a text of lines itself; `<stdin>:1:1:` is.
 */
export function someLine(pattern: RegExp | ((line: string) => boolean)): (report: Report) => boolean {
  const matches = typeof pattern === 'function' ? pattern : (line: string) => pattern.test(line)
  return ({ text }) => {
    if (/^\s*<(?!\w+>:)/.test(text)) return false
    for (const line of linesOf(text.slice(0, beginning))) if (matches(line)) return true
    return false
  }
}

/** Detector: an XML document with this root element, after declarations, comments and a document type. */
export function hasXmlRoot(name: string): (report: Report) => boolean {
  // Each alternative ends at one place only: else a row of comments would be tried in every combination.
  const root = new RegExp(`^(?:\\s|<\\?[^>]*>|<!--(?:(?!-->)[\\s\\S])*-->|<!(?!--)[^>]*>)*<${name}[\\s/>]`)
  return ({ text }) => root.test(text.slice(0, 4096))
}

export function isObjectWith(value: unknown, keys: string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}

/** Detectors ask every text whether it is theirs; text that is no JSON at all is simply not. */
function jsonOf(report: Report): unknown {
  try {
    return report.json()
  } catch {
    return undefined
  }
}
