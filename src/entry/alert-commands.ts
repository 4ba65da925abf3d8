import { type AlertChange, alertsOfOwner, type GitHubAlerts, githubAlerts } from '../clients/github-alerts.ts'
import type { Environment } from '../config/build.ts'
import { alertFilters, alertFlags, alertOwner } from '../config/filters.ts'
import { readTable } from '../config/read.ts'
import { commentOf, longestComment, type Reason, reasons } from '../model/dismissal.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { didYouMean } from '../model/suggest.ts'
import { alertTable, alertText } from '../render/code-scanning.ts'
import { accessOf, numberOf, print, printJson, serverOf } from './code-scanning-access.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'

interface Flags {
  repository?: string
  json?: boolean
  reason?: string
  comment?: string
}

export function listAlerts(flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const values = readTable(alertFlags, rawOf(flags))
    const owner = alertOwner(values, flags.repository)
    const filters = alertFilters(values)
    const alerts = owner
      ? await alertsOfOwner(serverOf(flags, environment, host), owner, filters)
      : await (await githubAlerts(accessOf(flags, environment, host))).list(filters)
    if (owner?.kind === 'enterprise') host.log.info(partOfEnterprise)
    await (flags.json
      ? printJson(alerts, host)
      : print(alertTable(alerts, { withRepository: owner !== undefined }), host))
    return exitCodes.pass
  })
}

/** GitHub answers any member; to one who answers for no organisation, with an empty list. */
const partOfEnterprise =
  "This lists the organisations that the token's user owns or is security manager of; GitHub leaves out the others."

export function showAlert(text: string, flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const number = numberOf(text, 'number of an alert')
    const client = await githubAlerts(accessOf(flags, environment, host))
    const alert = await client.get(number)
    const instances = await client.instances(number)
    await (flags.json ? printJson({ ...alert, instances }, host) : print(alertText(alert, instances), host))
    return exitCodes.pass
  })
}

export function dismissAlerts(texts: string[], flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const reason = reasonOf(flags.reason ?? '')
    const comment = flags.comment?.trim() ? commentOf(flags.comment.trim()) : undefined
    if (comment !== undefined && comment !== flags.comment?.trim())
      host.log.info(`The comment is cut: GitHub takes ${longestComment} characters.`)
    const change: AlertChange = { state: 'dismissed', dismissed_reason: reason, dismissed_comment: comment }
    return await updateAll(texts, change, await clientOf(texts, flags, environment, host), host)
  })
}

export function reopenAlerts(texts: string[], flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () =>
    updateAll(texts, { state: 'open' }, await clientOf(texts, flags, environment, host), host),
  )
}

/** All numbers are looked at before anything is changed. */
function clientOf(texts: string[], flags: Flags, environment: Environment, host: Host): Promise<GitHubAlerts> {
  for (const text of texts) numberOf(text, 'number of an alert')
  return githubAlerts(accessOf(flags, environment, host))
}

async function updateAll(texts: string[], change: AlertChange, client: GitHubAlerts, host: Host): Promise<number> {
  const word = change.state === 'open' ? 'open' : 'dismissed'
  for (const number of new Set(texts.map(Number))) {
    const isNew = await client.update(number, change)
    host.log.info(isNew ? `Alert ${number} is ${word} now.` : `Alert ${number} was ${word} already.`)
  }
  return exitCodes.pass
}

/** `false-positive` and `wont-fix` are easier to type; GitHub takes its own spelling only. */
function reasonOf(given: string): Reason {
  const key = (text: string) =>
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[-_\s]+/g, ' ')
      .trim()
  const found = reasons.find((reason) => key(reason) === key(given))
  if (found) return found
  throw new UserError(
    `\`reason\`: write one of ${reasons.map((reason) => `"${reason}"`).join(', ')}.${didYouMean(given, [...reasons])}`,
  )
}
