import { UnreadableReport } from '../../model/errors.ts'
import type { Notification, Reading } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { remarksOf } from '../compiler-text.ts'
import { defineConverter } from '../converter.ts'
import { readJson } from '../read/json.ts'
import { array, object, optional, string } from '../read/shape.ts'
import { isObjectWith, type Report, valuesWith } from '../report.ts'
import { toFinding } from './finding.ts'
import { CargoLine, Message } from './message.ts'

const reasons = ['compiler-message', 'compiler-artifact', 'build-script-executed', 'build-finished', 'timing-info']

export const cargo = defineConverter({
  id: 'cargo',
  tool: { name: 'Cargo', url: 'https://doc.rust-lang.org/cargo/' },
  reads: 'cargo clippy (or check, build) --message-format=json, or rustc --error-format=json',
  proof: 'run',
  // Clippy, Cargo and rustc.
  generic: true,
  detects,
  read: (report) => {
    const { values, otherLines } = report.jsonValues()
    const reading = values.some((value) => isObjectWith(value, ['reason'])) ? readCargo(values) : readRustc(values)
    const { notifications = [] } = reading
    return {
      ...reading,
      notifications: [...notifications, ...otherLines.flatMap(remarksOf)],
      columns: 'unicodeCodePoints',
    }
  },
})

function detects(report: Report): boolean {
  const isCargo = (value: unknown) =>
    isObjectWith(value, ['reason']) && reasons.includes(String((value as { reason: unknown }).reason))
  const isRustc = (value: unknown) => isObjectWith(value, ['$message_type', 'spans'])
  return valuesWith(report, ['reason']).some(isCargo) || valuesWith(report, ['$message_type']).some(isRustc)
}

function readRustc(values: unknown[]): Reading {
  const messages = readJson({ json: () => values }, array(object({ $message_type: optional(string) })))
  const diagnostics = values.filter((_value, at) => (messages[at]!.$message_type ?? 'diagnostic') === 'diagnostic')
  if (diagnostics.length === 0) throw new UnreadableReport('it holds no message of Cargo and none of rustc')
  return readMessages(readJson({ json: () => diagnostics }, array(Message)).map((message) => ({ message })))
}

function readCargo(values: unknown[]): Reading {
  const lines = readJson({ json: () => values }, array(CargoLine))
  const said = lines.flatMap(({ message, manifest_path }) =>
    message ? [{ message, manifest: manifest_path ?? undefined }] : [],
  )
  const { first, again } = apart(said)
  const { findings, notifications } = readMessages(first)
  return { findings, notifications: [...notifications, ...again.map(toRepeat), ...endOf(lines)] }
}

interface Said {
  message: Message
  manifest?: string
}

/** A file that belongs to several targets, such as a library and its tests, is compiled for each of them. */
function apart(said: Said[]): { first: Said[]; again: Said[] } {
  const seen = new Set<string>()
  const isFirst = said.map(({ message: { code, message, spans }, manifest }) => {
    const print = JSON.stringify([code?.code, message, spans, manifest])
    return seen.size < seen.add(print).size
  })
  return { first: said.filter((_it, at) => isFirst[at]), again: said.filter((_it, at) => !isFirst[at]) }
}

function toRepeat({ message: { message } }: Said): Notification {
  return { level: 'note', message: `Found again in another target: ${message}` }
}

/** Cargo stops at errors, of lints as well, and checks nothing that depends on the crate. */
function endOf(lines: CargoLine[]): Notification[] {
  const end = lines.find(({ reason }) => reason === 'build-finished')
  if (end?.success) return []
  const message = end
    ? 'Cargo could not finish the build because of errors, so crates and targets that need those with errors were not checked.'
    : 'The messages of Cargo end without `build-finished`, so they were cut off.'
  return [{ level: 'error', message, incomplete: true }]
}

/** What has a rule or a place is said of the code; the rest is said of the compiler. */
function readMessages(said: Said[]): Reading & { notifications: Notification[] } {
  const isFinding = ({ message }: Said) => message.spans.length > 0 || Boolean(message.code)
  return {
    findings: said.filter(isFinding).map(({ message, manifest }) => toFinding(message, manifest)),
    notifications: said.filter((it) => !isFinding(it)).map(({ message }) => toNotification(message)),
  }
}

/** Summaries, and what went wrong with the compiler itself or its options. */
function toNotification({ level, message, children }: Message): Notification {
  const text = [message, ...children.map((child) => `${child.level}: ${child.message}`)].join('\n')
  if (level === 'failure-note') return { level: 'note', message: text }
  const known = levelOf(level.replace(/^error: .*/, 'error'))
  return { level: known, message: text, ...(known === 'error' && { incomplete: true }) }
}
