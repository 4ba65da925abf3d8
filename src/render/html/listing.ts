import type { Alert } from '../../model/alert.ts'
import { isBlocked, type Outcome } from '../../model/outcome.ts'
import { fileAddress } from '../findings.ts'
import type { PageContext } from './data.ts'
import { link } from './links.ts'
import { type Markup, markup, prose, shortened, type Value } from './markup.ts'

const most = 100
const longest = { message: 500, rule: 200, file: 300 }

/**
 * What can be read without the script: the findings that block, or that are tolerated in their place. The script puts the
 * list of all of them there instead.
 */
export function listing(outcome: Outcome, context: PageContext): Value {
  const { blocking, warning, findings, fixed = [] } = outcome
  if (findings.length + fixed.length === 0) return markup`<p class="empty">No findings.</p>`
  const shown = (blocking.length > 0 ? blocking : warning).slice(0, most)
  const kind =
    blocking.length === 0 ? 'below the limit' : isBlocked(outcome) ? 'that block the job' : 'that are tolerated'
  const caption = markup`Findings ${kind}: ${shown.length} of ${(blocking.length > 0 ? blocking : warning).length}. All ${findings.length} are listed here where scripts may run, and in report.json.`
  return markup`<div id="list"><table class="findings"><caption>${caption}</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Where</th></tr></thead>
<tbody>${shown.map((alert) => row(alert, context))}</tbody></table></div>`
}

function row(alert: Alert, { blobUrl }: PageContext): Markup {
  const { severity, score, message, rule, url, tool, file, line } = alert
  const address = file === undefined ? undefined : fileAddress(file, blobUrl)
  const number = line === undefined ? '' : `:${line}`
  const place = file === undefined ? '' : markup`${shortened(file, longest.file)}${number}`
  return markup`<tr><td><span class="badge ${severity}">${severity}${score !== undefined && ` ${score.toFixed(1)}`}</span></td>
<td><p class="message">${prose(message, longest.message)}</p><p class="rule">${link(markup`<code>${shortened(rule, longest.rule)}</code>`, url)} ${shortened(tool, longest.rule)}</p></td>
<td class="place">${link(place, address && `${address}${line === undefined ? '' : `#L${line}`}`)}</td></tr>`
}
