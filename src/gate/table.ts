import type { Alert } from '../model/alert.ts'
import { type Ask, isShared, no, type Question, yes } from './where.ts'

/** Numbers of rows, ascending. */
export type Rows = number[]

/**
 * Findings, a row each, that gates ask by the column. Findings are many, and what they say is not: a report of 100,000 has
 * some hundred rules and a few thousand files. So what is asked is put to each distinct value of a fact once, whatever a
 * pattern costs, and kept for the next gate that asks the same: what is left for each row is to look numbers up. Fifty
 * gates cost little more than one.
 */
export interface Table {
  alerts: Alert[]
  /** The answer of each row. */
  ask(question: Question): Answers
}

type Answers = Readonly<Uint8Array>

/** The distinct values of a fact, and which of them each row has. */
interface Column {
  values: unknown[]
  rows: Uint32Array
}

export function tableOf(alerts: Alert[]): Table {
  const columns = new Map<keyof Alert, Column>()
  const asked = new Map<string, Answers>()
  const columnOf = (fact: keyof Alert): Column => {
    const known = columns.get(fact) ?? readColumn(alerts, fact)
    columns.set(fact, known)
    return known
  }
  const answer = (ask: Ask): Answers => {
    const known = asked.get(ask.id) ?? (isShared(ask.of) ? byValue(columnOf(ask.of), ask) : byRow(alerts, ask))
    asked.set(ask.id, known)
    return known
  }
  return { alerts, ask: (question) => combined(question, alerts.length, answer) }
}

/** Lists are told apart by identity: those of a rule are one list for all of its findings. */
function readColumn(alerts: Alert[], fact: keyof Alert): Column {
  const numbers = new Map<unknown, number>()
  const rows = new Uint32Array(alerts.length)
  let [last, number]: [unknown, number] = [numbers, 0]
  for (let row = 0; row < alerts.length; row++) {
    const value: unknown = alerts[row]![fact]
    // Neighbours mostly say the same.
    if (value !== last) {
      number = numbers.get(value) ?? numbers.size
      numbers.set(value, number)
      last = value
    }
    rows[row] = number
  }
  return { values: [...numbers.keys()], rows }
}

function byValue({ values, rows }: Column, { says }: Ask): Answers {
  const said = Uint8Array.from(values, says)
  const answers = new Uint8Array(rows.length)
  for (let row = 0; row < rows.length; row++) answers[row] = said[rows[row]!]!
  return answers
}

function byRow(alerts: Alert[], { of, says }: Ask): Answers {
  const answers = new Uint8Array(alerts.length)
  for (let row = 0; row < alerts.length; row++) answers[row] = says(alerts[row]![of])
  return answers
}

function combined(question: Question, count: number, answer: (ask: Ask) => Answers): Answers {
  if ('of' in question) return answer(question)
  if ('not' in question) return combined(question.not, count, answer).map((said) => yes - said)
  const isAny = 'any' in question
  const parts = (isAny ? question.any : question.all).map((part) => combined(part, count, answer))
  const [first, ...others] = parts
  if (!first) return new Uint8Array(count).fill(isAny ? no : yes)
  return others.length === 0 ? first : others.reduce(isAny ? greatest : least, first)
}

function greatest(a: Answers, b: Answers): Answers {
  const answers = new Uint8Array(a.length)
  for (let row = 0; row < a.length; row++) answers[row] = Math.max(a[row]!, b[row]!)
  return answers
}

function least(a: Answers, b: Answers): Answers {
  const answers = new Uint8Array(a.length)
  for (let row = 0; row < a.length; row++) answers[row] = Math.min(a[row]!, b[row]!)
  return answers
}
