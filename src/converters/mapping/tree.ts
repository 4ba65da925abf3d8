import { UnreadableReport } from '../../model/errors.ts'
import { readCsv } from '../read/csv.ts'
import { readXml } from '../read/xml.ts'
import type { Report } from '../report.ts'
import type { Path } from './path.ts'
import type { Mapping } from './schema.ts'

/** An element of XML: attributes as `@name`, its own text as `#text`, and lists of the elements in it, by name. */
interface Element {
  [key: string]: string | Element[]
}

/** The report as a value that paths lead into. */
export function treeOf(report: Report, mapping: Mapping, entries: Path | undefined): unknown {
  switch (mapping.format) {
    case 'json':
      return report.json()
    case 'jsonl':
      return jsonLines(report)
    case 'csv':
      return rowsOf(report.text, mapping.csv ?? {})
    case 'xml':
      return elementsOf(report.text, entries)
  }
}

function jsonLines(report: Report): unknown[] {
  const { values, otherLines } = report.jsonValues()
  if (values.length === 0 && otherLines.length > 0) throw new UnreadableReport('no line of it is JSON')
  return values
}

function rowsOf(text: string, { delimiter, columns }: NonNullable<Mapping['csv']>): Record<string, string>[] {
  if (text.trim() === '' && !columns) throw new UnreadableReport('it is empty, and has no head that names the columns')
  return readCsv(text, { delimiter, columns })
}

/** The root is known by the first name of the path to the entries. */
function elementsOf(text: string, entries: Path | undefined): Element {
  const first = entries?.steps[0]
  const root = first?.go === 'key' ? first.key : ''
  const top: Element = Object.create(null)
  const open = [top]
  readXml(text, root, {
    open(name, attributes) {
      const element: Element = Object.create(null)
      for (const [key, value] of Object.entries(attributes)) element[`@${key}`] = value
      addTo(open.at(-1)!, name, element)
      open.push(element)
    },
    close(_name, own) {
      open.pop()!['#text'] = own
    },
  })
  return top
}

function addTo(parent: Element, name: string, element: Element): void {
  const siblings = parent[name]
  if (Array.isArray(siblings)) siblings.push(element)
  else parent[name] = [element]
}

/** A value as a text; undefined for what has none, and for what is empty. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const own = typeof value === 'object' && value !== null && '#text' in value ? value['#text'] : undefined
  return typeof own === 'string' ? own.trim() || undefined : undefined
}

/** The same for code, of which every blank counts. */
export function asIs(value: unknown): string | undefined {
  return typeof value === 'string' ? value : textOf(value)
}
