import { UnreadableReport } from '../../model/errors.ts'
import type { Finding, Notification, Reading, Tool } from '../../model/finding.ts'
import { type Converter, defineConverter } from '../converter.ts'
import { freshBudget } from '../regexp/index.ts'
import type { Report } from '../report.ts'
import { mappingOf } from './definition.ts'
import type { Reader } from './field.ts'
import { findingOf, noticeOf } from './finding.ts'
import { type Plan, planOf } from './plan.ts'
import { entriesAt, type Scope, top } from './scope.ts'
import { treeOf } from './tree.ts'

/** A converter for reports that this YAML describes. Throws a plain `Error` for YAML that describes none. */
export async function mappingConverter(text: string): Promise<Converter> {
  const plan = await plannedFrom(text)
  const { tool, format } = plan.mapping
  return defineConverter({
    id: 'mapping',
    tool: { name: tool.name, url: tool.url },
    reads: 'JSON, JSON lines, XML or CSV, by the file of `mapping`',
    proof: 'run',
    generic: true,
    ...(format === 'jsonl' && { silentWhenClean: true }),
    detects: () => false,
    read: (report) => readReport(plan, report),
  })
}

export async function plannedFrom(text: string): Promise<Plan> {
  return planOf(await mappingOf(text))
}

/** What a report holds, by a plan. */
export interface Held {
  root: Scope
  /** Those that `only` leaves out are not among them. */
  entries: Scope[]
  leftOut: number
  reader: Reader
}

export function held(plan: Plan, report: Report): Held {
  const reader: Reader = { isXml: plan.mapping.format === 'xml', budget: freshBudget() }
  const root = top(treeOf(report, plan.mapping, plan.entries))
  const all = entriesAt(plan.entries, root, reader)
  const entries = plan.only ? all.filter((entry) => plan.only?.(entry, reader)) : all
  return { root, entries, leftOut: all.length - entries.length, reader }
}

/** A field that the mapping names and no entry has is most often misspelt there. */
function missing(plan: Plan, entries: Scope[], reader: Reader): Notification[] {
  const isNowhere = ({ fields }: Plan['fields'][number]) =>
    entries.length > 0 && entries.every((entry) => fields.every((field) => field.texts(entry, reader).length === 0))
  return plan.fields.filter(isNowhere).map(({ name }) => ({
    level: 'note',
    message: `None of the ${entries.length} entries has what \`${name}\` of the mapping asks for (${sourceOf(plan, name)}).`,
  }))
}

function readReport(plan: Plan, report: Report): Reading & { tool: Tool } {
  const { root, entries, reader } = held(plan, report)
  const findings: Finding[] = []
  const notifications: Notification[] = []
  for (const entry of entries) {
    const finding = findingOf(plan, entry, reader)
    if (finding) findings.push(finding)
    else notifications.push(withoutRule(plan, entry))
  }
  if (entries.length > 0 && findings.length === 0)
    throw new UnreadableReport(
      `none of its ${entries.length} entries has what \`rule\` of the mapping asks for (${sourceOf(plan, 'rule')}); \`convert --explain-mapping\` shows what they have`,
    )
  const { name, url } = plan.mapping.tool
  return {
    findings,
    notifications: [...notifications, ...missing(plan, entries, reader), ...noticesIn(plan, root, reader)],
    columns: plan.positions.unit,
    tool: { name, url, version: plan.version?.texts(root, reader)[0] },
  }
}

/** It may be as bad as any other, so the scan does not count as complete. */
function withoutRule(plan: Plan, { way }: Scope): Notification {
  return {
    level: 'error',
    message: `The entry ${way} is no finding: it has no rule (${sourceOf(plan, 'rule')}). Give \`rule\` a \`default\`, or leave such entries out with \`only\`.`,
    incomplete: true,
  }
}

function sourceOf({ fields }: Plan, name: string): string {
  const { fields: own = [] } = fields.find((each) => each.name === name) ?? {}
  return own.map(({ source }) => `\`${source}\``).join(', ')
}

/** What the tool could not do. */
export function noticesIn({ errors, positions }: Plan, root: Scope, reader: Reader): Notification[] {
  if (!errors) return []
  return entriesAt(errors.entries, root, reader).map((entry) => noticeOf(errors, entry, { reader, positions }))
}
