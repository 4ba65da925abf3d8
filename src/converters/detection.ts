import { UnreadableReport } from '../model/errors.ts'
import { isObject } from '../model/json.ts'
import type { Converter } from './converter.ts'
import { converterNamed, formatIds, formatsBySign } from './registry.ts'
import { jsonIn, type Report, xmlRootOf } from './report.ts'

/** The only candidate for the report; throws `UnreadableReport` when there is none, or more than one. */
export async function detectConverter(report: Report): Promise<Converter> {
  const seen = await Promise.all(formatsBySign(signsOf(report)).map(converterNamed))
  const candidates = candidatesAmong(seen, report)
  const [only] = candidates
  if (only && candidates.length === 1) return only
  const ids = (only ? candidates.map(({ id }) => id) : formatIds).join(', ')
  throw new UnreadableReport(
    only
      ? `more than one format fits (${ids}); name one with \`format\``
      : `${whatItIs(report)}; name its format with \`format\` (known: ${ids})`,
  )
}

/** Those that recognise the report: those of one tool's own format, or else the generic ones. */
export function candidatesAmong(converters: Converter[], report: Report): Converter[] {
  const candidates = converters.filter(({ detects }) => detects(report))
  const own = candidates.filter(({ generic }) => !generic)
  return own.length > 0 ? own : candidates
}

/** How many items of a list are looked at: some tools leave out in one what they say in the next. */
const glanced = 100

/** What the report shows at a glance, as the registry names it. */
export function signsOf(report: Report): Set<string> {
  if (report.opening === '<') return new Set(xmlSigns(report))
  const json = jsonIn(report)
  if (Array.isArray(json))
    return new Set(
      json
        .slice(0, glanced)
        .filter(isObject)
        .flatMap((item) => Object.keys(item).map((key) => `[${key}`)),
    )
  if (isObject(json)) return new Set(Object.keys(json).map((key) => `{${key}`))
  return new Set(report.opening === '' ? [] : ['lines'])
}

/** `<stdin>:1:1:` begins a line like an element. */
function xmlSigns(report: Report): string[] {
  const root = xmlRootOf(report)
  return root && !/^\s*<\w+>:/.test(report.text) ? [`<${root}`] : ['lines']
}

function whatItIs({ opening, json }: Report): string {
  if (opening === '') return 'it is empty, and no format can be told from nothing'
  if (opening === '{' || opening === '[') json()
  return 'no format recognises it'
}
