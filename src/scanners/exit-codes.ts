/** Exit codes: single ones, a range with both its ends, or every sum of some of these bits. */
export type ExitCodes = (number | { from: number; to: number } | { bits: number[] })[]

export function includesCode(codes: ExitCodes, code: number): boolean {
  return codes.some((known) => {
    if (typeof known === 'number') return known === code
    if ('from' in known) return code >= known.from && code <= known.to
    const all = known.bits.reduce((sum, bit) => sum | bit, 0)
    return code > 0 && (code & ~all) === 0
  })
}

/** The codes in words: `0, 2 to 9, a sum of 4 and 8`. */
export function namesOf(codes: ExitCodes, joint = ', '): string {
  return codes.map(nameOf).join(joint)
}

function nameOf(codes: ExitCodes[number]): string {
  if (typeof codes === 'number') return String(codes)
  return 'from' in codes ? `${codes.from} to ${codes.to}` : `a sum of ${codes.bits.join(' and ')}`
}
