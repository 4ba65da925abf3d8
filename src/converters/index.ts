import { UnreadableReport } from '../model/errors.ts'
import * as all from './all.ts'
import type { Converter } from './converter.ts'
import type { Report } from './report.ts'

/** All of them: `named.ts` loads a single one. */
export const converters: Converter[] = Object.values(all)

/** The converters that recognise the report: those of one tool's own format, or else the generic ones. */
export function candidatesFor(report: Report): Converter[] {
  const candidates = converters.filter(({ detects }) => detects(report))
  const own = candidates.filter(({ generic }) => !generic)
  return own.length > 0 ? own : candidates
}

/** The only candidate for the report; throws `UnreadableReport` when there is none, or more than one. */
export function detectConverter(report: Report): Converter {
  const candidates = candidatesFor(report)
  const [only] = candidates
  if (only && candidates.length === 1) return only
  const ids = (only ? candidates : converters).map(({ id }) => id).join(', ')
  throw new UnreadableReport(
    only
      ? `more than one format fits (${ids}); name one with \`format\``
      : `${whatItIs(report)}; name its format with \`format\` (known: ${ids})`,
  )
}

function whatItIs({ opening, json }: Report): string {
  if (opening === '') return 'it is empty, and no format can be told from nothing'
  if (opening === '{' || opening === '[') json()
  return 'no format recognises it'
}
