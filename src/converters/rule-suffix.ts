/**
 * Parts `Unexpected var. (no-var)` into what is said and the rule, as ESLint's formatters and their many copies write it.
 * secretlint puts where it loaded the rule from before its name: `(/app/preset.js > @secretlint/secretlint-rule-github)`.
 */
export function withoutRule(text: string): { message: string; rule?: string } {
  const found = / \(([^()\n]+)\)$/.exec(text)
  const rule = found && ruleNameOf(found[1]!)
  return rule ? { message: text.slice(0, found.index), rule } : { message: text }
}

/** The last of the names that `>` parts, if it looks like a rule's: no spaces, no words of a sentence. */
export function ruleNameOf(names: string): string | undefined {
  const last = names.slice(names.lastIndexOf('>') + 1).trim()
  return /^@?[A-Za-z][\w.:/@-]*$/.test(last) ? last : undefined
}
