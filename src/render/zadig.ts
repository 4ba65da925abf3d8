import type { Outcome, SonarMetrics } from '../model/outcome.ts'
import { escaped, table } from './markdown.ts'
import { cut, oneLine } from './plain.ts'

const titles: [keyof SonarMetrics, string][] = [
  ['gate', 'Quality gate'],
  ['bugs', 'Bugs'],
  ['vulnerabilities', 'Vulnerabilities'],
  ['codeSmells', 'Code smells'],
  ['coverage', 'Coverage'],
]

/** What SonarQube measured in the Zadig scan, as far as it is known: a Markdown table, or nothing. */
export function measuresTable(outcome: Pick<Outcome, 'zadig'>): string {
  const measures = measuresOf(outcome)
  if (measures.length === 0) return ''
  const head = ['SonarQube, by Zadig', ...measures.map(([title]) => title)]
  return table(head, [[`task ${taskOf(outcome)}`, ...measures.map(([, value]) => escaped(value))]], 'lrrrrr')
}

/** The same on a line, for a terminal. */
export function measuresLine(outcome: Pick<Outcome, 'zadig'>): string[] {
  const measures = measuresOf(outcome).map(([title, value]) => `${title.toLowerCase()} ${oneLine(value)}`)
  return measures.length > 0 ? [`· SonarQube, by Zadig task ${taskOf(outcome)}: ${measures.join(', ')}`] : []
}

function taskOf({ zadig }: Pick<Outcome, 'zadig'>): string {
  return zadig.status === 'done' ? String(zadig.value.taskId) : ''
}

function measuresOf({ zadig }: Pick<Outcome, 'zadig'>): [string, string][] {
  const { metrics = {} } = zadig.status === 'done' ? zadig.value : {}
  return titles.flatMap(([name, title]) => {
    const value = metrics[name]
    return value === undefined ? [] : [[title, `${cut(value, 40)}${name === 'coverage' ? ' %' : ''}`]]
  })
}
