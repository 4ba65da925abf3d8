import type { Finding, Fix, Location, Place, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { type Message, type Span, useOf } from './message.ts'

/** One message as one finding. Lints of the manifest name no place in it; they stand at the whole file. */
export function toFinding(message: Message, manifest?: string): Finding {
  const { level, message: text, spans, children } = message
  const primary = spans.find((span) => span.is_primary) ?? spans[0]
  const others = [...spans, ...children.flatMap(({ spans: own }) => own.filter(isOnlyPlace))]
  const related = others.filter((span) => span !== primary).map((span) => toPlace(span, wordsOf(span, children)))
  return {
    rule: ruleOf(message),
    level: level === 'help' ? 'note' : levelOf(level),
    message: [primary?.label ? `${text}: ${primary.label}` : text, ...children.flatMap(remarkOf)].join('\n'),
    location: primary ? toLocation(sourceOf(primary)) : manifest === undefined ? undefined : { file: manifest },
    related: [...related, ...(primary ? usesOf(primary) : [])],
    fixes: children.flatMap(fixesOf),
  }
}

/** A child without a suggestion explains another place. */
function isOnlyPlace({ suggested_replacement }: Span): boolean {
  return suggested_replacement === undefined || suggested_replacement === null
}

function wordsOf(span: Span, children: Message['children']): string | undefined {
  return span.label || children.find(({ spans }) => spans.includes(span))?.message
}

/** Words without a place belong to the message, except where the rule is described, and why it is on. */
function remarkOf({ level, message, spans }: Message['children'][number]): string[] {
  const isAbroad = / https?:\/\/\S+$/.test(message) || message.endsWith(' on by default')
  return spans.length > 0 || isAbroad || message.startsWith('`-') ? [] : [`${level}: ${message}`]
}

const errorCodes = 'https://doc.rust-lang.org/error_codes'
const lints = 'https://doc.rust-lang.org/rustc/lints/listing'

function ruleOf({ code, level, children }: Message): Rule {
  const id = code?.code ?? level.replaceAll(' ', '-')
  const [url] = children.flatMap(({ message }) => / (https?:\/\/\S+)$/.exec(message)?.[1] ?? [])
  return {
    id,
    url: url ?? urlOf(id, children),
    // It is written in Markdown, and read well as text.
    help: code?.explanation ?? undefined,
    markdown: code?.explanation ?? undefined,
    tags: id.startsWith('clippy::') ? ['clippy'] : undefined,
  }
}

/** The book of rustc sorts its lints by their default level, which the message tells where it is the one in force. */
function urlOf(id: string, children: Message['children']): string | undefined {
  if (/^E\d{4}$/.test(id)) return `${errorCodes}/${id}.html`
  const [byDefault] = children.flatMap(
    ({ message }) => /^`#\[(warn|deny)\(\w+\)\]`.* on by default$/.exec(message)?.[1] ?? [],
  )
  return byDefault && /^\w+$/.test(id) ? `${lints}/${byDefault}-by-default.html#${id.replaceAll('_', '-')}` : undefined
}

/** Where the span is, and where the macros are used that have brought it there, from the inside out. */
function placesOf(span: Span): { span: Span; macro?: string }[] {
  const places: { span: Span; macro?: string }[] = [{ span }]
  for (let use = useOf(span); use; use = useOf(use.span)) places.push({ span: use.span, macro: use.macro_decl_name })
  return places
}

/** Code that a macro of a library has written is not ours: the place is where the macro is used. */
function sourceOf(span: Span): Span {
  return placesOf(span).find((place) => !isForeign(place.span))?.span ?? span
}

function isForeign({ file_name }: Span): boolean {
  return /^(?:<|\/rustc\/)/.test(file_name)
}

function usesOf(span: Span): Place[] {
  const own = placesOf(span).filter((place) => !isForeign(place.span))
  return own.slice(1).map((place) => toPlace(place.span, `in this use of \`${place.macro}\``))
}

function toPlace(span: Span, message: string | undefined): Place {
  return { ...toLocation(sourceOf(span)), message }
}

function toLocation({ file_name, line_start, line_end, column_start, column_end }: Span): Location {
  return { file: file_name, line: line_start, column: column_start, endLine: line_end, endColumn: column_end }
}

const doubts: Record<string, string> = {
  MaybeIncorrect: ' (may be incorrect)',
  HasPlaceholders: ' (with blanks to fill in)',
}

/** The parts of one suggestion follow each other; where one begins at the same place as the first, an alternative begins. */
function fixesOf({ message, spans }: Message['children'][number]): Fix[] {
  const fixes: Fix[] = []
  let first: Span | undefined
  for (const span of spans) {
    if (isOnlyPlace(span)) continue
    const isAlternative = first && isSamePlace(first, span)
    if (!first || isAlternative) {
      first = span
      fixes.push({ description: message + (doubts[span.suggestion_applicability ?? ''] ?? ''), edits: [] })
    }
    fixes.at(-1)!.edits.push({ ...toLocation(sourceOf(span)), text: span.suggested_replacement ?? '' })
  }
  return fixes
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.file_name === b.file_name && a.line_start === b.line_start && a.column_start === b.column_start
}
