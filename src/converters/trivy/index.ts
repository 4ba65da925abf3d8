import type { Finding, Notification, Reading, Tool } from '../../model/finding.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { readJson } from '../read/json.ts'
import type { Of } from '../read/shape.ts'
import { hasKeys, itemsHaveKeys, type Report as ReportText } from '../report.ts'
import { imageOf, pathFrom } from '../scanned-from.ts'
import { licenseFinding, misconfigurationFinding, secretFinding } from './checks.ts'
import { Cluster, Legacy, Report, type Result } from './schema.ts'
import { suppressionOf, vulnerabilities } from './vulnerabilities.ts'

const tool: Tool = { name: 'Trivy', url: 'https://trivy.dev' }

export const trivy = defineConverter({
  id: 'trivy',
  tool,
  reads: 'trivy fs|image|config|repo|k8s --format json',
  proof: 'seen',
  detects: (report) => isReport(report) || isLegacy(report) || isCluster(report),
  prepare: loadCalculator,
  read(report) {
    if (Array.isArray(report.json())) return readingOf(placed(readJson(report, Legacy), (target) => target))
    return isCluster(report) ? cluster(report) : single(report)
  },
})

const isReport = hasKeys('SchemaVersion', 'ArtifactName')

function isLegacy(report: ReportText): boolean {
  return ['Vulnerabilities', 'Type'].some((key) => itemsHaveKeys('Target', key)(report))
}

function isCluster(report: ReportText): boolean {
  return ['Resources', 'Vulnerabilities', 'Misconfigurations'].some((key) => hasKeys('ClusterName', key)(report))
}

/** What was found under one target, and where that is. */
export interface Placed {
  result: Of<typeof Result>
  file: string
}

function placed(
  results: Of<typeof Result>[] | null | undefined,
  fileOf: (target: string, at: string | null | undefined) => string,
): Placed[] {
  return (results ?? []).map((result) => ({ result, file: fileOf(result.Target ?? '', result.Class) }))
}

function single(report: ReportText): Reading & { tool: Tool } {
  const { ArtifactName, ArtifactType, Trivy, Metadata, Results } = readJson(report, Report)
  const isImage = ArtifactType === 'container_image'
  const isFolder = (ArtifactType === 'filesystem' || ArtifactType === 'repository') && !ArtifactName?.includes('://')
  const fileOf = (target: string, at: string | null | undefined) => {
    if (isFolder) return pathFrom(ArtifactName, target)
    return isImage && at === 'os-pkgs' ? imageOf(ArtifactName ?? target) : target
  }
  const { findings, notifications = [] } = readingOf(placed(Results, fileOf))
  const { Family, Name, EOSL } = Metadata?.OS ?? {}
  const aged: Notification = {
    level: 'warning',
    message: `${Family} ${Name} is no longer supported, so its newer vulnerabilities may be missing here.`,
  }
  return {
    tool: { ...tool, ...(Trivy?.Version && { version: Trivy.Version }) },
    findings,
    notifications: EOSL ? [...notifications, aged] : notifications,
  }
}

/** Things in a cluster are no files: their namespace, kind and name stand in for a path. */
function cluster(report: ReportText): Reading {
  const { Resources, Vulnerabilities, Misconfigurations } = readJson(report, Cluster)
  const resources = [Resources, Vulnerabilities, Misconfigurations].flatMap((list) => list ?? [])
  const all = resources.flatMap(({ Namespace, Kind, Name, Results }) =>
    placed(Results, () => [Namespace, Kind, Name].filter(Boolean).join('/')),
  )
  const { findings, notifications = [] } = readingOf(all)
  const failed = resources.flatMap(({ Kind, Name, Error: error }): Notification[] =>
    error ? [{ level: 'error', message: `${Kind} ${Name} could not be scanned: ${error}`, incomplete: true }] : [],
  )
  return { findings, notifications: [...notifications, ...failed] }
}

function readingOf(all: Placed[]): Reading {
  const affected: Affected[] = []
  const findings: Finding[] = []
  const notifications: Notification[] = []
  for (const each of all) {
    const { result, file } = each
    affected.push(...vulnerabilities(each))
    const misconfigurations = result.Misconfigurations ?? []
    const failed = misconfigurations.filter(({ Status }) => Status !== 'PASS')
    findings.push(...failed.map((one) => misconfigurationFinding(one, file)))
    findings.push(...(result.Secrets ?? []).map((one) => secretFinding(one, file)))
    findings.push(...(result.Licenses ?? []).map((one) => licenseFinding(one, file)))
    findings.push(...modifiedFindings(each))
    const passed = misconfigurations.length - failed.length
    if (passed > 0) notifications.push({ level: 'note', message: `${passed} checks passed.`, location: { file } })
  }
  return { findings: [...advisoryFindings(affected), ...findings], notifications }
}

/** What .trivyignore or VEX took out, without the vulnerabilities, which stand with their like. */
function modifiedFindings({ result, file }: Placed): Finding[] {
  return (result.ExperimentalModifiedFindings ?? []).flatMap((modified) => {
    if (modified.Type === 'vulnerability') return []
    const finding = findingOf(modified, file)
    return [{ ...finding, sarif: { ...finding.sarif, suppressions: [suppressionOf(modified)] } }]
  })
}

type Modified = Exclude<
  NonNullable<Of<typeof Result>['ExperimentalModifiedFindings']>[number],
  { Type: 'vulnerability' }
>

function findingOf(modified: Modified, file: string): Finding {
  if (modified.Type === 'secret') return secretFinding(modified.Finding, file)
  if (modified.Type === 'license') return licenseFinding(modified.Finding, file)
  return misconfigurationFinding(modified.Finding, file)
}
