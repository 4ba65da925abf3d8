import { detailOf } from './detail.ts'
import { element, link, message } from './dom.ts'
import { type Finding, shownOfMessage } from './finding.ts'

/** A page is what a table shows at once. Pages, unlike a list that is drawn while it is scrolled, stay a table for everybody. */
const rowsOfPage = 50

interface List {
  parts: HTMLElement[]
  show(findings: Finding[]): void
}

/** The list of findings, a page at a time, with what is told of it. */
export function findingsList(): List {
  const told = element('p', { class: 'told', role: 'status', 'aria-live': 'polite' })
  const body = element('tbody', { role: 'rowgroup' })
  const [previous, next] = [turner('Previous'), turner('Next')]
  const place = element('span', {})
  const pager = element('nav', { class: 'pager', 'aria-label': 'Pages of findings' }, previous, place, next)
  let findings: Finding[] = []
  let page = 0
  const draw = () => {
    const pages = Math.max(1, Math.ceil(findings.length / rowsOfPage))
    const from = page * rowsOfPage
    const shown = findings.slice(from, from + rowsOfPage)
    body.replaceChildren(...shown.flatMap(rowsOf))
    told.textContent = countOf(findings.length, from, shown.length)
    place.textContent = `Page ${page + 1} of ${pages}`
    pager.hidden = pages === 1
    // They stay in reach of the keyboard: a button that is switched off would lose the focus.
    previous.setAttribute('aria-disabled', String(page === 0))
    next.setAttribute('aria-disabled', String(page === pages - 1))
  }
  const turn = (by: number) => {
    const wanted = page + by
    if (wanted < 0 || wanted * rowsOfPage >= findings.length) return
    page = wanted
    draw()
    told.scrollIntoView({ block: 'nearest' })
  }
  previous.addEventListener('click', () => turn(-1))
  next.addEventListener('click', () => turn(1))
  const show = (wanted: Finding[]) => {
    findings = wanted
    page = 0
    draw()
  }
  return { parts: [told, tableOf(body), pager], show }
}

function turner(name: string): HTMLButtonElement {
  return element('button', { type: 'button' }, name)
}

function countOf(count: number, from: number, shown: number): string {
  if (count === 0) return 'No finding fits these filters.'
  const all = `${count.toLocaleString('en')} ${count === 1 ? 'finding' : 'findings'}`
  return shown === count
    ? all
    : `${all}, ${(from + 1).toLocaleString('en')} to ${(from + shown).toLocaleString('en')} shown`
}

/** Roles are given by name: on narrow screens the style makes other boxes of rows and cells. */
function tableOf(body: HTMLElement): HTMLElement {
  const heads = ['Severity', 'Finding', 'Where', 'Status'].map((name) =>
    element('th', { scope: 'col', role: 'columnheader' }, name),
  )
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads))
  return element('table', { class: 'findings', role: 'table', 'aria-labelledby': 'findings-title' }, head, body)
}

function rowsOf(finding: Finding): HTMLElement[] {
  const { number, severity, score, status, blocks } = finding
  const id = `finding-${number}`
  const cell = (...children: (HTMLElement | string | false)[]) => element('td', { role: 'cell' }, ...children)
  const opened = element('tr', { class: 'opened', id, role: 'row', hidden: '' })
  const row = element(
    'tr',
    { role: 'row' },
    cell(element('span', { class: `badge ${severity}` }, score ? `${severity} ${score}` : severity)),
    cell(
      opener(finding, opened),
      element('p', { class: 'rule' }, link(finding.help, element('code', {}, finding.rule)), ` ${finding.tool}`),
    ),
    cell(place(finding)),
    cell(
      element('span', { class: `status ${status}` }, status),
      !!blocks && element('span', { class: 'status blocking' }, 'blocking'),
    ),
  )
  return [row, opened]
}

/** The message, which opens what else is known. That is made when it is first asked for. */
function opener(finding: Finding, opened: HTMLElement): HTMLElement {
  const text = [finding.message, finding.rule].find((words) => words.trim() !== '') ?? 'A finding without a word'
  const button = element(
    'button',
    { type: 'button', class: 'message', 'aria-expanded': 'false', 'aria-controls': opened.id },
    message(text.slice(0, shownOfMessage)),
  )
  button.addEventListener('click', () => {
    if (!opened.firstChild) opened.append(element('td', { colspan: 4, role: 'cell' }, detailOf(finding)))
    opened.hidden = !opened.hidden
    button.setAttribute('aria-expanded', String(!opened.hidden))
  })
  return button
}

function place({ path, line, url, status }: Finding): HTMLElement {
  const anchor = line === undefined ? '' : `#L${line}`
  // What is gone stood in another commit.
  const address = url !== undefined && status !== 'fixed' ? `${url}${anchor}` : undefined
  const made = link(address, path, line === undefined ? '' : `:${line}`)
  made.classList.add('place')
  return made
}
