import type { ReportConfig } from '../config/config.ts'
import type { Alert } from '../model/alert.ts'
import type { Host } from '../model/host.ts'
import type { Outcome } from '../model/outcome.ts'
import { reportOf } from '../render/report-json.ts'
import { excerptsOf } from './excerpts.ts'

/** Findings whose code is in the report, and the lines before and after each. A report is opened whole. */
const most = { findings: 1000, around: 3 }

/** Every report, by the name of its file. What makes those for browsers and other CIs is loaded only here. */
export async function outcomeFiles(
  outcome: Outcome,
  summary: string,
  config: ReportConfig,
  host: Host,
): Promise<Record<string, string>> {
  const [{ htmlOf }, { junitOf }, { codeQualityOf }] = await Promise.all([
    import('../render/html/page.ts'),
    import('../render/junit.ts'),
    import('../render/code-quality.ts'),
  ])
  const { root, blobUrl } = config
  const { findings } = outcome
  const redact = (text: string) => host.redact(text)
  const excerpts = excerptsOf(shownWithCode(outcome), { root, findings, redact, around: most.around })
  return {
    'report.json': `${redact(JSON.stringify(reportOf(outcome), null, 2))}\n`,
    'report.md': redact(summary),
    'report.html': htmlOf(outcome, { blobUrl, excerpts, redact }),
    'report.junit.xml': junitOf(outcome, redact),
    'gl-code-quality.json': `${redact(JSON.stringify(codeQualityOf(outcome), null, 2))}\n`,
  }
}

/** What blocks, what is shown, and the worst of the rest. What is fixed stood in another version of its file. */
function shownWithCode({ blocking, warning, findings }: Outcome): Alert[] {
  return [...new Set([...blocking, ...warning, ...findings])].slice(0, most.findings)
}
