import { UnreadableReport } from '../model/errors.ts'
import { isObject } from '../model/json.ts'
import type { Converter } from './converter.ts'
import { converterNamed, formatsBySign } from './registry.ts'
import { beginsWithElement, jsonIn, mayHoldValues, opensJson, type Report, xmlRootOf } from './report.ts'

/** The only candidate for the report; throws `UnreadableReport` when there is none, or more than one. */
export async function detectConverter(report: Report): Promise<Converter> {
  const asked: Converter[] = []
  for (const id of formatsBySign(signsOf(report))) asked.push(await converterNamed(id))
  const candidates = candidatesAmong(asked, report)
  const [only] = candidates
  if (only && candidates.length === 1) return only
  throw new UnreadableReport(
    only
      ? `more than one format fits (${candidates.map(({ id }) => id).join(', ')}); name one with \`format\``
      : whatItIs(report),
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
  if (beginsWithElement(report)) return new Set([`<${xmlRootOf(report)}`])
  const json = jsonIn(report)
  if (Array.isArray(json))
    return new Set(
      json
        .slice(0, glanced)
        .filter(isObject)
        .flatMap((item) => Object.keys(item).map((key) => `[${key}`)),
    )
  if (isObject(json)) return new Set(Object.keys(json).map((key) => `{${key}`))
  if (report.opening === '') return new Set()
  return new Set(mayHoldValues(report) ? ['lines', 'values'] : ['lines'])
}

function whatItIs(report: Report): string {
  if (report.opening === '') return 'it is empty, and no format can be told from nothing; name its format with `format`'
  const json = opensJson(report) ? report.json() : undefined
  if (isObject(json) && isObject(json['generator']) && json['generator']['name'] === 'codescan-gate')
    return "it is codescan-gate's own `report.json`, a verdict and no report of a scanner; give the SARIF beside it"
  return 'no format recognises it; name its format with `format` (`codescan-gate formats` and FORMATS.md list them)'
}
