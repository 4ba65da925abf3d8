import type { ColumnUnit } from '../../model/columns.ts'
import { columnsOf } from '../tool-columns.ts'
import type { Issue } from './issue.ts'

/** How a tool is known that does not name itself, and what it means by the format. */
export interface Trait {
  columns?: ColumnUnit
  /** Where it leaves out the name of the check. */
  checkOf?(issue: Issue): string | undefined
  countsFromZero?: true
  /** Its words for warnings, where the format's mean something else. */
  warning?: string
  /** The body is about this one finding, not about the rule. */
  bodyIsOwn?: true
  has(issue: Issue): boolean
}

const traits: Trait[] = [
  { columns: columnsOf.hlint, bodyIsOwn: true, has: ({ check_name }) => /^HLint\//.test(check_name ?? '') },
  {
    // Ansible-lint.
    bodyIsOwn: true,
    has: ({ url }) => /^https:\/\/ansible(?:-lint)?\.readthedocs\.io\//.test(url ?? ''),
  },
  {
    columns: columnsOf.biome,
    has: ({ check_name, fingerprint }) =>
      /^lint\/[a-z\d]+\/[A-Za-z]+$/.test(check_name ?? '') && /^\d+$/.test(fingerprint ?? ''),
  },
  { columns: columnsOf.oxlint, has: ({ check_name }) => /^[\w@/-]+\([\w/-]+\)$/.test(check_name ?? '') },
  {
    // It passes on its own positions, which count from 0 where the format counts from 1.
    columns: columnsOf.spectral,
    countsFromZero: true,
    has: ({ check_name, fingerprint, location: { path } }) =>
      Boolean(fingerprint?.startsWith(`${path}:`) && fingerprint.endsWith(`:${check_name}`)),
  },
  {
    // Redocly CLI.
    warning: 'minor',
    checkOf: ({ fingerprint }) => fingerprint?.split('-#/')[0],
    has: ({ check_name, fingerprint }) => !check_name && /^[\w/-]+-#\//.test(fingerprint ?? ''),
  },
]

export function traitOf(issues: Issue[]): Trait | undefined {
  return traits.find(({ has }) => issues.some(has))
}
