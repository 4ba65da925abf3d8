import * as z from 'zod/mini'
import { readJson } from '../read/json.ts'
import type { Report } from '../report.ts'
import type { Bom, Component, Vulnerability } from './model.ts'

const Word = z.nullish(z.string())

const Listed = z.object({
  'bom-ref': Word,
  group: Word,
  name: Word,
  version: Word,
  purl: Word,
  // Nested as deep as anybody likes: checked one by one.
  components: z.nullish(z.array(z.unknown())),
  evidence: z.nullish(z.object({ occurrences: z.nullish(z.array(z.object({ location: Word }))) })),
  properties: z.nullish(z.array(z.object({ name: Word, value: Word }))),
})

const Found = z.object({
  id: Word,
  source: z.nullish(z.object({ url: Word })),
  references: z.nullish(z.array(z.object({ id: Word, source: z.nullish(z.object({ url: Word })) }))),
  ratings: z.nullish(z.array(z.object({ score: z.nullish(z.number()), severity: Word, method: Word, vector: Word }))),
  cwes: z.nullish(z.array(z.union([z.number(), z.string()]))),
  description: Word,
  detail: Word,
  recommendation: Word,
  advisories: z.nullish(z.array(z.object({ url: Word }))),
  analysis: z.nullish(z.object({ state: Word, justification: Word, detail: Word })),
  affects: z.nullish(
    z.array(
      z.object({
        ref: z.string(),
        versions: z.nullish(z.array(z.object({ version: Word, status: Word }))),
      }),
    ),
  ),
})

const Named = z.object({ name: Word, version: Word })

const Shape = z.object({
  metadata: z.nullish(
    z.object({
      // A list until 1.4, then an object with components.
      tools: z.nullish(z.union([z.array(Named), z.object({ components: z.nullish(z.array(Named)) })])),
      component: z.nullish(z.unknown()),
    }),
  ),
  components: z.nullish(z.array(z.unknown())),
  vulnerabilities: z.nullish(z.array(Found)),
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

type Properties = z.output<typeof Listed>['properties']

/** By Syft, which puts a slash before paths from the folder it scanned, by Trivy and by cdxgen. */
export function fileIn(properties: Properties): string | undefined {
  const ofSyft = propertyOf(properties, ['syft:location:0:path'])?.replace(/^\/+/, '')
  return ofSyft ?? propertyOf(properties, ['aquasecurity:trivy:FilePath', 'aquasecurity:trivy:PkgPath', 'SrcFile'])
}

export function propertyOf(properties: Properties, names: string[]): string | undefined {
  return properties?.find(({ name, value }) => name && value && names.includes(name))?.value ?? undefined
}

function vulnerabilityOf(of: z.output<typeof Found>): Vulnerability {
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
