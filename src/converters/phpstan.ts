import type { Finding, Notification } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, record, string, tuple, union } from './read/shape.ts'
import { hasKeys, isObjectWith } from './report.ts'

const Message = object({
  message: string,
  line: nullish(number),
  ignorable: nullish(boolean),
  identifier: nullish(string),
  tip: nullish(string),
})
const File = object({ messages: array(Message) })
const Analysis = object({
  // PHP writes a map without entries as a list.
  files: union([record(File), tuple([])]),
  errors: nullish(array(string)),
})

export const phpstan = defineConverter({
  id: 'phpstan',
  tool: { name: 'PHPStan', url: 'https://phpstan.org' },
  reads: 'phpstan analyse --error-format=json --no-progress',
  proof: 'seen',
  detects: (report) =>
    hasKeys('totals', 'files')(report) && isObjectWith((report.json() as { totals: unknown }).totals, ['file_errors']),
  read(report) {
    const { files, errors } = readJson(report, Analysis)
    const findings: Finding[] = []
    const notifications: Notification[] = (errors ?? []).map(toNotification)
    for (const [path, { messages }] of Object.entries(files)) {
      for (const message of messages) {
        const { file, context } = placeOf(path)
        const { line } = message
        if (isInternal(message.message)) notifications.push(crashOf(file, message.message))
        else findings.push({ ...toFinding(message, context), location: { file, line: line ?? undefined } })
      }
    }
    return { findings, notifications }
  },
})

const contextOpens = ' (in context of '

/** What is wrong in a trait is told for each class that uses it: `src/T.php (in context of class App\A)`. */
function placeOf(path: string): { file: string; context?: string } {
  const at = path.lastIndexOf(contextOpens)
  if (at <= 0 || !path.endsWith(')')) return { file: path }
  return { file: path.slice(0, at), context: path.slice(at + 2, -1) }
}

function toFinding({ message, identifier, tip, ignorable }: Of<typeof Message>, context?: string): Finding {
  return {
    rule: {
      id: identifier || 'phpstan',
      url: identifier ? `https://phpstan.org/error-identifiers/${identifier}` : undefined,
    },
    // It has no severities, and fails on every one.
    level: 'error',
    message: [context ? `${message} (${context})` : message, tip].filter(Boolean).join('\n'),
    sarif: ownWords({ ignorable }),
  }
}

function isInternal(message: string): boolean {
  return /^(?:Internal error|Child process error)\b/.test(message)
}

function crashOf(file: string, message: string): Notification {
  return { level: 'error', message, location: { file }, incomplete: true }
}

/** What belongs to no file: patterns of the baseline that match nothing any more, and everything that stopped the analysis. */
function toNotification(message: string): Notification {
  if (message.startsWith('Ignored error ')) return { level: 'warning', message }
  return { level: 'error', message, incomplete: true }
}
