import type { Finding, Notification, Reading, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { expectEntries } from './read/entries.ts'
import { readJson } from './read/json.ts'
import { linesOf } from './read/lines.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith, itemsHaveKeys, type Report, someLine } from './report.ts'

const Message = object({
  type: string,
  symbol: string,
  message: string,
  path: string,
  line: nullish(number),
  column: nullish(number),
  endLine: nullish(number),
  endColumn: nullish(number),
  module: nullish(string),
  obj: nullish(string),
  // The old list has the id under one name, `json2` under the other.
  'message-id': nullish(string),
  messageId: nullish(string),
  confidence: nullish(string),
})
type Message = Of<typeof Message>

/** `a.py:3:0: C0116: Missing docstring (missing-function-docstring)`; words of several lines have the symbol on the last. */
const head = /^(\S.*?):(\d+):(-?\d+): ([CRWEFI]\d{4}): (.*)$/
/** `a.py:3: [C0116(missing-function-docstring), f] Missing docstring` (parseable); `a.py(3): [C0116(…)f] …` (msvs). */
const bracketed = /^(\S.*?)(?::(\d+)|\((\d+)\)): \[([CRWEFI]\d{4})\(([a-z][a-z\d-]*)\)(?:, )?([^\]]*)\] ?(.*)$/
const symbol = / \(([a-z][a-z\d-]*)\)$/

export const pylint = defineConverter({
  id: 'pylint',
  tool: { name: 'Pylint', url: 'https://pylint.readthedocs.io' },
  reads: 'pylint --output-format json (or json2, text, parseable, msvs)',
  proof: 'run',
  detects: (report) =>
    itemsHaveKeys('symbol', 'message-id', 'module', 'obj')(report) ||
    isJson2(report) ||
    someLine(head)(report) ||
    someLine(bracketed)(report) ||
    isCleanText(report),
  read(report) {
    const messages = messagesOf(report)
    const reading: Reading = { findings: [], notifications: [], columns: 'utf8Bytes' }
    for (const message of messages) {
      // What Pylint could not look at: a module that is not there, a crash of its own.
      if (message.type === 'fatal') reading.notifications!.push(toNotification(message))
      else reading.findings.push(toFinding(message))
    }
    return reading
  },
})

function isJson2(report: Report): boolean {
  if (!hasKeys('messages', 'statistics')(report)) return false
  return isObjectWith((report.json() as { statistics: unknown }).statistics, ['messageTypeCount'])
}

/** With nothing to say, the text is a rule and the score. The score alone says little: other forms of text have it, too. */
function isCleanText({ text }: Report): boolean {
  return /^\s*-+\s*Your code has been rated at [^\n]*\s*$/.test(text)
}

function messagesOf(report: Report): Message[] {
  const start = report.text.trimStart()[0]
  if (start === '[') return readJson(report, array(Message))
  if (start === '{') return readJson(report, object({ messages: array(Message) })).messages
  const messages = textMessages(report.text)
  if (!isCleanText(report))
    expectEntries(report, messages.length, 'a.py:1:0: C0114: Missing module docstring (missing-module-docstring)')
  return messages
}

const types: Record<string, string> = {
  C: 'convention',
  R: 'refactor',
  W: 'warning',
  E: 'error',
  F: 'fatal',
  I: 'info',
}

/** A message that has not come to its end, which its symbol marks where that did not come first. */
interface Open {
  message: Message
  lines: string[]
}

/** What comes below the last message: a rule, and the score. */
const end = /^(?:\*{13} Module |-{10,}$)/

function textMessages(text: string): Message[] {
  const messages: Message[] = []
  let open: Open | undefined
  for (const line of linesOf(text)) {
    const [match, other] = [head.exec(line), bracketed.exec(line)]
    const message = match ? messageOf(match) : other && bracketedMessage(other)
    if (message) {
      open = { message, lines: other ? [message.message] : [] }
      messages.push(message)
    } else if (end.test(line)) open = undefined
    if (open && !other && isClosed(open, match?.[5] ?? line)) open = undefined
  }
  return messages
}

function messageOf([, path = '', row, column, id = '', words = '']: RegExpExecArray): Message {
  const place = { line: Number(row), column: Number(column) }
  return { type: types[id[0]!]!, path, messageId: id, ...place, symbol: id, message: words }
}

function bracketedMessage([, path = '', row, other, id = '', name = '', obj, words = '']: RegExpExecArray): Message {
  return { type: types[id[0]!]!, path, messageId: id, line: Number(row ?? other), symbol: name, obj, message: words }
}

/** Takes one more line of a message in; the one with its symbol is the last. */
function isClosed({ message, lines }: Open, line: string): boolean {
  const last = symbol.exec(line)
  lines.push(last ? line.slice(0, last.index) : line)
  // The other forms have their symbol already, and end where the next begins.
  const isNamed = message.symbol !== message.messageId
  if (last || isNamed)
    Object.assign(message, { message: lines.join('\n').trimEnd() }, !isNamed && { symbol: last?.[1] })
  return last !== null && !isNamed
}

function toFinding(message: Message): Finding {
  const { type, path, line, column, endLine, endColumn, confidence, module, obj } = message
  const properties = { ...(confidence && { confidence }), ...(module && { module }), ...(obj && { obj }) }
  return {
    rule: ruleOf(message),
    level: levelOf(type),
    message: message.message,
    location: {
      file: path,
      line: line ?? undefined,
      // Pylint counts columns from 0.
      column: typeof column === 'number' ? column + 1 : undefined,
      endLine: endLine ?? undefined,
      endColumn: typeof endColumn === 'number' ? endColumn + 1 : undefined,
    },
    sarif: Object.keys(properties).length > 0 ? { properties } : {},
  }
}

function ruleOf({ type, symbol: name, ...ids }: Message): Rule {
  const id = ids['message-id'] || ids.messageId || name
  const folder = type === 'info' ? 'information' : type
  return {
    id,
    name,
    // The checkers of plugins number their messages from 51 on, and are documented elsewhere.
    url: /^[A-Z][0-4]\d{3}$/.test(id)
      ? `https://pylint.readthedocs.io/en/stable/user_guide/messages/${folder}/${name}.html`
      : undefined,
    tags: [type],
  }
}

function toNotification({ message, path, line, ...ids }: Message): Notification {
  const id = ids['message-id'] || ids.messageId || ids.symbol
  return {
    level: 'error',
    message: `${id}: ${message}`,
    location: { file: path, line: line ?? undefined },
    incomplete: true,
  }
}
