import type { Host } from '../model/host.ts'
import type { Sheet } from '../model/sheet.ts'
import { explanationOf, type Judged, meantBy } from '../render/explanation.ts'
import { excerptsOf } from './excerpts.ts'

/** What decided about the findings that a word fits, with their source; undefined when it fits none. */
export function explainFindings(
  word: string,
  judged: Judged,
  root: string,
  { redact }: Pick<Host, 'redact'>,
): Sheet | undefined {
  const { findings } = judged.outcome
  const excerpts = excerptsOf(meantBy(word, judged.outcome), { root, findings, redact })
  return explanationOf(word, judged, { root, excerpts })
}
