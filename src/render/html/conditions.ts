import { advicesOf, type Condition, type Outcome } from '../../model/outcome.ts'
import { type Markup, markup, prose, shortened, type Value } from './markup.ts'

const words = {
  pass: 'passed',
  note: 'noted',
  warn: 'warning',
  fail: 'failed',
  error: 'not evaluated',
  'not-applicable': 'does not apply',
} as const
const longest = { cell: 300, sentence: 600, block: 5000 }

export function whatToDo({ conditions }: Outcome): Value {
  const advices = advicesOf(conditions)
  if (advices.length === 0) return false
  const told = advices.length === 1 ? markup`<p>${prose(advices[0]!)}</p>` : list(advices)
  return markup`<section class="advice" aria-labelledby="advice"><h2 id="advice">What to do</h2>${told}</section>`
}

function list(sentences: string[]): Markup {
  return markup`<ul>${sentences.map((sentence) => markup`<li>${prose(sentence)}</li>`)}</ul>`
}

/** Everything that was asked for, what came, and why. Roles are named: on narrow screens rows and cells are other boxes. */
export function conditionsPart({ conditions }: Outcome): Value {
  if (conditions.length === 0) return false
  const heads = ['Result', 'Condition', 'Expected', 'Actual']
  return markup`<section aria-labelledby="conditions"><h2 id="conditions">Conditions</h2>
<table class="conditions" role="table" aria-labelledby="conditions"><thead role="rowgroup"><tr role="row">${heads.map(
    (name) => markup`<th scope="col" role="columnheader">${name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${conditions.map(row)}</tbody></table></section>`
}

function row(condition: Condition): Markup {
  const { name, expected, actual, result } = condition
  return markup`<tr role="row"><td role="cell"><span class="mark ${result}">${words[result]}</span></td>
<th scope="row" role="rowheader">${shortened(name, longest.cell)}${explained(condition)}</th>
<td role="cell" data-name="Expected">${shortened(expected, longest.cell)}</td>
<td role="cell" data-name="Actual" class="actual">${shortened(actual, longest.cell)}</td></tr>`
}

/** The first line as a sentence; what a tool or a server said beyond it as it came. */
function explained({ explanation, why, result }: Condition): Value {
  const [first = '', ...rest] = (explanation ?? '').split('\n')
  const block = rest.join('\n').trim()
  return [
    first !== '' && markup`<p class="why">${prose(first, longest.sentence)}</p>`,
    why !== undefined && result !== 'pass' && markup`<p class="why">${prose(why, longest.sentence)}</p>`,
    block !== '' &&
      markup`<pre tabindex="0" role="group" aria-label="What was said">${shortened(block, longest.block)}</pre>`,
  ]
}
