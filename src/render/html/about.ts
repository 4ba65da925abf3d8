import type { Run } from 'sarif'
import { counted } from '../../model/counted.ts'
import { exitMeanings, type Outcome } from '../../model/outcome.ts'
import { toolName } from '../../model/tool.ts'
import { type Markup, markup, prose, shortened, type Value } from './markup.ts'

const mostTools = 50

/** What the report rests on: tools, comparison, remote stages, notices. */
export function about(outcome: Outcome): Markup {
  const { exitCode, sarifPath, policy, notices = [] } = outcome
  const facts: [string, Value][] = [
    ['Tools', tools(outcome.runs)],
    ['Policy', policy && (policy.branch === undefined ? policy.name : `${policy.name}, as ${policy.branch} has it`)],
    ['New findings', comparison(outcome)],
    ['Upload', upload(outcome)],
    ['Zadig', zadig(outcome)],
    ['Exit code', exitMeanings[exitCode] ? `${exitCode}: ${exitMeanings[exitCode]}` : `${exitCode}`],
    ['SARIF', sarifPath && markup`<code>${shortened(sarifPath, 500)}</code>`],
  ]
  const rows = facts
    .filter(([, value]) => value)
    .map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)
  const told = notices.map((notice) => markup`<li>${prose(notice)}</li>`)
  return markup`${told.length > 0 && markup`<section aria-labelledby="notices"><h2 id="notices">Worth knowing</h2><ul class="notices">${told}</ul></section>`}
<section aria-labelledby="about"><h2 id="about">About this report</h2><dl class="facts">${rows}</dl></section>`
}

function tools(runs: Run[]): Value {
  if (runs.length === 0) return false
  const shown = runs
    .slice(0, mostTools)
    .map(
      ({ tool, results = [] }) =>
        markup`<li>${shortened(toolName(tool.driver), 200)}: ${counted(results.length, 'result')}</li>`,
    )
  return markup`<ul>${shown}${runs.length > mostTools && markup`<li>and ${runs.length - mostTools} more</li>`}</ul>`
}

function comparison({ comparison }: Outcome): Value {
  if (comparison?.status === 'failed') return prose(`Not told from existing ones: ${comparison.error.message}`)
  if (comparison?.status !== 'done') return 'Not told from existing ones: nothing asked for it, or nothing came before.'
  const { against, commit } = comparison.value
  return markup`Those that are not in ${shortened(against, 300)}${commit && !against.includes(commit.slice(0, 7)) && markup` (<code>${shortened(commit, 64)}</code>)`}.`
}

function upload({ upload }: Outcome): Value {
  if (upload.status === 'skipped') return false
  if (upload.status === 'failed') return prose(`Failed: ${upload.error.message}`)
  const { status, errors, warnings } = upload.value
  const told = [...errors, ...warnings].slice(0, 20).map((sentence) => markup`<li>${shortened(sentence, 600)}</li>`)
  return markup`${status}${told.length > 0 && markup`<ul>${told}</ul>`}`
}

function zadig({ zadig }: Outcome): Value {
  if (zadig.status === 'skipped') return false
  if (zadig.status === 'failed') return prose(`Failed: ${zadig.error.message}`)
  const { status, taskId, error, metrics = {} } = zadig.value
  const { gate, bugs, vulnerabilities, codeSmells, coverage } = metrics
  const measures: [string, string | undefined][] = [
    ['quality gate', gate],
    ['bugs', bugs],
    ['vulnerabilities', vulnerabilities],
    ['code smells', codeSmells],
    ['coverage %', coverage],
  ]
  const told = measures.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`])).join(', ')
  return markup`Task ${taskId}: ${shortened(status, 100)}${error && `. ${error}`}${told && `. SonarQube: ${told}`}`
}
