import type { Result } from 'sarif'

/** What a tool says of a finding in words of its own (its severity, its confidence), as properties of the result. */
export function ownWords(words: Record<string, unknown>): Pick<Result, 'properties'> {
  const said = Object.entries(words).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return said.length > 0 ? { properties: Object.fromEntries(said) } : {}
}
