import { wholeNumber } from '../read/whole-number.ts'
import { withoutRule } from '../rule-suffix.ts'

/** What the text of one failure says of one problem; what it leaves open is told by the test case around it. */
export interface Entry {
  message: string
  rule?: string
  /** The tool's own word. */
  severity?: string
  file?: string
  line?: number
  column?: number
  endLine?: number
  url?: string
  confidence?: string
  /** The text says more than the message does. */
  more?: string
}

/** Several problems in one failure: cpplint and mypy write a line for each, HTMLHint two. */
export function listedEntries(text: string): Entry[] {
  const lines = text.split(/\r?\n/)
  for (const read of [cpplintLine, compilerLine, htmlHintLines]) {
    const entries = lines.flatMap((line, at) => read(line.trim(), lines[at + 1]?.trim() ?? '') ?? [])
    if (entries.length > 0) return entries
  }
  return []
}

/** `8: Almost always, snprintf is better than strcpy [runtime/printf] [4]`; line 0 is the whole file. */
function cpplintLine(line: string): Entry | undefined {
  const found = /^(\d+): (.+) \[([\w/+-]+)\] \[[1-5]\]$/.exec(line)
  return found ? { line: Number(found[1]), message: found[2]!.trim(), rule: found[3]! } : undefined
}

/** `bad.py:10:5: error: Incompatible return value type  [return-value]` */
function compilerLine(line: string): Entry | undefined {
  const found = /^(.+?):(\d+):(?:(\d+):)? (error|warning|note): (.*)$/.exec(line)
  if (!found) return undefined
  const [, file, number, column, severity, text] = found
  const rule = / \[([\w-]+)\]$/.exec(text!)
  return {
    ...{ file, line: Number(number), severity, rule: rule?.[1] },
    column: wholeNumber(column),
    message: (rule ? text!.slice(0, rule.index) : text!).trim(),
  }
}

/** `L1 |<html>`, and below it `^ Doctype must be declared. (doctype-first)`. The caret stands under an excerpt: no column. */
function htmlHintLines(line: string, next: string): Entry | undefined {
  const found = /^L(\d+) \|/.exec(line)
  const said = found && /^\^ (.+) \(([\w-]+)\)$/.exec(next)
  return said ? { line: Number(found[1]), message: said[1]!, rule: said[2]! } : undefined
}

/** The one problem that a message and the text below it tell of, in the ways of many linters. */
export function soleEntry(message: string | undefined, text: string): Entry {
  const body = text.trim()
  const known = message ?? ''
  const entry = sentenceOf(body) ?? banditOf(body) ?? placeIn(known) ?? placeAlone(body) ?? {}
  const named = namedIn(body)
  const said = entry.message || known || named.message || body || ''
  const rest = entry.message === undefined && !known.includes(body) && !isPlaceAlone(body) ? body : undefined
  return { ...named, ...defined(entry), message: said, ...(rest && rest !== said && { more: rest }) }
}

function defined(entry: Partial<Entry>): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}

/** ESLint's way, which many took over: `line 1, col 5, Error - Unexpected var. (no-var)`. */
function sentenceOf(body: string): Partial<Entry> | undefined {
  const found = /^line (\d+), col(?:umn)? (\d+), (?:(error|warning|info|notice) - )?/i.exec(body)
  if (!found) return undefined
  const said = body.slice(found[0].length)
  const [sentence = '', path] = said.split(/ (?=at path #)/)
  // Those that write no severity write no rule either, but Spectral, which adds a path.
  const parts = found[3] || path ? withoutRule(sentence) : { message: said }
  return { ...parts, line: Number(found[1]), column: Number(found[2]), severity: found[3], more: path }
}

/** `Test ID: B403 Severity: LOW Confidence: HIGH`, the message, and `Location bad.py:2`. */
function banditOf(body: string): Partial<Entry> | undefined {
  const found = /^Test ID: (\S+) Severity: (\S+) Confidence: (\S+)\s/.exec(body)
  const place = found && /\nLocation (.+):(\d+)(?::\d+)?$/.exec(body)
  if (!found) return undefined
  const lines = body.split('\n')
  return {
    ...{ rule: found[1], severity: found[2], confidence: found[3] },
    ...{ file: place?.[1], line: place ? Number(place[2]) : undefined },
    message: lines.slice(1, place ? -1 : undefined).join('\n'),
  }
}

/** `bad.lua:1:7: unused variable`; Buf leaves the space out. */
function placeIn(message: string): Partial<Entry> | undefined {
  const found = /^((?:[A-Za-z]:)?[^\s:][^:\n]*):(\d+):(?:(\d+):)? ?/.exec(message)
  const [start = '', file = '', line, column] = found ?? []
  if (/\s/.test(file) ? !/[./\\]/.test(file) : file === '') return undefined
  const text = message.slice(start.length)
  return { file, line: Number(line), column: wholeNumber(column), message: text }
}

/** RuboCop writes the place, and nothing else. */
function placeAlone(body: string): Partial<Entry> | undefined {
  const found = /^([^\n]+?):(\d+):(\d+)$/.exec(body)
  return found ? { file: found[1], line: Number(found[2]), column: Number(found[3]) } : undefined
}

function isPlaceAlone(body: string): boolean {
  return placeAlone(body) !== undefined
}

/** `File: a.go` and the like, a line each: golangci-lint, Redocly, Checkov, Psalm. */
function namedIn(body: string): Partial<Entry> {
  const named = new Map<string, string>()
  for (const [, key = '', value = ''] of body.matchAll(/^[ \t]*([A-Za-z_ ]{1,20}): (.*)$/gm)) {
    if (!named.has(key.toLowerCase())) named.set(key.toLowerCase(), value.trim())
  }
  const place = /^(.+?)(?:: ?(\d+)(?:-(\d+))?)?$/.exec(named.get('file') ?? '')
  const url = named.get('guideline') ?? named.get('reference')
  return defined({
    file: place?.[1],
    line: wholeNumber(named.get('line') ?? place?.[2]),
    endLine: wholeNumber(place?.[3]),
    column: wholeNumber(named.get('column') ?? named.get('column_from')),
    severity: named.get('severity'),
    rule: named.get('rule'),
    message: named.get('message'),
    url,
  })
}
