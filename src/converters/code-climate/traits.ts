import { type Producer, producers } from '../producers.ts'
import type { Issue } from './issue.ts'

/** How a tool that does not name itself is known, and what it means by the format. */
export interface Trait {
  producer: Producer
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
  { producer: producers.hlint, bodyIsOwn: true, has: ({ check_name }) => /^HLint\//.test(check_name ?? '') },
  {
    producer: producers.ansibleLint,
    bodyIsOwn: true,
    has: ({ url }) => /^https:\/\/ansible(?:-lint)?\.readthedocs\.io\//.test(url ?? ''),
  },
  {
    producer: producers.biome,
    has: ({ check_name, fingerprint }) =>
      /^lint\/[a-z\d]+\/[A-Za-z]+$/.test(check_name ?? '') && /^\d+$/.test(fingerprint ?? ''),
  },
  { producer: producers.oxlint, has: ({ check_name }) => /^[\w@/-]+\([\w/-]+\)$/.test(check_name ?? '') },
  {
    // It passes on its own positions, which count from 0 where the format counts from 1.
    producer: producers.spectral,
    countsFromZero: true,
    has: ({ check_name, fingerprint, location: { path } }) =>
      Boolean(fingerprint?.startsWith(`${path}:`) && fingerprint.endsWith(`:${check_name}`)),
  },
  {
    producer: producers.redocly,
    warning: 'minor',
    checkOf: ({ fingerprint }) => fingerprint?.split('-#/')[0],
    has: ({ check_name, fingerprint }) => !check_name && /^[\w/-]+-#\//.test(fingerprint ?? ''),
  },
]

export function traitOf(issues: Issue[]): Trait | undefined {
  return traits.find(({ has }) => issues.some(has))
}
