import type { CodeData, CodeLine } from '../src/render/html/shape.ts'
import { element, link, message } from './dom.ts'
import { type Finding, shownOfMessage } from './finding.ts'

/** What is shown of a finding once it is opened: its code, all of its message, what else is known. */
export function detailOf(finding: Finding): HTMLElement {
  const { code, message: text, facts = [], ids = [], help } = finding
  const rows = facts.map(([name, value]) => row(name, value))
  return element(
    'div',
    { class: 'detail' },
    isLong(text) && element('p', { class: 'whole' }, message(text)),
    code && figure(finding, code),
    element(
      'dl',
      { class: 'facts' },
      help !== undefined && row('Rule', link(help, 'What this rule says, and how to fix it')),
      ids.length > 0 && row('Weakness', ids.join(', ')),
      ...rows,
    ),
  )
}

/** More than the list shows of it. */
function isLong(text: string): boolean {
  return text.length > shownOfMessage || text.includes('\n')
}

function row(name: string, value: string | HTMLElement): HTMLElement {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value))
}

function figure({ path, line }: Finding, code: CodeData): HTMLElement {
  const name = line === undefined ? path : `${path}, around line ${line}`
  const lines = code.lines.map((text, at) => lineOf(code, text, code.start + at))
  return element(
    'pre',
    { class: 'code', tabindex: 0, role: 'group', 'aria-label': `Code of ${name}` },
    element('code', {}, ...lines),
  )
}

function lineOf({ from, to }: CodeData, line: CodeLine, number: number): HTMLElement {
  const isHit = number >= from && number <= to
  return element(
    'span',
    { class: isHit ? 'line hit' : 'line' },
    element('span', { class: 'no' }, number),
    element('span', { class: 'text' }, ...contentOf(line), '\n'),
  )
}

function contentOf(line: CodeLine): (Node | string)[] {
  if (line === null) return [element('em', {}, 'not shown: a secret stands here')]
  if (typeof line === 'string') return [line]
  const [before, marked, after] = line
  return [before, element('mark', {}, marked), after]
}
