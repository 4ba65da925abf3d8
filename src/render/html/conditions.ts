import { advicesOf, type Condition, type Outcome } from '../../model/outcome.ts'
import { type Markup, markup, prose, shortened, type Value } from './markup.ts'

const words = {
  pass: 'holds',
  note: 'noted',
  warn: 'warns',
  fail: 'broken',
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

/** Everything that was asked for, what came, and why. */
export function conditionsPart({ conditions }: Outcome): Value {
  if (conditions.length === 0) return false
  return markup`<section aria-labelledby="conditions"><h2 id="conditions">Conditions</h2>
<div class="wide"><table class="conditions"><thead><tr><th scope="col">Result</th><th scope="col">Condition</th><th scope="col">Expected</th><th scope="col">Actual</th></tr></thead>
<tbody>${conditions.map(row)}</tbody></table></div></section>`
}

function row({ name, expected, actual, result, explanation }: Condition): Markup {
  return markup`<tr class="is-${result}"><td><span class="mark ${result}">${words[result]}</span></td>
<th scope="row">${shortened(name, longest.cell)}${explained(explanation)}</th>
<td>${shortened(expected, longest.cell)}</td><td class="actual">${shortened(actual, longest.cell)}</td></tr>`
}

/** The first line as a sentence; what a tool or a server said beyond it as it came. */
function explained(explanation: string | undefined): Value {
  const [first = '', ...rest] = (explanation ?? '').split('\n')
  const block = rest.join('\n').trim()
  return [
    first !== '' && markup`<p class="why">${prose(first, longest.sentence)}</p>`,
    block !== '' &&
      markup`<pre tabindex="0" role="region" aria-label="What was said">${shortened(block, longest.block)}</pre>`,
  ]
}
