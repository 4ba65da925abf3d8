/** What `${{ }}` may ask for in the defaults of an action.yml. */
export interface Contexts {
  github: Record<string, string>
  matrix: object | null
}

/** Replaces `${{ github.<name> }}` and `${{ toJson(matrix) }}`; any other expression is an error. */
export function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_whole, expression: string) => resultOf(expression.trim(), contexts))
}

function resultOf(expression: string, { github, matrix }: Contexts): string {
  if (/^tojson\(\s*matrix\s*\)$/i.test(expression)) return JSON.stringify(matrix, undefined, 2)
  const name = /^github\.(\w+)$/i.exec(expression)?.[1]?.toLowerCase()
  const value = name === undefined ? undefined : github[name]
  if (value !== undefined) return value
  const names = Object.keys(github).join(', ')
  throw new Error(`Cannot evaluate \`${expression}\`: known are \`toJson(matrix)\` and \`github.\` with ${names}.`)
}
