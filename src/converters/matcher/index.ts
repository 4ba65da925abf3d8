import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Level, Notification } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { type Converter, defineConverter } from '../converter.ts'
import { boundedLines } from '../long-lines.ts'
import { type Budget, freshBudget } from '../regexp/index.ts'
import { ruleIn } from '../rule-in-message.ts'
import { type Match, type Running, running, tryLine } from './apply.ts'
import { type ProblemMatcher, problemMatchersOf } from './definition.ts'

/** A converter for text that these problem matchers describe. Throws a plain `Error` for JSON that describes none. */
export function matcherConverter(text: string): Converter {
  const matchers = problemMatchersOf(text)
  return defineConverter({
    id: 'matcher',
    tool: { name: matchers[0]!.owner },
    reads: 'text, by the problem matchers of `matcher`',
    proof: 'run',
    generic: true,
    silentWhenClean: true,
    detects: () => false,
    read: (report) => readLines(report.text, matchers),
  })
}

function readLines(text: string, matchers: ProblemMatcher[]) {
  const { lines, cut } = boundedLines(text)
  const budget = freshBudget()
  const runs = matchers.map(running)
  const findings: Finding[] = []
  const notifications: Notification[] = []
  for (const { line, number } of lines) {
    const taken = takenBy(runs, line, budget)
    if (!taken) continue
    if (taken.match.message?.trim()) findings.push(toFinding(taken))
    else notifications.push({ level: 'note', message: withoutWords(number, taken.owner) })
  }
  if (findings.length + notifications.length === 0 && text.trim() !== '') throw new UnreadableReport(unmatched)
  return { findings, notifications: [...notifications, ...cut()] }
}

const unmatched =
  'no problem matcher of `matcher` matches a line of it. If the tool prints this when it finds nothing, add a matcher for one of its lines whose `message` is an empty group, such as `^Success()`'

function withoutWords(number: number, owner: string): string {
  return `Line ${number} fits the problem matcher ${owner}, with an empty message: as on GitHub, it is no finding.`
}

interface Taken {
  owner: string
  match: Match
}

/**
 * The first matcher whose match GitHub's runner would show. A match without words, or with a severity that GitHub does
 * not have, is only taken when no other matcher wants the line. A match ends what other matchers have begun.
 */
function takenBy(runs: Running[], line: string, budget: Budget): Taken | undefined {
  let second: Taken | undefined
  for (const run of runs) {
    const match = tryLine(run, line, budget)
    if (!match) continue
    for (const other of runs) if (other !== run) other.found = []
    const taken = { owner: run.matcher.owner, match }
    if (match.message?.trim() && Object.hasOwn(levels, match.severity!.toLowerCase())) return taken
    second ??= taken
  }
  return second
}

/** The words of GitHub; without one it is an error. */
const levels: Record<string, Level> = { '': 'error', error: 'error', warning: 'warning', notice: 'note' }

function toFinding({ owner, match }: Taken): Finding {
  const { message = '', severity = '', code, file, fromPath } = match
  const word = severity.toLowerCase()
  return {
    rule: { id: code?.trim() || ruleIn(message) || owner },
    level: Object.hasOwn(levels, word) ? levels[word]! : levelOf(severity),
    message: message.trim(),
    location: file?.trim()
      ? {
          file: rooted(file.trim(), fromPath?.trim()),
          line: count(match.line),
          column: count(match.column),
          endLine: count(match.endLine),
          endColumn: count(match.endColumn),
        }
      : undefined,
  }
}

/** A relative file is named from the folder of the file that `fromPath` holds. */
function rooted(file: string, fromPath: string | undefined): string {
  const folder = fromPath && /^(.*)[\\/]/.exec(fromPath)?.[1]
  return !folder || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(file) ? file : `${folder}/${file}`
}

function count(digits: string | undefined): number | undefined {
  return digits && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
