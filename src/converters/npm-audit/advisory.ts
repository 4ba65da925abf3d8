import * as z from 'zod/mini'
import type { Advisory } from '../advisories.ts'

const Word = z.nullish(z.string())
const Words = z.nullish(z.union([z.string(), z.array(z.string())]))
const Cvss = z.nullish(z.object({ score: z.nullish(z.number()), vectorString: Word }))

/** An advisory as the registry wrote it until npm 7; pnpm and Yarn 1 still hand it on. */
export const RegistryAdvisory = z.object({
  id: z.nullish(z.union([z.number(), z.string()])),
  module_name: z.string(),
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
  findings: z.nullish(z.array(z.object({ version: Word, paths: z.nullish(z.array(z.string())) }))),
})

export type RegistryAdvisory = z.output<typeof RegistryAdvisory>

/** What npm 7 and later keep of it. */
export const Via = z.object({
  source: z.nullish(z.union([z.number(), z.string()])),
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

export function advisoryOfVia({ source, title, url, severity, cwe, cvss }: z.output<typeof Via>): Advisory {
  return { id: idOf(undefined, url, source), title, url, severity, weaknesses: listOf(cwe), ratings: ratingsOf(cvss) }
}

/** The registry's own numbers change from one day to the next; GitHub's ids stay. */
export function idOf(github: string | null | undefined, url: string | null | undefined, number: unknown): string {
  return github || /GHSA(?:-[\da-z]{4}){3}/i.exec(url ?? '')?.[0] || `npm-${number ?? 'advisory'}`
}

function ratingsOf(cvss: z.output<typeof Cvss>) {
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
