import type { Schema } from './schema.ts'
import { flag, some, struct, text, words } from './schema-words.ts'

export const severities = ['critical', 'high', 'medium', 'low', 'note'] as const
const compared = '(?:>=|<=|>|<|=)?\\s*'
const number = (description: string): Schema => ({
  anyOf: [
    { type: 'number', description },
    { type: 'string', pattern: `^${compared}\\d+(?:\\.\\d+)?$`, description },
  ],
  description,
})
const pattern = (what: string): Schema => some(text(`${what}: a glob, or a regular expression of RE2 between slashes`))
const severity = some({
  type: 'string',
  pattern: `^${compared}(?:${severities.join('|')})$`,
  description: 'a severity, as in `high` or `>=high`',
})

/** Everything that tells one finding from another. */
export const finding: Record<string, Schema> = {
  tool: pattern('the name of the tool'),
  rule: pattern('the id of the rule'),
  'rule-not': pattern('an id that the rule must not have'),
  tag: pattern('a tag of the rule'),
  'tag-not': pattern('a tag that the rule must not have'),
  cwe: some({ type: 'string', pattern: '^(?:CWE-)?\\d{1,5}$', description: 'a weakness, as in `CWE-79`' }),
  cve: pattern('the id of a vulnerability, as in `CVE-2021-44228`'),
  path: pattern('the file, from the root of the repository'),
  'path-not': pattern('a file that it must not be'),
  message: pattern('the message'),
  severity,
  level: some({
    type: 'string',
    pattern: `^${compared}(?:error|warning|note|none)$`,
    description: 'a level of SARIF, as in `error` or `>=warning`',
  }),
  'security-severity': number('the score of the finding or its rule, 0 to 10, as in `>=7`'),
  cvss: number('the CVSS score, as in `>=9`'),
  epss: number('the chance of being exploited within 30 days, as in `>=0.5`'),
  kev: flag('whether it is known to be exploited (CISA)'),
  fixable: flag('whether the tool knows a fix'),
  age: some({
    type: 'string',
    pattern: `^${compared}\\d+(?:\\.\\d+)?[hdw]$`,
    description: 'how long it has been there, as in `>7d`: h, d or w',
  }),
  kind: some(words(['fail', 'open', 'review', 'informational', 'notApplicable', 'pass'], "SARIF's kind of a result")),
  category: pattern('the category of the analysis'),
  language: pattern('the language of the file'),
  fingerprint: some(text('one of its fingerprints')),
}
const inner = struct(finding, 'what a finding has to be')
export const where = struct(
  {
    ...finding,
    any: { type: 'array', items: inner, minItems: 1, description: 'one of these has to fit' },
    not: inner,
  },
  'what a finding has to be: all keys have to fit, and of a list one item',
)
