import type { Finding } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, record, string } from './read/shape.ts'
import { hasKeys } from './report.ts'
import { secretPrint, secretRule } from './secrets.ts'

const Secret = object({
  type: string,
  hashed_secret: nullish(string),
  is_verified: nullish(boolean),
  line_number: nullish(number),
  /** Set by `detect-secrets audit`. */
  is_secret: nullish(boolean),
})
const Baseline = object({
  version: nullish(string),
  results: record(array(Secret)),
})

const detectSecretsTool = { name: 'detect-secrets', url: 'https://github.com/Yelp/detect-secrets' }

export const detectSecrets = defineConverter({
  id: 'detect-secrets',
  tool: detectSecretsTool,
  reads: 'detect-secrets scan (or a baseline of it, audited or not)',
  proof: 'seen',
  detects: hasKeys('plugins_used', 'results'),
  read(report) {
    const { version, results } = readJson(report, Baseline)
    return {
      findings: Object.entries(results).flatMap(([file, secrets]) => secrets.map((secret) => toFinding(file, secret))),
      tool: { ...detectSecretsTool, ...(version && { version }) },
    }
  },
})

function toFinding(file: string, secret: Of<typeof Secret>): Finding {
  const { type, hashed_secret: hash, is_verified: verified, is_secret: isSecret } = secret
  return {
    rule: secretRule({ id: type }),
    // Most detectors cannot verify anything, so "not verified" says nothing; a string that looks random often is no secret.
    level: /\bentropy\b/i.test(type) && !verified && !isSecret ? 'warning' : 'error',
    message: `${type}${verified ? ', which works: it was verified' : isSecret ? ', a real one as somebody has said' : ''}`,
    location: { file, line: secret.line_number ?? undefined },
    // Hashed again: the plain SHA-1 of a weak password is soon undone.
    fingerprint: hash ? secretPrint(type, hash) : undefined,
    sarif:
      isSecret === false
        ? { suppressions: [{ kind: 'external', status: 'accepted', justification: 'Audited: a false positive' }] }
        : {},
  }
}
