import type { Outcome } from '../../model/outcome.ts'
import type { Severity } from '../../model/severity.ts'
import { type Markup, markup, shortened, type Value } from './markup.ts'

const severities: Severity[] = ['critical', 'high', 'unknown', 'medium', 'low', 'note']
/** More tools than that make one row. */
const mostTools = 12

/** Pictures whose numbers stand beside them, in tables: nothing is told by a colour or a length alone. */
export function charts(outcome: Outcome): Value {
  const parts = [byTool(outcome), changes(outcome)].filter((part) => part !== false)
  return parts.length > 0 && markup`<div class="charts">${parts}</div>`
}

type Counts = Record<Severity, number>

function byTool({ findings, counts, total, runs }: Outcome): Value {
  if (total === 0) return false
  const tools = new Map<string, Counts>(runs.map(({ tool }) => [tool.driver.name, noCounts()]))
  for (const { tool, severity, accepted } of findings) {
    const known = tools.get(tool)
    if (known && !accepted) known[severity] += 1
  }
  const shown = severities.filter((severity) => counts[severity] > 0)
  const sorted = [...tools].sort(([, a], [, b]) => sum(b) - sum(a))
  const rows = [...sorted.slice(0, mostTools), ...others(sorted.slice(mostTools))]
  const most = Math.max(...rows.map(([, count]) => sum(count)), 1)
  const heads = shown.map(
    (severity) =>
      markup`<th scope="col" role="columnheader" class="number"><span class="dot ${severity}"></span>${severity}</th>`,
  )
  return markup`<section aria-labelledby="by-tool"><h2 id="by-tool">By tool and severity</h2><table class="chart by-tool" role="table" aria-labelledby="by-tool">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Tool</th><td class="picture" role="cell"></td>${heads}<th scope="col" role="columnheader" class="number">all</th></tr></thead>
<tbody role="rowgroup">${rows.map(([name, count]) => toolRow(name, count, shown, most))}</tbody></table></section>`
}

function toolRow(name: string, counts: Counts, shown: Severity[], most: number): Markup {
  const numbers = shown.map(
    (severity) =>
      markup`<td role="cell" class="number ${severity}${!counts[severity] && ' none'}" data-name="${severity}">${counts[severity]}</td>`,
  )
  const bar = stacked(
    shown.map((severity) => [severity, counts[severity]]),
    most,
  )
  return markup`<tr role="row"><th scope="row" role="rowheader">${shortened(name, 60)}</th><td role="cell" class="picture">${bar}</td>${numbers}<td role="cell" class="all">${sum(counts)}</td></tr>`
}

function others(tools: [string, Counts][]): [string, Counts][] {
  if (tools.length === 0) return []
  const all = noCounts()
  for (const [, counts] of tools) for (const severity of severities) all[severity] += counts[severity]
  return [[`${tools.length} others`, all]]
}

/** What is new, what was there before, and what is gone. */
function changes({ total, newFindings, fixed, comparison }: Outcome): Value {
  if (newFindings === undefined || comparison?.status !== 'done') return false
  const rows: [string, string, number][] = [
    ['New', 'new', newFindings],
    ['Existing', 'existing', total - newFindings],
    ...(fixed ? [['Fixed', 'fixed', fixed.length] as [string, string, number]] : []),
  ]
  const most = Math.max(...rows.map(([, , number]) => number), 1)
  return markup`<section aria-labelledby="changes"><h2 id="changes">New and fixed</h2><table class="chart">
<caption>Compared with ${shortened(comparison.value.against, 200)}</caption>
<tbody>${rows.map(
    ([name, kind, number]) =>
      markup`<tr><th scope="row">${name}</th><td class="picture">${stacked([[kind, number]], most)}</td><td class="number all">${number}</td></tr>`,
  )}</tbody></table></section>`
}

/** One bar; lengths in thousandths of the longest one there may be. What there is at all is at least a line. */
function stacked(pieces: [kind: string, count: number][], most: number): Markup {
  let x = 0
  const drawn = pieces.map(([kind, count]) => {
    if (count === 0) return ''
    const width = Math.max(6, Math.round((count / most) * 1000))
    const piece = markup`<rect class="${kind}" x="${x}" width="${width}" height="10"/>`
    x += width
    return piece
  })
  // Lines that were made longer to be seen could lead beyond the end.
  return markup`<svg viewBox="0 0 ${Math.max(1000, x)} 10" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`
}

function noCounts(): Counts {
  return { critical: 0, high: 0, medium: 0, low: 0, note: 0, unknown: 0 }
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}
