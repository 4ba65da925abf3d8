import type { Rule } from '../model/finding.ts'

const page = 'https://yamllint.readthedocs.io/en/stable/rules.html'

/** A rule of yamllint; `syntax` is what it calls YAML that cannot be read, and no rule. */
export function yamllintRule(id: string): Rule {
  return id === 'syntax' ? { id } : { id, url: `${page}#module-yamllint.rules.${id.replaceAll('-', '_')}` }
}
