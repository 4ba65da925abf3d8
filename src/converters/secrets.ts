import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Rule } from '../model/finding.ts'

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

/** A rule that finds secrets, completed with what is to be done about any of them. */
export function secretRule(rule: Rule): Rule {
  return {
    help: 'Whoever can read the repository can use this secret, also after it was deleted: the history keeps it. Revoke it where it is valid, put a new one where the program finds it at run time, and take it out of the code.',
    ...rule,
    // Use of hard-coded credentials.
    weaknesses: [798],
  }
}
