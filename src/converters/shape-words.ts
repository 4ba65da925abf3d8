import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

const kinds: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  string: 'a text',
}

/**
 * What a value that broke a shape should have been: zod/mini carries no words of its own. The shape is to be asked with
 * `reportInput`, or everything seems to be missing.
 */
export function ruleOf(issue: Issue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.input === undefined && issue.path.length > 0) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'invalid_union') return 'must be a text, or a mapping of keys to values'
  if (issue.code === 'too_big') return 'must be a single character'
  return issue.code === 'too_small' ? 'must not be empty' : issue.message
}

/** Of a value that may have several shapes, the mistakes against the one that it seems to be meant as. */
export function plainIssues(issues: Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'invalid_union') return [issue]
    const meant = issue.errors.find(
      (errors) => !errors.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
    )
    const inner = plainIssues((meant as Issue[] | undefined) ?? [])
    return inner.length > 0 ? inner.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue]
  })
}
