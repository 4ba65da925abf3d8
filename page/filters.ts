import { element } from './dom.ts'
import { counted, type Finding } from './finding.ts'

/** Decides whether a finding is in the list. */
type Test = (finding: Finding) => boolean

/** A part of the form, and what it asks for at the moment; undefined when it asks for nothing. */
interface Filter {
  form: HTMLElement
  test(): Test | undefined
  /** Told of the findings that all other parts ask for. */
  offer?(findings: Finding[]): void
}

const severities = ['critical', 'high', 'unknown', 'medium', 'low', 'note']
const statuses = ['new', 'existing', 'open', 'accepted', 'fixed']
/** What is accepted or gone is there for who asks. */
const atFirst = ['new', 'existing', 'open']
const mostSuggestions = 200

/** The form above the list. `changed` is called with the findings that are asked for. */
export function filterForm(findings: Finding[], changed: (shown: Finding[]) => void): HTMLElement {
  const filters = [
    contains({ title: 'Search', placeholder: 'message, rule, path, CWE …', read: ({ text }) => text }),
    contains({ title: 'Path', placeholder: 'part of a path', read: ({ path }) => path.toLowerCase() }),
    contains(
      { title: 'Rule', placeholder: 'part of a rule', read: ({ rule }) => rule.toLowerCase() },
      rulesOf(findings),
    ),
    choice(counted(findings, ({ tool }) => tool)),
    ticks(findings, { title: 'Severity', values: severities, ticked: [], read: ({ severity }) => severity }),
    ticks(findings, { title: 'Status', values: statuses, ticked: atFirst, read: ({ status }) => status }),
    ticks(findings, {
      title: 'Gate',
      values: ['blocking'],
      ticked: [],
      read: ({ blocks }) => (blocks ? 'blocking' : ''),
    }),
  ]
  const reset = element('button', { type: 'reset', class: 'quiet' }, 'Reset filters')
  const fields = element('div', { class: 'fields' }, ...filters.slice(0, 4).map(({ form }) => form))
  const chips = element('div', { class: 'chips' }, ...filters.slice(4).map(({ form }) => form))
  const form = element('form', { class: 'filters', role: 'search', 'aria-label': 'Findings' }, fields, chips, reset)
  const apply = () => changed(asked(findings, filters))
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields have their first values only after this event.
  form.addEventListener('reset', () => setTimeout(apply))
  apply()
  return form
}

/** The findings that fit. One that a single part of the form refuses is what that part has to offer besides. */
function asked(findings: Finding[], filters: Filter[]): Finding[] {
  const tests = filters.map(({ test }) => test())
  const fitting: Finding[] = []
  const refused = filters.map((): Finding[] => [])
  for (const finding of findings) {
    const refusing = tests.flatMap((test, at) => (test && !test(finding) ? [at] : []))
    if (refusing.length === 0) fitting.push(finding)
    else if (refusing.length === 1) refused[refusing[0]!]!.push(finding)
  }
  filters.forEach(({ offer }, at) => {
    offer?.([...fitting, ...refused[at]!])
  })
  return fitting
}

interface Field {
  title: string
  /** What of a finding is looked at. */
  read(finding: Finding): string
}

/** The most frequent first. */
function rulesOf(findings: Finding[]): string[] {
  return counted(findings, ({ rule }) => rule)
    .slice(0, mostSuggestions)
    .map(([rule]) => rule)
}

/** Parts of words, all of which must be there, in any order. */
function contains({ title, placeholder, read }: Field & { placeholder: string }, suggestions?: string[]): Filter {
  const id = title.toLowerCase()
  const list = suggestions && `${id}-list`
  const input = element('input', { type: 'search', id, placeholder, list, autocomplete: 'off', spellcheck: 'false' })
  const options = suggestions?.map((value) => element('option', { value })) ?? []
  return {
    form: element(
      'div',
      { class: `field field-${id}` },
      element('label', { for: id }, title),
      input,
      list !== undefined && element('datalist', { id: list }, ...options),
    ),
    test() {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
      return words.length > 0 ? (finding) => words.every((word) => read(finding).includes(word)) : undefined
    },
  }
}

function choice(tools: [tool: string, count: number][]): Filter {
  const options = tools.map(([value]) => element('option', { value }, value))
  const select = element('select', { id: 'tool' }, element('option', { value: '' }, 'all'), ...options)
  return {
    form: element('div', { class: 'field' }, element('label', { for: 'tool' }, 'Tool'), select),
    test: () => (select.selectedIndex > 0 ? ({ tool }) => tool === select.value : undefined),
  }
}

/** Boxes to tick, one for each value that occurs. Nothing ticked asks for nothing. */
function ticks(
  findings: Finding[],
  { title, values, ticked, read }: Field & { values: string[]; ticked: string[] },
): Filter {
  const known = new Set(findings.map(read))
  const boxes = values
    .filter((value) => known.has(value))
    .map((value) => element('input', { type: 'checkbox', value, checked: ticked.includes(value) && '' }))
  const numbers = boxes.map(() => element('span', { class: 'count' }))
  const labels = boxes.map((box, at) =>
    element(
      'label',
      { class: `chip ${box.value}` },
      box,
      element('span', { class: 'dot' }),
      `${box.value} `,
      numbers[at],
    ),
  )
  return {
    form: element('fieldset', { hidden: boxes.length === 0 && '' }, element('legend', {}, title), ...labels),
    test() {
      const wanted = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value))
      return wanted.size > 0 ? (finding) => wanted.has(read(finding)) : undefined
    },
    offer(offered) {
      const counts = new Map(counted(offered, read))
      boxes.forEach(({ value }, at) => {
        numbers[at]!.textContent = String(counts.get(value) ?? 0)
      })
    },
  }
}
