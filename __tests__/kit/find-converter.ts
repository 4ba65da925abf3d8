import type { Converter } from '../../src/converters/converter.ts'
import { candidatesAmong, signsOf } from '../../src/converters/detection.ts'
import { converters } from '../../src/converters/index.ts'
import { formatsBySign } from '../../src/converters/registry.ts'
import type { Report } from '../../src/converters/report.ts'

/** One of all the converters, which the suites have loaded anyway. */
export function findConverter(id: string): Converter {
  const found = converters.find((converter) => converter.id === id)
  if (!found) throw new Error(`no format ${id}`)
  return found
}

/** Those that recognise the report, of the formats that are asked after a glance at it. */
export function candidatesFor(report: Report): Converter[] {
  const asked = formatsBySign(signsOf(report))
  return candidatesAmong(
    converters.filter(({ id }) => asked.includes(id)),
    report,
  )
}
