import { isBlocked, type Outcome } from '../../model/outcome.ts'
import { titleOf } from '../summary.ts'
import { link } from './links.ts'
import { type Markup, markup, prose, type Value } from './markup.ts'

/** Drawn in a field of 24 by 24, as lines. */
const icons = {
  pass: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 6v8M12 17.5v.5',
  fail: 'M7 7l10 10M17 7L7 17',
  error: 'M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M12 17.5v.5',
  skipped: 'M7 6l6 6-6 6M16 6v12',
} as const

/** The verdict and why, the numbers that belong to it, and where to look. */
export function head(outcome: Outcome): Markup {
  const { verdict, reason } = outcome
  return markup`<section class="verdict" aria-labelledby="verdict">
<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[verdict]}"/></svg>
<div><h1 id="verdict">${titleOf(verdict)}</h1><p class="reason">${prose(reason)}</p>${links(outcome)}</div>
${tiles(outcome)}</section>`
}

function links({ upload, zadig }: Outcome): Value {
  const found: Markup[] = []
  if (upload.status === 'done') found.push(link('Code scanning alerts', upload.value.url))
  if (zadig.status === 'done') found.push(link(`Zadig task ${zadig.value.taskId}`, zadig.value.url))
  if (zadig.status === 'done' && zadig.value.resultLink) found.push(link('SonarQube result', zadig.value.resultLink))
  return found.length > 0 && markup`<ul class="links">${found.map((one) => markup`<li>${one}</li>`)}</ul>`
}

function tiles(outcome: Outcome): Markup {
  const { blocking, total, accepted, newFindings, fixed } = outcome
  const numbers: [string, number | undefined, string][] = [
    [isBlocked(outcome) ? 'blocking' : 'tolerated', blocking.length, isBlocked(outcome) ? 'bad' : ''],
    ['new', newFindings, ''],
    ['fixed', fixed?.length, fixed?.length ? 'good' : ''],
    ['in all', total, ''],
    ['accepted', accepted.length, ''],
  ]
  const known = numbers.filter(([, number]) => number !== undefined)
  return markup`<dl class="tiles">${known.map(
    ([name, number, kind]) => markup`<div class="${kind}"><dt>${name}</dt><dd>${number}</dd></div>`,
  )}</dl>`
}
