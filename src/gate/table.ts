import type { Alert } from '../model/alert.ts'
import { no, type Question, yes } from './where.ts'

/** Numbers of rows, ascending. */
export type Rows = number[]

/**
 * Findings, a row each, that gates ask by the column. Findings are many, and what they say is not: a report of 100,000 has
 * some hundred rules and a few thousand files. So every question is put to each distinct value of its fact once, whatever
 * a pattern costs, and a gate then only looks up numbers, row by row. Fifty gates cost little more than one.
 */
export interface Table {
  alerts: Alert[]
  /** The answer of each row. */
  ask(question: Question): Uint8Array
}

/** The distinct values of a fact, and which of them each row has. */
interface Column {
  values: unknown[]
  rows: Uint32Array
}

export function tableOf(alerts: Alert[]): Table {
  const columns = new Map<keyof Alert, Column>()
  const columnOf = (fact: keyof Alert): Column => {
    const known = columns.get(fact) ?? readColumn(alerts, fact)
    columns.set(fact, known)
    return known
  }
  return { alerts, ask: (question) => answersOf(question, alerts.length, columnOf) }
}

/** Lists are told apart by identity: those of a rule are one list for all of its findings. */
function readColumn(alerts: Alert[], fact: keyof Alert): Column {
  const numbers = new Map<unknown, number>()
  const rows = new Uint32Array(alerts.length)
  for (let row = 0; row < alerts.length; row++) {
    const value = alerts[row]![fact]
    let number = numbers.get(value)
    if (number === undefined) {
      number = numbers.size
      numbers.set(value, number)
    }
    rows[row] = number
  }
  return { values: [...numbers.keys()], rows }
}

function answersOf(question: Question, count: number, columnOf: (fact: keyof Alert) => Column): Uint8Array {
  const answers = new Uint8Array(count)
  if ('of' in question) {
    const { values, rows } = columnOf(question.of)
    const said = Uint8Array.from(values, question.says)
    for (let row = 0; row < count; row++) answers[row] = said[rows[row]!]!
  } else if ('not' in question) {
    const said = answersOf(question.not, count, columnOf)
    for (let row = 0; row < count; row++) answers[row] = yes - said[row]!
  } else {
    const [parts, start, better] =
      'any' in question ? ([question.any, no, Math.max] as const) : ([question.all, yes, Math.min] as const)
    answers.fill(start)
    for (const part of parts) {
      const said = answersOf(part, count, columnOf)
      for (let row = 0; row < count; row++) answers[row] = better(answers[row]!, said[row]!)
    }
  }
  return answers
}
