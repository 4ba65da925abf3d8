import type { Finding, Level, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys } from './report.ts'

const Failure = object({
  message: string,
  filepath: nullish(string),
  line: nullish(number),
  column: nullish(number),
  kind: string,
  snippet: nullish(string),
})
type Failure = Of<typeof Failure>

export const actionlint = defineConverter({
  id: 'actionlint',
  tool: { name: 'actionlint', url: 'https://github.com/rhysd/actionlint' },
  reads: "actionlint -format '{{json .}}'",
  proof: 'documented',
  detects: itemsHaveKeys('message', 'line', 'column', 'kind', 'end_column'),
  read: (report) => ({ findings: readJson(report, array(Failure)).map(toFinding), columns: 'unicodeCodePoints' }),
})

function toFinding(failure: Failure): Finding {
  const { kind, filepath, line, column } = failure
  const { rule, level, message } = fromShellCheck(failure) ?? {
    rule: { id: kind, url: 'https://github.com/rhysd/actionlint/blob/HEAD/docs/checks.md' },
    // It has no severities, and fails on everything.
    level: 'error' as const,
    message: failure.message,
  }
  return {
    rule,
    level,
    message,
    location: filepath
      ? { file: filepath, line: line ?? undefined, column: column ?? undefined, endColumn: endOf(failure) }
      : undefined,
    // YAML's own places are told in code points, those within an expression in bytes.
    ...(kind === 'expression' && { columns: 'utf8Bytes' as const }),
    sarif: rule.id === kind ? {} : ownWords({ kind }),
  }
}

/** What it asked ShellCheck about a script, it tells in one line: `…: SC2086:info:1:6: Double quote …`. */
function fromShellCheck({ kind, message }: Failure): { rule: Rule; level: Level; message: string } | undefined {
  const found = kind === 'shellcheck' && /\b(SC\d{4}):([a-z]+):(\d+):\d+: (.*)/s.exec(message)
  if (!found) return undefined
  const [, id = '', level, line, words] = found
  return {
    rule: { id, url: `https://www.shellcheck.net/wiki/${id}` },
    level: levelOf(level),
    message: `${words} (line ${line} of the script)`,
  }
}

/** Its own end counts the cells that a terminal needs up to there; the marks under the word say how long the word is. */
function endOf({ column, snippet }: Failure): number | undefined {
  const marks = /(\^~*)\s*$/.exec(snippet?.slice(snippet.lastIndexOf('\n') + 1) ?? '')?.[1]
  return column && marks ? column + marks.length : undefined
}
