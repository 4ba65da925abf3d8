import type { Message, MultiformatMessageString, ReportingDescriptor, ToolComponent } from 'sarif'
import { isObject } from '../model/json.ts'
import { changed, type Note, textOf, withoutNulls } from './repair-change.ts'

/** Where the words of a message are looked up when it only has an id. */
export interface Wording {
  find(id: string): MultiformatMessageString | undefined
  /** What to say when nothing else says it. */
  fallback?: string
  note: Note
}

/** Words of a rule (or of a notification's descriptor) come before those that the parts of the tool share. */
export function wordsOf(descriptor: ReportingDescriptor | undefined, components: ToolComponent[]): Wording['find'] {
  return (id) => {
    const books = [descriptor?.messageStrings, ...components.map(({ globalMessageStrings }) => globalMessageStrings)]
    return books.find((book) => isObject(book) && Object.hasOwn(book, id))?.[id]
  }
}

/**
 * A message with its text written out, as GitHub looks no message up and fills no places in; undefined when there is
 * nothing to write.
 */
export function repairMessage(given: unknown, { find, fallback, note }: Wording): Message | undefined {
  const message: Message = isObject(given) ? withoutNulls(given, note) : {}
  const id = textOf(message.id)
  const listed: unknown[] = Array.isArray(message.arguments) ? message.arguments : []
  const fillOwn = (text: string | undefined) => (text && listed.length > 0 ? filled(text, listed) : text)
  const named = id === undefined ? undefined : find(id)
  const own = textOf(fillOwn(textOf(message.text)))
  const markdown = fillOwn(textOf(message.markdown)) ?? filled(textOf(named?.markdown), listed)
  const text = own ?? textOf(filled(textOf(named?.text), listed)) ?? textOf(markdown) ?? textOf(fallback) ?? id
  if (text === undefined) return undefined
  if (own === undefined) note('message text filled in', id ?? text)
  else if (message.id !== undefined || message.arguments !== undefined)
    note('message id and arguments left out, as the text is there', id)
  return changed(message, { text, markdown, id: undefined, arguments: undefined })
}

/** `{0}` is the first argument, and `{{` a brace (SARIF 3.11.5). */
function filled(text: string | undefined, values: unknown[]): string | undefined {
  return text?.replace(/\{\{|\}\}|\{(\d+)\}/g, (place, number) => {
    if (number === undefined) return place[0]!
    const value = values[Number(number)]
    return value === undefined ? place : String(value)
  })
}
