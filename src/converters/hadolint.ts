import type { Finding } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { encodeSegment } from '../model/uri.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys, type Report } from './report.ts'

const Failure = object({
  file: string,
  line: nullish(number),
  column: nullish(number),
  code: string,
  level: nullish(string),
  message: string,
})

export const hadolint = defineConverter({
  id: 'hadolint',
  tool: { name: 'Hadolint', url: 'https://github.com/hadolint/hadolint' },
  reads: 'hadolint --format json',
  proof: 'seen',
  detects: (report) => itemsHaveKeys('file', 'line', 'column', 'code', 'message')(report) && isHadolint(report),
  read: (report) => ({ findings: readJson(report, array(Failure)).map(toFinding) }),
})

/** Others write the same keys; its rules and ShellCheck's have names of their own. */
function isHadolint(report: Report): boolean {
  const [{ code }] = report.json() as [{ code: unknown }]
  return typeof code === 'string' && /^(?:DL|SC)\d{4}$/.test(code)
}

function toFinding({ file, line, column, code, level, message }: Of<typeof Failure>): Finding {
  return {
    rule: { id: code, url: documentationOf(code) },
    level: levelOf(level ?? undefined),
    message,
    location: { file, line: line ?? undefined, column: column ?? undefined },
    sarif: ownWords({ level }),
  }
}

/** What it finds in the shell of RUN, it asks ShellCheck. */
function documentationOf(code: string): string {
  const wiki = code.startsWith('SC') ? 'https://www.shellcheck.net/wiki/' : 'https://github.com/hadolint/hadolint/wiki/'
  return wiki + encodeSegment(code)
}
