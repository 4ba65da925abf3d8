import type { Alert } from './alert.ts'

/** Lines of source around a finding. */
export interface Snippet {
  /** The number of the first line. */
  start: number
  /** As they are in the file, without their ends; undefined where a secret stands, which nobody may be shown. */
  lines: (string | undefined)[]
  /** Only what the finding points at is there, not whole lines: columns say nothing about it. */
  isPart?: true
}

/** CWE of hard-coded credentials, passwords and keys. */
const weaknesses = ['CWE-259', 'CWE-321', 'CWE-798']
const words =
  /secret|credential|passw(?:or)?d|(?:api|private|access|auth)[-_ ]?(?:key|token)|gitleaks|betterleaks|trufflehog/i

/** Whether the code that a finding points at is likely to be a secret. In doubt it is: it only costs a look at the file. */
export function isAboutSecret({ tool, rule, tags, cwes }: Alert): boolean {
  return cwes.some((cwe) => weaknesses.includes(cwe)) || [tool, rule, ...tags].some((text) => words.test(text))
}
