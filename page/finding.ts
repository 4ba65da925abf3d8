import type { FindingData, PageData } from '../src/render/html/shape.ts'

/** A finding with what it names by number, and its text for searching, in lower case. */
export interface Finding extends Omit<FindingData, 'rule' | 'file'> {
  number: number
  rule: string
  tool: string
  help?: string
  path: string
  url?: string
  text: string
}

/** What the list shows of a message: two lines of it, and all of this once it is opened. */
export const shownOfMessage = 400

export function findingsOf({ findings, rules, files }: PageData): Finding[] {
  return findings.map(({ rule: ruleAt, file: fileAt, ...finding }, number) => {
    const { id = '', tool = '', help } = rules[ruleAt] ?? {}
    const { path = '', url } = fileAt === undefined ? {} : (files[fileAt] ?? {})
    const words = [finding.message, id, tool, path, finding.severity, ...(finding.ids ?? [])]
    return { ...finding, number, rule: id, tool, help, path, url, text: words.join('\n').toLowerCase() }
  })
}

/** How many findings have each value, the most frequent first. */
export function counted(findings: Finding[], read: (finding: Finding) => string): [value: string, count: number][] {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const value = read(finding)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}
