import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Level, Location, Notification, Rule } from '../../model/finding.ts'
import { levelOf, scoreOfWord } from '../../model/severity.ts'
import { encodeSegment } from '../../model/uri.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import { isObjectWith, type Report, someValueHasKeys } from '../report.ts'
import { fixesOf, Replacement, SuggestedFix } from './fixes.ts'

const Issue = object({
  FromLinter: string,
  Text: string,
  Severity: nullish(string),
  Pos: object({
    Filename: string,
    Line: nullish(number),
    Column: nullish(number),
  }),
  LineRange: nullish(object({ From: number, To: number })),
  Replacement: nullish(Replacement),
  SuggestedFixes: nullish(array(SuggestedFix)),
})
const Result = object({
  Issues: nullish(array(Issue)),
  Report: nullish(
    object({
      Error: nullish(string),
      Warnings: nullish(array(object({ Tag: nullish(string), Text: string }))),
    }),
  ),
})
type Issue = Of<typeof Issue>

const keys = ['Issues', 'Report']

export const golangciLint = defineConverter({
  id: 'golangci-lint',
  tool: { name: 'golangci-lint', url: 'https://golangci-lint.run' },
  reads: 'golangci-lint run --output.json.path=stdout (v2), or --out-format json (v1)',
  proof: 'seen',
  detects: someValueHasKeys(...keys),
  read(report) {
    const results = resultsOf(report)
    return {
      findings: results.flatMap(({ Issues }) => (Issues ?? []).map(toFinding)),
      notifications: results.flatMap(notificationsOf),
      columns: 'utf8Bytes',
    }
  },
})

/** Version 2 may print its statistics behind the JSON. */
function resultsOf(report: Report): Of<typeof Result>[] {
  const values = report.jsonValues().values.filter((value) => isObjectWith(value, keys))
  if (values.length === 0) throw new UnreadableReport('it holds no JSON with `Issues` and `Report`')
  return values.map((value) => readJson({ json: () => value }, Result))
}

function toFinding(issue: Issue): Finding {
  const { FromLinter: linter, Severity: severity } = issue
  const { code, weakness, message } = parts(issue)
  const score = linter === 'gosec' ? scoreOfWord(severity) : undefined
  const rule: Rule = {
    id: code ? `${linter}/${code}` : linter,
    url: documentationOf(linter, code),
    tags: linter === 'gosec' ? ['security'] : undefined,
    weaknesses: weakness ? [weakness] : undefined,
    score,
  }
  return {
    rule,
    level: levelIn(severity),
    message,
    location: locationOf(issue),
    fixes: fixesOf(issue),
    sarif: ownWords({ severity, 'security-severity': score?.toFixed(1) }),
  }
}

/** Its own SARIF calls an error what was given no severity. */
function levelIn(severity: string | null | undefined): Level {
  return severity ? levelOf(severity) : 'error'
}

function locationOf({ Pos, LineRange }: Issue): Location {
  const endLine = LineRange && LineRange.From === Pos.Line ? LineRange.To : undefined
  return { file: Pos.Filename, line: Pos.Line ?? undefined, column: Pos.Column ?? undefined, endLine }
}

/** Linters of many rules begin their text with the rule's name: `printf: …`, `SA1019: …`, `G304 (CWE-22): …`. */
const named = new Set(['gocritic', 'govet', 'iface', 'modernize', 'revive', 'testifylint'])

function parts({ FromLinter, Text }: Issue): { code?: string; weakness?: string; message: string } {
  const found = /^([A-Za-z][\w-]*)(?: \(CWE-(\d+)\))?: /.exec(Text)
  const code = found?.[1] ?? ''
  if (!found || !(named.has(FromLinter) || /^[A-Z]{1,3}\d{3,4}$/.test(code))) return { message: Text }
  return { code, weakness: found[2], message: Text.slice(found[0].length) }
}

const checksOfStaticcheck = new Set(['staticcheck', 'gosimple', 'stylecheck'])

function documentationOf(linter: string, code: string | undefined): string {
  if (code && checksOfStaticcheck.has(linter)) return `https://staticcheck.dev/docs/checks/#${code}`
  if (code && linter === 'revive')
    return `https://github.com/mgechev/revive/blob/HEAD/RULES_DESCRIPTIONS.md#${code.toLowerCase()}`
  return `https://golangci-lint.run/docs/linters/configuration/#${encodeSegment(linter)}`
}

function notificationsOf({ Report: about }: Of<typeof Result>): Notification[] {
  const error = about?.Error
  return [
    ...(error ? [{ level: 'error', message: error, incomplete: true } as const] : []),
    ...(about?.Warnings ?? []).map(
      ({ Tag, Text }): Notification => ({
        level: 'warning',
        message: Tag ? `${Tag}: ${Text}` : Text,
        // A linter that could not run has found nothing, whatever there is to find.
        ...(/can't run linter/i.test(Text) && { incomplete: true }),
      }),
    ),
  ]
}
