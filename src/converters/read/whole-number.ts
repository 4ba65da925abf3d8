/** The number that digits stand for; undefined for anything else, as attributes of XML may hold. */
export function wholeNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,15}$/.test(digits.trim()) ? Number(digits) : undefined
}
