import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, record, string, tuple, union } from './read/shape.ts'
import { hasKeys, isObjectWith } from './report.ts'

const Message = object({
  message: string,
  source: nullish(string),
  severity: nullish(number),
  fixable: nullish(boolean),
  type: nullish(string),
  line: nullish(number),
  column: nullish(number),
})
const File = object({ messages: array(Message) })
// PHP writes a map without entries as a list.
const Files = object({ files: union([record(File), tuple([])]) })

export const phpcs = defineConverter({
  id: 'phpcs',
  tool: { name: 'PHP_CodeSniffer', url: 'https://github.com/PHPCSStandards/PHP_CodeSniffer' },
  reads: 'phpcs --report=json -q',
  proof: 'run',
  detects: (report) =>
    hasKeys('totals', 'files')(report) && isObjectWith((report.json() as { totals: unknown }).totals, ['fixable']),
  read(report) {
    const failure = /^ERROR: (.*)/.exec(report.text.trimStart())?.[1]
    if (failure) throw new UnreadableReport(`it is an error of PHP_CodeSniffer: ${failure}`)
    const findings: Finding[] = []
    const notifications: Notification[] = []
    for (const [file, { messages }] of Object.entries(readJson(report, Files).files)) {
      for (const message of messages) {
        if (isAbort(message)) notifications.push(abortOf(file, message))
        else findings.push(toFinding(file, message))
      }
    }
    // Every standard that ships with it sets the width of a tab to 4, and so do those of WordPress and Drupal.
    return { findings, notifications, columns: 'tabs4' }
  },
})

type Message = Of<typeof Message>

/** The sniffs of this file were not, or not all, run: what it says of the file is not all there is. */
function isAbort({ source }: Message): boolean {
  return source === 'Internal.Exception' || source === 'Internal.Tokenizer.Exception'
}

function abortOf(file: string, { message, line }: Message): Notification {
  return { level: 'error', message, location: { file, line: line ?? undefined }, incomplete: true }
}

function toFinding(file: string, { message, source, severity, fixable, type, line, column }: Message): Finding {
  const [standard] = source?.split('.') ?? []
  return {
    rule: { id: source || 'phpcs', url: sniffOf(source), tags: standard ? [standard] : undefined },
    level: levelOf(type ?? undefined),
    message,
    location: { file, line: line ?? undefined, column: column ?? undefined },
    sarif: ownWords({ severity, fixable }),
  }
}

/** `PSR12.Files.FileHeader.SpacingAfterBlock`: few sniffs have a page, so the sniff itself must do. */
const shipped = /^(Generic|PEAR|PSR1|PSR2|PSR12|Squiz|Zend)\.(\w+)\.(\w+)(?:\.|$)/

function sniffOf(source: string | null | undefined): string | undefined {
  const [, standard, category, sniff] = shipped.exec(source ?? '') ?? []
  if (!standard) return undefined
  const folder = 'https://github.com/PHPCSStandards/PHP_CodeSniffer/blob/HEAD/src/Standards'
  return `${folder}/${standard}/Sniffs/${category}/${sniff}Sniff.php`
}
