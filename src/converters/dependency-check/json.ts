import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import type { Report as ReportText } from '../report.ts'
import type { Dependency, Report, Vulnerability } from './model.ts'

const Word = nullish(string)
const Score = nullish(number)

const Found = object({
  name: string,
  source: Word,
  severity: Word,
  description: Word,
  notes: Word,
  cvssv2: nullish(object({ score: Score })),
  cvssv3: nullish(object({ baseScore: Score, version: Word })),
  cvssv4: nullish(object({ baseScore: Score, vectorString: Word })),
  cwes: nullish(array(string)),
  references: nullish(array(object({ url: Word }))),
})

const Shape = object({
  scanInfo: nullish(
    object({
      engineVersion: Word,
      analysisExceptions: nullish(array(object({ exception: nullish(object({ message: Word })) }))),
    }),
  ),
  dependencies: array(
    object({
      fileName: string,
      filePath: Word,
      packages: nullish(array(object({ id: Word }))),
      vulnerabilities: nullish(array(Found)),
      suppressedVulnerabilities: nullish(array(Found)),
    }),
  ),
})

export function readJsonForm(report: ReportText): Report {
  const { scanInfo, dependencies } = readJson(report, Shape)
  return {
    version: scanInfo?.engineVersion ?? undefined,
    exceptions: (scanInfo?.analysisExceptions ?? []).map(({ exception }) => exception?.message || 'without a message'),
    dependencies: dependencies.map(dependencyOf),
  }
}

function dependencyOf(of: Of<typeof Shape>['dependencies'][number]): Dependency {
  return {
    fileName: of.fileName,
    filePath: of.filePath ?? undefined,
    packages: (of.packages ?? []).flatMap(({ id }) => id ?? []),
    vulnerabilities: [
      ...(of.vulnerabilities ?? []).map((one) => vulnerabilityOf(one, false)),
      ...(of.suppressedVulnerabilities ?? []).map((one) => vulnerabilityOf(one, true)),
    ],
  }
}

function vulnerabilityOf(of: Of<typeof Found>, isSuppressed: boolean): Vulnerability {
  return {
    name: of.name,
    source: of.source ?? undefined,
    severity: of.severity ?? undefined,
    description: of.description ?? undefined,
    notes: of.notes ?? undefined,
    ratings: [
      { version: '4', score: of.cvssv4?.baseScore, vector: of.cvssv4?.vectorString },
      { version: '3', score: of.cvssv3?.baseScore },
      { version: '2', score: of.cvssv2?.score },
    ],
    cwes: of.cwes ?? [],
    references: (of.references ?? []).flatMap(({ url }) => url ?? []),
    isSuppressed,
  }
}
