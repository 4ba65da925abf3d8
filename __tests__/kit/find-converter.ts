import type { Converter } from '../../src/converters/converter.ts'
import { converters } from '../../src/converters/index.ts'

/** One of all the converters, which the suites have loaded anyway. */
export function findConverter(id: string): Converter {
  const found = converters.find((converter) => converter.id === id)
  if (!found) throw new Error(`no format ${id}`)
  return found
}
