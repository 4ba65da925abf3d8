import * as z from 'zod/mini'
import { readJson } from '../read/json.ts'
import type { Report as ReportText } from '../report.ts'
import type { Dependency, Report, Vulnerability } from './model.ts'

const Word = z.nullish(z.string())
const Score = z.nullish(z.number())

const Found = z.object({
  name: z.string(),
  source: Word,
  severity: Word,
  description: Word,
  notes: Word,
  cvssv2: z.nullish(z.object({ score: Score })),
  cvssv3: z.nullish(z.object({ baseScore: Score, version: Word })),
  cvssv4: z.nullish(z.object({ baseScore: Score, vectorString: Word })),
  cwes: z.nullish(z.array(z.string())),
  references: z.nullish(z.array(z.object({ url: Word }))),
})

const Shape = z.object({
  scanInfo: z.nullish(
    z.object({
      engineVersion: Word,
      analysisExceptions: z.nullish(z.array(z.object({ exception: z.nullish(z.object({ message: Word })) }))),
    }),
  ),
  dependencies: z.array(
    z.object({
      fileName: z.string(),
      filePath: Word,
      packages: z.nullish(z.array(z.object({ id: Word }))),
      vulnerabilities: z.nullish(z.array(Found)),
      suppressedVulnerabilities: z.nullish(z.array(Found)),
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

function dependencyOf(of: z.output<typeof Shape>['dependencies'][number]): Dependency {
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

function vulnerabilityOf(of: z.output<typeof Found>, isSuppressed: boolean): Vulnerability {
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
