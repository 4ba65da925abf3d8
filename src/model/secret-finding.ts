import type { Alert } from './alert.ts'

/** Scanners that look for nothing else. */
const secretScanners =
  /^(?:gitleaks|betterleaks|trufflehog|detect-secrets|ggshield|gitguardian|secretlint|whispers|kingfisher|nosey ?parker|talisman)\b/i

/** Hard-coded credentials, passwords and keys; credentials in the clear. */
const weaknesses = new Set(['CWE-798', 'CWE-259', 'CWE-321', 'CWE-312', 'CWE-256', 'CWE-260', 'CWE-522', 'CWE-540'])

/** Bandit's and Ruff's rules for passwords have numbers for names. */
const words =
  /secret|passw(?:or)?d|passphrase|credential|(?:api|private|access|signing|encryption)[-_ ]?key|(?:access|auth|api|bearer|refresh)[-_ ]?token|^[BS]10[567]$/i

/** Whether a secret stands where this finding points. It errs on the side of "yes": such lines are not to be shown. */
export function holdsSecret({ tool, rule, tags, cwes }: Alert): boolean {
  return (
    secretScanners.test(tool) ||
    cwes.some((cwe) => weaknesses.has(cwe)) ||
    [rule, ...tags].some((word) => words.test(word))
  )
}
