import type { Alert } from '../model/alert.ts'
import { grouped } from '../model/grouped.ts'
import { type Condition, isBlocked, type Outcome } from '../model/outcome.ts'
import { cut, oneLine, plain } from './plain.ts'

/** How a test ended, for readers of JUnit's XML. */
interface Case {
  classname: string
  name: string
  file?: string
  ending?: { kind: 'failure' | 'error' | 'skipped'; type: string; message: string; text?: string }
}

interface Suite {
  name: string
  cases: Case[]
}

const longest = { name: 400, attribute: 1000, text: 5000 }

/**
 * `report.junit.xml`: a suite of the conditions, and one for each tool. Failures are what fails the job, and nothing else:
 * what is shown and does not block is skipped. docs/decisions/0022-reports-for-people.md says why.
 */
export function junitOf(outcome: Outcome, redact: (text: string) => string = (text) => text): string {
  const isFailing = outcome.exitCode !== 0
  const conditions = outcome.conditions.map((condition) => conditionCase(condition, isFailing))
  const named = (text: string) => cut(oneLine(redact(text)), longest.name)
  const suites = [{ name: 'Quality gate', cases: conditions }, ...toolSuites(outcome, isFailing && isBlocked(outcome))]
    .filter(({ cases }) => cases.length > 0)
    .map(({ name, cases }) => ({ name, cases: distinct(cases, named) }))
  const all = suites.flatMap(({ cases }) => cases)
  const write = writer(redact)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    write.tag('testsuites', { name: 'codescan-gate', ...totals(all) }),
    ...suites.flatMap((suite) => suiteXml(suite, write)),
    '</testsuites>\n',
  ].join('\n')
}

const endings = { fail: 'failure', error: 'error', 'not-applicable': 'skipped' } as const

/** Where the job goes on all the same (`enforcement`, `on-error`), nothing is a failure. */
function conditionCase(condition: Condition, isFailing: boolean): Case {
  const { id, name, expected, actual, result, explanation, why, advice } = condition
  const found = { classname: 'Quality gate', name: name || id }
  if (result === 'pass' || result === 'note' || result === 'warn') return found
  const kind = isFailing ? endings[result] : 'skipped'
  const text = [explanation, why, advice].filter(Boolean).join('\n')
  return { ...found, ending: { kind, type: id, message: `expected ${expected}, got ${actual}`, text } }
}

/** A tool that found nothing has a suite, too: readers take no test at all for a mistake. */
function toolSuites({ runs, blocking, warning }: Outcome, isFailing: boolean): Suite[] {
  const ran: Case[] = runs.map(({ tool }) => ({ classname: tool.driver.name, name: 'scan completed' }))
  const suites = grouped(ran, ({ classname }) => classname)
  for (const alert of blocking) suites.get(alert.tool)?.push(findingCase(alert, isFailing ? 'failure' : 'skipped'))
  for (const alert of warning) suites.get(alert.tool)?.push(findingCase(alert, 'skipped'))
  return [...suites].map(([name, cases]) => ({ name, cases }))
}

/**
 * Package and class, as readers part it at the last dot, become tool and rule. The line is not in the name, by which readers
 * know a test from one run to the next.
 */
function findingCase(alert: Alert, kind: 'failure' | 'skipped'): Case {
  const { tool, rule, severity, message, file, line, url } = alert
  const place = file === undefined ? '' : ` in ${file}`
  const at = line === undefined ? '' : `line ${line}: `
  const known = { classname: `${tool}.${rule}`, name: `${severity}: ${rule}${place}`, file }
  if (kind === 'skipped')
    return { ...known, ending: { kind, type: severity, message: `does not block; ${at}${message}` } }
  const text = [message, `${severity} ${rule}${place}${line === undefined ? '' : `:${line}`}`, url].filter(Boolean)
  return { ...known, ending: { kind, type: severity, message: at + message, text: text.join('\n') } }
}

/** Readers know a test by its class and name, as they are written: the second of a name would take the place of the first. */
function distinct(cases: Case[], named: (text: string) => string): Case[] {
  const seen = new Map<string, number>()
  return cases.map((one) => {
    const known = { ...one, classname: named(one.classname), name: named(one.name) }
    const key = JSON.stringify([known.classname, known.name])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? known : { ...known, name: `${known.name} (${count})` }
  })
}

function totals(cases: Case[]): Record<string, number> {
  const count = (kind: string) => cases.filter(({ ending }) => ending?.kind === kind).length
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped'), time: 0 }
}

type Writer = ReturnType<typeof writer>

function suiteXml({ name, cases }: Suite, write: Writer): string[] {
  return [
    `  ${write.tag('testsuite', { name, ...totals(cases) })}`,
    ...cases.map((one) => caseXml(one, write)),
    '  </testsuite>',
  ]
}

function caseXml({ classname, name, file, ending }: Case, write: Writer): string {
  const start = `    ${write.tag('testcase', { classname, name: name, file, time: 0 })}`
  if (!ending) return `${start}</testcase>`
  const { kind, type, message, text } = ending
  const told = kind === 'skipped' ? { message } : { type, message }
  return `${start}\n      ${write.tag(kind, told)}${write.text(text ?? '')}</${kind}>\n    </testcase>`
}

/** Text as XML 1.0 takes it, without our secrets; what it has no way to write is gone, or stands as U+FFFD. */
function writer(redact: (text: string) => string) {
  const escaped = (text: string) => text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, entity)
  const attribute = (value: string | number) => escaped(cut(oneLine(redact(String(value))), longest.attribute))
  return {
    text: (text: string) => escaped(cut(plain(redact(text)), longest.text)),
    tag(name: string, attributes: Record<string, string | number | undefined>): string {
      const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined)
      return `<${[name, ...pairs.map(([key, value]) => `${key}="${attribute(value!)}"`)].join(' ')}>`
    },
  }
}

function entity(character: string): string {
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[character] ?? '&quot;'
}
