import { dependencyMark } from '../../model/dependency.ts'
import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Reading, Tool } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import { sentence } from '../advisory-help.ts'
import { readJson } from '../read/json.ts'
import { array, literal, nullish, number, type Of, object, record, string, union, unknown } from '../read/shape.ts'
import { isObjectWith, type Report } from '../report.ts'
import { advisoryOf, fixedIn, idOf, RegistryAdvisory } from './advisory.ts'

const pnpm: Tool = { name: 'pnpm audit', url: 'https://pnpm.io/cli/audit' }
const yarn: Tool = { name: 'yarn audit', url: 'https://yarnpkg.com/cli/npm/audit' }

const ByAdvisory = object({
  advisories: record(RegistryAdvisory),
  actions: nullish(unknown),
  runId: nullish(string),
})

/** npm 6 and what took over its form: pnpm, which has no `runId`, and Yarn 2 and 3, which have no `actions` either. */
export function readByAdvisory(report: Report): Reading & { tool?: Tool } {
  const { advisories, actions, runId } = readJson(report, ByAdvisory)
  const isYarn = actions === undefined
  const isPnpm = !isYarn && !runId
  const file = isYarn ? 'yarn.lock' : isPnpm ? 'pnpm-lock.yaml' : 'package-lock.json'
  const affected = Object.values(advisories).flatMap((of) =>
    (of.findings?.length ? of.findings : [{ version: undefined, paths: [] }]).map(({ version, paths }) =>
      affectedBy(of, { file, version, paths: (paths ?? []).map(stepsOf) }),
    ),
  )
  return { findings: advisoryFindings(affected), ...(isYarn && { tool: yarn }), ...(isPnpm && { tool: pnpm }) }
}

/** pnpm begins with `.` for the project itself. */
function stepsOf(path: string): string[] {
  return path.split('>').filter((step) => step !== '.')
}

interface Found {
  file: string
  version: string | null | undefined
  paths: string[][]
}

function affectedBy(of: RegistryAdvisory, { file, version, paths }: Found): Affected {
  return {
    advisory: advisoryOf(of),
    package: { name: of.module_name, ...(version && { version }) },
    location: { file },
    fixed: fixedIn(of.patched_versions),
    paths,
    properties: of.vulnerable_versions ? { vulnerableVersions: of.vulnerable_versions } : {},
  }
}

const YarnAdvisory = object({
  type: literal('auditAdvisory'),
  data: object({ resolution: nullish(object({ path: nullish(string) })), advisory: RegistryAdvisory }),
})

const BerryAdvisory = object({
  value: string,
  children: object({
    ID: nullish(union([number, string])),
    Issue: nullish(string),
    URL: nullish(string),
    Severity: nullish(string),
    'Vulnerable Versions': nullish(string),
    'Tree Versions': nullish(array(string)),
    Dependents: nullish(array(string)),
  }),
})

/** Lines of Yarn: 1 writes one for each way to a package and a summary last, 4 one for each package. */
export function readLines(report: Report): Reading & { tool: Tool } {
  const { values } = report.jsonValues()
  refuseErrors(values)
  const isClassic = values.some((value) => typeOf(value)?.startsWith('audit'))
  if (isClassic && !values.some((value) => typeOf(value) === 'auditSummary'))
    throw new UnreadableReport('its last line, `auditSummary`, is missing: it was cut off')
  return {
    findings: [...advisoryFindings(values.flatMap(affectedOnLine)), ...values.flatMap(deprecations)],
    tool: yarn,
  }
}

function typeOf(value: unknown): string | undefined {
  const { type } = (value ?? {}) as { type?: unknown }
  return typeof type === 'string' ? type : undefined
}

function refuseErrors(values: unknown[]): void {
  const failed = values.find((value) => typeOf(value) === 'error') as { data?: unknown } | undefined
  if (failed) throw new UnreadableReport(`the audit did not come about: ${String(failed.data)}`)
}

function affectedOnLine(value: unknown): Affected[] {
  if (typeOf(value) === 'auditAdvisory') {
    const { resolution, advisory } = readJson({ json: () => value }, YarnAdvisory).data
    const versions = advisory.findings?.length ? advisory.findings : [{ version: undefined }]
    const paths = resolution?.path ? [stepsOf(resolution.path)] : []
    return versions.map(({ version }) => affectedBy(advisory, { file: 'yarn.lock', version, paths }))
  }
  const of = berryOf(value)
  return of && !isDeprecation(of) ? affectedByBerry(of) : []
}

type Berry = Of<typeof BerryAdvisory>

function berryOf(value: unknown): Berry | undefined {
  return isObjectWith(value, ['value', 'children']) ? readJson({ json: () => value }, BerryAdvisory) : undefined
}

/** Yarn 4 also lists packages that their authors have given up, under ids like `request (deprecation)`. */
function isDeprecation({ children }: Berry): boolean {
  return String(children.ID).endsWith('(deprecation)')
}

function deprecations(value: unknown): Finding[] {
  const of = berryOf(value)
  if (!of || !isDeprecation(of)) return []
  const { 'Tree Versions': versions, Issue, Severity } = of.children
  return (versions?.length ? versions : ['']).map((version) => ({
    rule: { id: 'deprecated', summary: 'A package that is deprecated', tags: ['maintenance'] },
    level: levelOf(Severity ?? undefined),
    message: sentence([[of.value, version].filter(Boolean).join(' '), Issue || 'is deprecated'].join(': ')),
    location: { file: 'yarn.lock', line: 1 },
    sarif: { properties: { [dependencyMark]: { name: of.value, ...(version && { version }) } } },
  }))
}

function affectedByBerry({ value: name, children: of }: Berry): Affected[] {
  const versions = of['Tree Versions']?.length ? of['Tree Versions'] : [undefined]
  const range = of['Vulnerable Versions']
  const dependents = of.Dependents ?? []
  return versions.map((version) => ({
    advisory: { id: idOf(undefined, of.URL, of.ID), title: of.Issue, url: of.URL, severity: of.Severity },
    package: { name, ...(version && { version }) },
    location: { file: 'yarn.lock' },
    remarks: [
      ...(range ? [`Affected are the versions ${range}.`] : []),
      ...(dependents.length > 0 ? [sentence(`Needed by ${dependents.join(', ')}`)] : []),
    ],
    properties: range ? { vulnerableVersions: range } : {},
  }))
}
