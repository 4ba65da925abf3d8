import type { Rule } from '../model/finding.ts'

const page = 'https://yamllint.readthedocs.io/en/stable/rules.html'

/** A rule of yamllint. What it calls YAML that cannot be read, `syntax`, is no rule, and has no page of its own. */
export function yamllintRule(id: string): Rule {
  return { id, url: id === 'syntax' ? page : `${page}#module-yamllint.rules.${id.replaceAll('-', '_')}` }
}
