import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Notification } from '../../model/finding.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import { defineConverter } from '../converter.ts'
import { loadCalculator } from '../cvss.ts'
import { readJson } from '../read/json.ts'
import { array } from '../read/shape.ts'
import { isObjectWith, jsonIn, type Report } from '../report.ts'
import { imageOf, pathFrom } from '../scanned-from.ts'
import { affectedBy, iacFinding, isLicense, licenseFinding } from './issues.ts'
import { type Application, Project } from './schema.ts'

/** `snyk code test --json` prints SARIF, which the converter of that name reads. */
export const snyk = defineConverter({
  id: 'snyk',
  tool: { name: 'Snyk', url: 'https://snyk.io' },
  reads: 'snyk test|container test|iac test --json',
  proof: 'seen',
  detects: isReport,
  prepare: loadCalculator,
  read(report) {
    const projects = Array.isArray(report.json()) ? readJson(report, array(Project)) : [readJson(report, Project)]
    const parts = projects.flatMap((project) => partsOf(project))
    refuseFailure(parts)
    const issues = parts.flatMap(issuesIn)
    return {
      findings: [
        ...advisoryFindings(issues.flatMap(({ affected }) => affected ?? [])),
        ...issues.flatMap(({ finding }) => finding ?? []),
      ],
      notifications: parts.flatMap(({ of, file }) => failureOf(of, file)),
    }
  },
})

function isReport(report: Report): boolean {
  const json = jsonIn(report)
  const first = Array.isArray(json) ? json.find((one) => !isObjectWith(one, ['error'])) : json
  return (
    isObjectWith(first, ['vulnerabilities', 'packageManager']) || isObjectWith(first, ['infrastructureAsCodeIssues'])
  )
}

interface Part {
  of: Application
  file: string | undefined
}

/** A project, or an image with the applications that are in it. */
function partsOf(project: Project): Part[] {
  const isImage = Boolean(project.docker)
  const { path, projectName, packageManager } = project
  const image = imageOf(path || projectName || packageManager || 'image')
  const own = { of: project as Application, file: isImage ? image : fileOf(project) }
  const inside = (project.applications ?? []).map((of) => ({
    of,
    file: of.displayTargetFile || of.targetFile || image,
  }))
  return [own, ...inside]
}

/** `path` is the folder that was scanned, `displayTargetFile` the manifest as seen from where Snyk ran. */
function fileOf({ displayTargetFile, targetFile, path, infrastructureAsCodeIssues }: Project): string | undefined {
  if (displayTargetFile) return displayTargetFile
  if (!targetFile) return path || undefined
  return infrastructureAsCodeIssues ? targetFile : pathFrom(path, targetFile)
}

type Read = { affected?: Affected; finding?: Finding }

function issuesIn({ of, file }: Part): Read[] {
  const { vulnerabilities, filtered, infrastructureAsCodeIssues } = of
  const ignored = [...(filtered?.ignore ?? []), ...(filtered?.patch ?? [])]
  const readOf =
    (isIgnored: boolean) =>
    (issue: NonNullable<typeof vulnerabilities>[number]): Read =>
      isLicense(issue)
        ? { finding: licenseFinding(issue, file, isIgnored) }
        : { affected: affectedBy(issue, file, isIgnored) }
  return [
    ...(vulnerabilities ?? []).map(readOf(false)),
    ...ignored.map(readOf(true)),
    ...(infrastructureAsCodeIssues ?? []).map((issue) => ({ finding: iacFinding(issue, file) })),
  ]
}

function failureOf({ error }: Application, file: string | undefined): Notification[] {
  const said = typeof error === 'string' ? error : error?.message
  if (!said) return []
  const location = file ? { file } : undefined
  return [{ level: 'error', message: `This could not be tested: ${said}`, location, incomplete: true }]
}

/** Snyk answers with errors only where nothing could be tested at all. */
function refuseFailure(parts: Part[]): void {
  const failures = parts.flatMap(({ of, file }) => failureOf(of, file))
  const isTested = parts.some(({ of }) => of.vulnerabilities ?? of.infrastructureAsCodeIssues)
  if (!isTested) throw new UnreadableReport(failures[0]?.message ?? 'it holds no project that Snyk has tested')
}
