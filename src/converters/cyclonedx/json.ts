import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string, union, unknown } from '../read/shape.ts'
import type { Report } from '../report.ts'
import type { Bom, Component, Vulnerability } from './model.ts'

const Word = nullish(string)

const Listed = object({
  'bom-ref': Word,
  group: Word,
  name: Word,
  version: Word,
  purl: Word,
  // Nested as deep as anybody likes: checked one by one.
  components: nullish(array(unknown)),
  evidence: nullish(object({ occurrences: nullish(array(object({ location: Word }))) })),
  properties: nullish(array(object({ name: Word, value: Word }))),
})

const Found = object({
  id: Word,
  source: nullish(object({ url: Word })),
  references: nullish(array(object({ id: Word, source: nullish(object({ url: Word })) }))),
  ratings: nullish(array(object({ score: nullish(number), severity: Word, method: Word, vector: Word }))),
  cwes: nullish(array(union([number, string]))),
  description: Word,
  detail: Word,
  recommendation: Word,
  advisories: nullish(array(object({ url: Word }))),
  analysis: nullish(object({ state: Word, justification: Word, detail: Word })),
  affects: nullish(
    array(
      object({
        ref: string,
        versions: nullish(array(object({ version: Word, status: Word }))),
      }),
    ),
  ),
})

const Named = object({ name: Word, version: Word })

const Shape = object({
  metadata: nullish(
    object({
      // A list until 1.4, then an object with components.
      tools: nullish(union([array(Named), object({ components: nullish(array(Named)) })])),
      component: nullish(unknown),
    }),
  ),
  components: nullish(array(unknown)),
  vulnerabilities: nullish(array(Found)),
})

export function readJsonForm(report: Report): Bom {
  const { metadata, components, vulnerabilities } = readJson(report, Shape)
  const tools = metadata?.tools
  const [tool] = (Array.isArray(tools) ? tools : tools?.components) ?? []
  return {
    tool,
    components: componentsIn([...(components ?? []), ...(metadata?.component ? [metadata.component] : [])]),
    vulnerabilities: vulnerabilities?.map(vulnerabilityOf),
  }
}

function componentsIn(given: unknown[]): Component[] {
  const found: Component[] = []
  const left = [...given]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const one = readJson({ json: () => next }, Listed)
    found.push({
      ref: one['bom-ref'],
      group: one.group,
      name: one.name,
      version: one.version,
      purl: one.purl,
      file: one.evidence?.occurrences?.[0]?.location || fileIn(one.properties),
      key: propertyOf(one.properties, ['cdx:npm:package:path']),
    })
    for (const child of one.components ?? []) left.push(child)
  }
  return found
}

type Properties = Of<typeof Listed>['properties']

/** By Syft, which puts a slash before paths from the folder it scanned, by Trivy and by cdxgen. */
export function fileIn(properties: Properties): string | undefined {
  const ofSyft = propertyOf(properties, ['syft:location:0:path'])?.replace(/^\/+/, '')
  return ofSyft ?? propertyOf(properties, ['aquasecurity:trivy:FilePath', 'aquasecurity:trivy:PkgPath', 'SrcFile'])
}

export function propertyOf(properties: Properties, names: string[]): string | undefined {
  return properties?.find(({ name, value }) => name && value && names.includes(name))?.value ?? undefined
}

function vulnerabilityOf(of: Of<typeof Found>): Vulnerability {
  const references = of.references ?? []
  return {
    ...of,
    sourceUrl: of.source?.url,
    aliases: references.flatMap(({ id }) => id ?? []),
    ratings: of.ratings ?? [],
    cwes: of.cwes ?? [],
    references: [...(of.advisories ?? []), ...references.map(({ source }) => source)].flatMap(
      (link) => link?.url ?? [],
    ),
    affects: (of.affects ?? []).map(({ ref, versions }) => ({
      ref,
      unaffected: (versions ?? []).flatMap(({ version, status }) =>
        status === 'unaffected' && version ? version : [],
      ),
    })),
  }
}
