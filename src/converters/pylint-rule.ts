import type { Level, Rule } from '../model/finding.ts'

const categories: Record<string, { folder: string; level: Level }> = {
  F: { folder: 'fatal', level: 'error' },
  E: { folder: 'error', level: 'error' },
  W: { folder: 'warning', level: 'warning' },
  C: { folder: 'convention', level: 'note' },
  R: { folder: 'refactor', level: 'note' },
  I: { folder: 'information', level: 'note' },
}

/** The rule that Pylint writes as `C0114(missing-module-docstring)` or as its parts, and how loud its letter is. */
export function pylintRule(code: string, symbol: string): { rule: Rule; level: Level } {
  const category = categories[code[0] ?? '']
  const page =
    category && `https://pylint.readthedocs.io/en/stable/user_guide/messages/${category.folder}/${symbol}.html`
  return { rule: { id: code, name: symbol, url: page }, level: category?.level ?? 'warning' }
}
