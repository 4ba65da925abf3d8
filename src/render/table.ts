import type { Alert } from '../model/alert.ts'
import { counted } from '../model/counted.ts'
import { advicesOf, type Condition, isBlocked, type Outcome, reasonsOf } from '../model/outcome.ts'
import type { Role, Sheet } from '../model/sheet.ts'
import { findingLines, hanging, type Sources } from './finding-lines.ts'
import { cut, oneLine, plain } from './plain.ts'
import { unshown } from './unshown.ts'
import { measuresLine } from './zadig.ts'

const mostFindings = 50
const longestSentence = 600
const marks = { pass: '✓', note: 'i', warn: '!', fail: '✗', error: '?', 'not-applicable': '-' } as const
const roles = {
  pass: 'pass',
  note: 'note',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  'not-applicable': 'faint',
} as const
const verdicts: Record<Outcome['verdict'], Role> = {
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  skipped: 'faint',
}

/** The same outcome for a terminal or a plain log: what blocks, the conditions, the verdict last, where eyes rest. */
export function tableOf(outcome: Outcome, sources: Sources = {}): Sheet {
  const { verdict, reason, blocking, warning, conditions, notices = [], sarifPath } = outcome
  const all = whereAll(outcome)
  return [
    ...findings(blocking, { title: isBlocked(outcome) ? 'blocking' : 'tolerated', all, sources }),
    ...findings(warning, { title: 'below the limit', all, sources: { root: sources.root } }),
    ...uncountedLine(outcome),
    ...conditions.flatMap(condition),
    ...measuresLine(outcome),
    ...notices.map((notice) => hanging(`· ${oneLine(notice)}`)),
    ...[...advicesOf(conditions), ...reasonsOf(conditions)].map((advice) => hanging(`→ ${oneLine(advice)}`)),
    ...(sarifPath ? [`SARIF: ${oneLine(sarifPath)}`] : []),
    {
      spans: [{ text: `${verdict.toUpperCase()}: ${cut(oneLine(reason), longestSentence)}`, role: verdicts[verdict] }],
      hang: 2,
    },
  ]
}

/** The findings whose source is shown. */
export function shownBy({ blocking }: Outcome): Alert[] {
  return blocking.slice(0, mostFindings)
}

function whereAll({ sarifPath, upload }: Outcome): string {
  if (sarifPath) return `all are in ${oneLine(sarifPath)}`
  return upload.status === 'done' ? `all are at ${oneLine(upload.value.url)}` : 'with `report-dir` all are written'
}

function findings(alerts: Alert[], { title, all, sources }: { title: string; all: string; sources: Sources }): Sheet {
  if (alerts.length === 0) return []
  const rest = alerts.length - mostFindings
  return [
    { spans: [{ text: `${alerts.length} ${title}`, role: 'strong' }], hang: 0 },
    ...findingLines(alerts.slice(0, mostFindings), sources),
    ...(rest > 0 ? [hanging(`  …and ${rest} more; ${all}.`)] : []),
    '',
  ]
}

/** What no gate looks at is not listed, and not kept back. */
function uncountedLine(outcome: Outcome): Sheet {
  const { uncounted } = unshown(outcome)
  return uncounted.length === 0
    ? []
    : [hanging(`${counted(uncounted.length, 'finding')} that no gate counts; not listed here.`), '']
}

function condition({ name, expected, actual, result, explanation }: Condition): Sheet {
  const spans = [
    { text: marks[result], role: roles[result] },
    { text: ` ${oneLine(name)}: ${oneLine(actual)} (expected ${oneLine(expected)})` },
  ]
  return [{ spans, hang: 2 }, ...(explanation ? [plain(explanation).replace(/^(?=.)/gm, '    ')] : [])]
}
