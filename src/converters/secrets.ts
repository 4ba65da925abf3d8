import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const mask = '***'

/** The text with every occurrence of the secrets masked: SARIF travels to places that must not know them. */
export function withoutSecrets(text: string, ...secrets: (string | null | undefined)[]): string {
  const known = secrets.filter((secret): secret is string => Boolean(secret))
  // The longest first: one secret may hold another.
  const byLength = known.sort((a, b) => b.length - a.length)
  return byLength.reduce((masked, secret) => masked.replaceAll(secret, mask), text)
}

/** Tells one secret from another without telling it: SHA-256 of the rule and the secret, in hexadecimal. */
export function secretPrint(rule: string, secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${rule}\0${secret}`)))
}
