import type { Finding } from '../../model/finding.ts'
import type { Report } from '../report.ts'
import { findingOf, type Read, readEntry } from './finding.ts'
import { type Held, held, noticesIn, plannedFrom } from './index.ts'
import type { FieldName, Plan } from './plan.ts'

/** How many entries are shown in full; the counts are of all. */
const mostShown = 5
/** A text is shown up to here, in one line. */
const longestShown = 100

/** A function that tells what a mapping finds in a report. Throws a plain `Error` for YAML that describes none. */
export async function mappingExplainer(text: string): Promise<(report: Report) => string> {
  const plan = await plannedFrom(text)
  return (report) => explanation(plan, report)
}

function explanation(plan: Plan, report: Report): string {
  const found = held(plan, report)
  const read = found.entries.map((entry) => readEntry(plan, entry, found.reader))
  const shown = found.entries
    .slice(0, mostShown)
    .map((entry, index) =>
      [`entry ${index + 1}: ${entry.way || 'the whole'}`, ...fieldLines(plan, read[index]!)].join('\n'),
    )
  return [...shown, ...countLines(plan, found), ...missingLines(plan, read)].join('\n')
}

function fieldLines({ fields }: Plan, read: Read): string[] {
  const width = Math.max(...fields.map(({ name }) => name.length))
  return fields.map(({ name, fields: own }) => {
    const from = own.map(({ source }) => source).join(', ')
    return `  ${name.padEnd(width)}  ${from} = ${valuesOf(read[name] ?? [])}`
  })
}

function valuesOf(texts: string[]): string {
  return texts.length === 0 ? '(nothing)' : texts.map((text) => JSON.stringify(cut(text))).join(', ')
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

function countLines(plan: Plan, { root, entries, leftOut, reader }: Held): string[] {
  const findings = entries.flatMap((entry): Finding | Finding[] => findingOf(plan, entry, reader) ?? [])
  const levels = ['error', 'warning', 'note'].map(
    (level) => `${findings.filter((finding) => finding.level === level).length} ${level}`,
  )
  const suppressed = findings.filter(({ sarif }) => sarif?.suppressions).length
  return [
    `entries: ${entries.length}, findings: ${findings.length} (${levels.join(', ')}), without a rule: ${entries.length - findings.length}`,
    ...(plan.only ? [`left out by \`only\`: ${leftOut}`] : []),
    ...(plan.suppressed ? [`suppressed: ${suppressed}`] : []),
    ...(plan.fix ? [`with a fix: ${findings.filter(({ fixes }) => fixes?.length).length}`] : []),
    ...(plan.related ? [`with other places: ${findings.filter(({ related }) => related?.length).length}`] : []),
    ...(plan.errors ? [`errors of the tool: ${noticesIn(plan, root, reader).length}`] : []),
  ]
}

/** Fields that some entries, or all, do not have. */
function missingLines({ fields }: Plan, read: Read[]): string[] {
  const lacking = (name: FieldName) => read.filter((each) => !each[name]?.length).length
  return fields
    .map(({ name }) => ({ name, count: lacking(name) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `without \`${name}\`: ${count === read.length ? 'all' : count}`)
}
