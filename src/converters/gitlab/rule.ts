import type { Rule } from '../../model/finding.ts'
import { scoreOfWord } from '../../model/severity.ts'
import { precisionOf } from '../confidence.ts'
import type { Vulnerability } from './schema.ts'

type Identifier = Vulnerability['identifiers'][number]

/** The rule as its identifiers tell it: the first is the scanner's own, the others are what it is known as elsewhere. */
export function ruleOf(found: Vulnerability, type: string, masked: (text: string) => string): Rule {
  const own = ownIdentifier(found, type)
  const id = own ? idOf(own) : found.name || found.category || type || 'gitlab'
  const help = [found.solution, ...linksOf(found)].filter((line): line is string => Boolean(line)).join('\n\n')
  return {
    id: masked(id),
    summary: found.name ? masked(found.name) : undefined,
    description: found.description ? masked(found.description) : undefined,
    ...(help && { help: masked(help), markdown: masked(help) }),
    url: own?.url ?? found.links?.find(({ url }) => url)?.url ?? undefined,
    tags: tagsOf(found, id, type),
    weaknesses: found.identifiers.flatMap(weaknessOf),
    precision: precisionIn(found.confidence?.toLowerCase()),
    score: scoreOfWord(found.severity),
  }
}

/** GitLab knows two words more than others. */
function precisionIn(confidence: string | undefined): Rule['precision'] {
  if (confidence === 'confirmed') return 'very-high'
  return confidence === 'experimental' ? 'low' : precisionOf(confidence)
}

/** Scanners of packages put an identifier of their database first, but people look for the CVE. */
function ownIdentifier({ identifiers, category }: Vulnerability, type: string): Identifier | undefined {
  const isPackageScan = /^(?:dependency|container|cluster_image)_scanning$/.test(type || (category ?? ''))
  const advisory = ['cve', 'ghsa'].map((kind) => identifiers.find((it) => it.type.toLowerCase() === kind))
  return (isPackageScan ? (advisory[0] ?? advisory[1]) : undefined) ?? identifiers.find((it) => idOf(it) !== '')
}

/** A number alone says nothing without its type, and some scanners put a sentence where the value belongs. */
function idOf({ type, name, value }: Identifier): string {
  const text = String(value ?? '').trim()
  const isSentence = /\s/.test(text) && Boolean(name) && !/\s/.test(name!)
  if (text && !isSentence && !/^\d+$/.test(text)) return text
  return name?.trim() || (text && `${type} ${text}`)
}

function weaknessOf({ type, name, value }: Identifier): (string | number)[] {
  if (type.toLowerCase() !== 'cwe') return []
  return /\d/.test(String(value)) ? [value!] : [name ?? '']
}

function tagsOf({ identifiers, category }: Vulnerability, id: string, type: string): string[] {
  const kind = (type || (category ?? '')).toLowerCase().replaceAll('_', '-')
  const aliases = identifiers
    .filter(({ type: it }) => /^(?:cve|ghsa|osvdb|usn|rhsa|elsa|hackerone)$/i.test(it))
    .map(idOf)
  return [...new Set([kind, ...aliases])].filter((tag) => tag !== '' && tag !== id)
}

function linksOf({ links }: Vulnerability): string[] {
  return (links ?? []).flatMap(({ name, url }) => (url ? [name ? `${name}: ${url}` : url] : []))
}
