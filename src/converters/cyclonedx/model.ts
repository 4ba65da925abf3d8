import type { Suppression } from 'sarif'
import { UnreadableReport } from '../../model/errors.ts'
import type { Tool } from '../../model/finding.ts'
import { manifestsOf } from '../../model/package-files.ts'
import { scoreOfWord } from '../../model/severity.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import { sentence } from '../advisory-help.ts'
import { packageOf } from '../package-url.ts'

type Word = string | null | undefined

export interface Component {
  ref?: Word
  group?: Word
  name?: Word
  version?: Word
  purl?: Word
  /** The file that it was found in, as far as the tool says so. */
  file?: Word
  /** Its folder below node_modules, by which npm's lock file knows it. */
  key?: Word
}

export interface Vulnerability {
  id?: Word
  sourceUrl?: Word
  aliases: string[]
  ratings: { score?: number | null | undefined; severity?: Word; method?: Word; vector?: Word }[]
  cwes: (string | number)[]
  description?: Word
  detail?: Word
  recommendation?: Word
  references: string[]
  analysis?: { state?: Word; justification?: Word; detail?: Word } | null | undefined
  affects: { ref: string; unaffected: string[] }[]
}

export interface Bom {
  tool?: { name?: Word; version?: Word } | undefined
  components: Component[]
  /** Undefined in a mere list of components, which nobody has looked for vulnerabilities. */
  vulnerabilities: Vulnerability[] | undefined
}

const format: Tool = { name: 'CycloneDX', url: 'https://cyclonedx.org' }

export function readingOf({ tool, components, vulnerabilities }: Bom) {
  if (!vulnerabilities)
    throw new UnreadableReport('it lists components but no `vulnerabilities`: it says what there is, not what is wrong')
  const byRef = new Map(components.flatMap((component) => (component.ref ? [[component.ref, component]] : [])))
  const producer: Tool | undefined = tool?.name
    ? { name: tool.name, ...(tool.version && { version: tool.version }) }
    : undefined
  return {
    tool: producer ?? format,
    findings: advisoryFindings(vulnerabilities.flatMap((one) => affectedBy(one, byRef as Map<string, Component>))),
  }
}

function affectedBy(one: Vulnerability, components: Map<string, Component>): Affected[] {
  const shared = sharedOf(one)
  const affects = one.affects.length > 0 ? one.affects : [{ ref: '', unaffected: [] }]
  return affects.map(({ ref, unaffected }) => ({
    ...shared,
    ...placeOf(components.get(ref) ?? unlisted(ref), ref),
    ...(unaffected.length > 0 && { fixed: unaffected }),
  }))
}

function sharedOf(one: Vulnerability): Omit<Affected, 'package'> {
  const { analysis, recommendation } = one
  // OWASP, SSVC and the like count in other ways.
  const scored = one.ratings.filter(({ method }) => !method || /^CVSS/i.test(method))
  return {
    advisory: {
      id: one.id || 'CYCLONEDX-UNNAMED',
      aliases: one.aliases,
      description: [one.description, one.detail].filter(Boolean).join('\n\n'),
      url: one.sourceUrl,
      references: one.references,
      weaknesses: one.cwes,
      severity: worstWord(one),
      ratings: scored.map(({ score, method, vector }) => ({ score, vector, version: method })),
    },
    remarks: recommendation ? [sentence(recommendation)] : [],
    suppression: suppressionOf(analysis),
    properties: analysis?.state ? { analysis: analysis.state } : {},
  }
}

function worstWord({ ratings }: Vulnerability): string | undefined {
  // `none` is a rank as well, that of a score of 0.
  const words = ratings.flatMap(({ severity }) => (severity === 'none' ? 'negligible' : (severity ?? [])))
  const known = words.filter((word) => scoreOfWord(word) !== undefined)
  return known.sort((a, b) => scoreOfWord(b)! - scoreOfWord(a)!)[0] ?? words[0]
}

/** A VEX document stands apart from the list of components that it speaks of: the reference is all there is. */
function unlisted(ref: string): Component {
  const told = ref.slice(ref.indexOf('#') + 1)
  return told.startsWith('pkg:') ? { purl: told } : { name: told }
}

type Placed = Pick<Affected, 'package' | 'location'>

function placeOf({ group, name, version, purl, file, key }: Component, ref: string): Placed {
  const known = purl ? packageOf(purl) : undefined
  const own = group ? `${group}${known?.type === 'maven' ? ':' : '/'}${name ?? ''}` : name
  const at = version || known?.version
  return {
    package: {
      name: known?.name || own || ref || 'A component',
      ...(at && { version: at }),
      ...(key && { key }),
      ...(!file && { manifests: manifestsOf(known?.type) }),
    },
    location: file ? { file } : undefined,
  }
}

const settled = ['resolved', 'resolved_with_pedigree', 'false_positive', 'not_affected']

function suppressionOf(analysis: Vulnerability['analysis']): Suppression | undefined {
  if (!analysis?.state || !settled.includes(analysis.state)) return undefined
  const words = [analysis.state, analysis.justification, analysis.detail].filter(Boolean)
  return { kind: 'external', status: 'accepted', justification: words.join(': ') }
}
