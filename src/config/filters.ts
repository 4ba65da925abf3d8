import type { AlertFilters, AlertOwner, AnalysisFilters } from '../model/code-scanning.ts'
import { UserError } from '../model/errors.ts'
import { option, type Values } from './option.ts'
import { choice, count, owner, text } from './values.ts'

const tool = {
  'tool-name': option(text, 'NAME', 'Only of the tool of this name.'),
  'tool-guid': option(text, 'GUID', 'Only of the tool of this GUID; not together with `tool-name`.'),
}
const branch = {
  ref: option(text, 'REF', 'As this ref has it: main, refs/heads/main, refs/pull/7/merge.'),
  pr: option(count, 'NUMBER', 'As this pull request has it.'),
}
const direction = option(choice('asc', 'desc'), 'WORD', '`asc` or `desc`.', { default: 'desc' })

/** The flags of `alerts list`: whose alerts, and every filter of the API. */
export const alertFlags = {
  org: option(owner, 'NAME', 'Of all repositories of this organisation, for its owners and security managers.'),
  enterprise: option(owner, 'NAME', 'Of all repositories of this enterprise that you own or are security manager of.'),
  state: option(
    choice('open', 'closed', 'dismissed', 'fixed', 'all'),
    'WORD',
    '`open`, `closed` (dismissed or fixed), `dismissed`, `fixed`, or `all`.',
    { default: 'open' },
  ),
  severity: option(
    choice('critical', 'high', 'medium', 'low', 'error', 'warning', 'note'),
    'WORD',
    '`critical`, `high`, `medium`, `low`, `error`, `warning` or `note`.',
  ),
  ...tool,
  ...branch,
  sort: option(choice('created', 'updated'), 'WORD', '`created` or `updated`.', { default: 'created' }),
  direction,
  assignees: option(text, 'NAMES', 'Only alerts assigned to one of these users; `*` for anybody, `none` for nobody.'),
}

/** The flags of `analyses list`: every filter of the API. */
export const analysisFlags = {
  ...tool,
  ...branch,
  'sarif-id': option(text, 'ID', 'Only those of this upload.'),
  direction,
}

/** Undefined when the alerts of one repository are asked for; `repository` is what was given for it beside the table. */
export function alertOwner(
  { org, enterprise }: Values<typeof alertFlags>,
  repository: string | undefined,
): AlertOwner | undefined {
  const given = Object.entries({ org, enterprise, repository }).filter(([, name]) => name?.trim())
  if (given.length > 1)
    throw new UserError(`${given.map(([flag]) => `\`${flag}\``).join(' and ')} exclude each other: give one of them.`)
  if (org !== undefined) return { kind: 'org', name: org }
  return enterprise === undefined ? undefined : { kind: 'enterprise', name: enterprise }
}

/** Throws `UserError` for what GitHub would not filter by, and would leave out without a word. */
export function alertFilters(values: Values<typeof alertFlags>): AlertFilters {
  const { state = 'open', severity, sort, assignees, org, enterprise, ref, pr } = values
  if ((org ?? enterprise) !== undefined && (ref ?? pr) !== undefined)
    throw new UserError(
      `\`${ref === undefined ? 'pr' : 'ref'}\` goes with \`repository\` only: of an organisation or enterprise GitHub lists what is on the default branches. Leave it out.`,
    )
  if (enterprise !== undefined && severity !== undefined)
    throw new UserError(
      '`severity` does not go with `enterprise`: GitHub has no such filter there. Leave it out, or ask one organisation after the other with `org`.',
    )
  return { ...common(values), ...(state !== 'all' && { state }), severity, sort, assignees }
}

export function analysisFilters(values: Values<typeof analysisFlags>): AnalysisFilters {
  return { ...common(values), sarif_id: values['sarif-id'] }
}

function common(values: Values<typeof tool & typeof branch & { direction: typeof direction }>) {
  const { 'tool-name': tool_name, 'tool-guid': tool_guid, ref, pr } = values
  if (tool_name !== undefined && tool_guid !== undefined)
    throw new UserError('`tool-name` and `tool-guid` exclude each other: give one of them.')
  if (ref !== undefined && pr !== undefined) throw new UserError('`ref` and `pr` exclude each other: give one of them.')
  return { tool_name, tool_guid, ref, pr, direction: values.direction }
}
