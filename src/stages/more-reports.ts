import type { ReportConfig } from '../config/config.ts'
import type { Host } from '../model/host.ts'
import type { Outcome } from '../model/outcome.ts'
import { snippetsOf } from './snippets.ts'

/** The reports for browsers and other CIs, by the name of their file. What makes them is only loaded where they are asked for. */
export async function moreReports(outcome: Outcome, config: ReportConfig, host: Host): Promise<Record<string, string>> {
  const [{ htmlOf }, { junitOf }, { codeQualityOf }] = await Promise.all([
    import('../render/html/page.ts'),
    import('../render/junit.ts'),
    import('../render/code-quality.ts'),
  ])
  const redact = (text: string) => host.redact(text)
  const snippets = snippetsOf(outcome, config.root)
  return {
    'report.html': htmlOf(outcome, { blobUrl: config.blobUrl, snippets, redact }),
    'report.junit.xml': junitOf(outcome, redact),
    'gl-code-quality.json': `${host.redact(JSON.stringify(codeQualityOf(outcome), null, 2))}\n`,
  }
}
