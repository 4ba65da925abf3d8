import type { Advisory } from '../advisories.ts'
import { array, nullish, number, type Of, object, string, union } from '../read/shape.ts'

const Word = nullish(string)
const Words = nullish(union([string, array(string)]))
const Cvss = nullish(object({ score: nullish(number), vectorString: Word }))

/** An advisory as the registry wrote it until npm 7; pnpm and Yarn 1 still hand it on. */
export const RegistryAdvisory = object({
  id: nullish(union([number, string])),
  module_name: string,
  severity: Word,
  title: Word,
  url: Word,
  overview: Word,
  recommendation: Word,
  references: Words,
  cves: Words,
  cwe: Words,
  cvss: Cvss,
  github_advisory_id: Word,
  vulnerable_versions: Word,
  patched_versions: Word,
  findings: nullish(array(object({ version: Word, paths: nullish(array(string)) }))),
})

export type RegistryAdvisory = Of<typeof RegistryAdvisory>

/** What npm 7 and later keep of it. */
export const Via = object({
  source: nullish(union([number, string])),
  name: Word,
  title: Word,
  url: Word,
  severity: Word,
  cwe: Words,
  cvss: Cvss,
  range: Word,
})

export function advisoryOf(of: RegistryAdvisory): Advisory {
  return {
    id: idOf(of.github_advisory_id, of.url, of.id),
    aliases: listOf(of.cves),
    title: of.title,
    description: [of.overview, of.recommendation].filter(Boolean).join('\n\n'),
    url: of.url,
    references: listOf(of.references).flatMap((text) => text.match(/https?:\/\/[^\s)\]>]+/g) ?? []),
    weaknesses: listOf(of.cwe),
    severity: of.severity,
    ratings: ratingsOf(of.cvss),
  }
}

export function advisoryOfVia({ source, title, url, severity, cwe, cvss }: Of<typeof Via>): Advisory {
  return { id: idOf(undefined, url, source), title, url, severity, weaknesses: listOf(cwe), ratings: ratingsOf(cvss) }
}

/** The registry's own numbers change from one day to the next; GitHub's ids stay. */
export function idOf(github: string | null | undefined, url: string | null | undefined, number: unknown): string {
  return github || /GHSA(?:-[\da-z]{4}){3}/i.exec(url ?? '')?.[0] || `npm-${number ?? 'advisory'}`
}

function ratingsOf(cvss: Of<typeof Cvss>) {
  return cvss ? [{ score: cvss.score, vector: cvss.vectorString }] : []
}

function listOf(words: string | string[] | null | undefined): string[] {
  return typeof words === 'string' ? [words] : (words ?? [])
}

/** `<0.0.0` is the registry's way to say that no version is free of it. */
export function fixedIn(patched: string | null | undefined): string[] | undefined {
  if (!patched) return undefined
  return patched === '<0.0.0' ? [] : [patched]
}
