import { type GitHubAnalyses, githubAnalyses } from '../clients/github-analyses.ts'
import type { Environment } from '../config/build.ts'
import { analysisFilters, analysisFlags } from '../config/filters.ts'
import { readTable } from '../config/read.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { analysisTable, analysisText } from '../render/code-scanning.ts'
import { accessOf, numberOf, print, printJson } from './code-scanning-access.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'

interface Flags {
  json?: boolean
  sarif?: boolean
  all?: boolean
  yes?: boolean
  confirmDelete?: boolean
}

/** A host with somebody who can be asked; undefined is no answer. */
interface Asking extends Host {
  confirm(question: string): Promise<boolean | undefined>
}

export function listAnalyses(flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const filters = analysisFilters(readTable(analysisFlags, rawOf(flags)))
    const analyses = await (await githubAnalyses(accessOf(flags, environment, host))).list(filters)
    await (flags.json ? printJson(analyses, host) : print(analysisTable(analyses), host))
    return exitCodes.pass
  })
}

export function showAnalysis(text: string, flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const id = numberOf(text, 'id of an analysis')
    const client = await githubAnalyses(accessOf(flags, environment, host))
    if (flags.sarif) await printJson(await client.sarif(id), host)
    else if (flags.json) await printJson(await client.get(id), host)
    else await print(analysisText(await client.get(id)), host)
    return exitCodes.pass
  })
}

/** From the newest to the oldest of a set. The last one takes the history of its alerts along, so it has to be confirmed. */
export function deleteAnalyses(text: string, flags: Flags, environment: Environment, host: Asking): Promise<number> {
  return explained(host, async () => {
    let next: number | undefined = numberOf(text, 'id of an analysis')
    const client = await githubAnalyses(accessOf(flags, environment, host))
    do {
      const id: number = next
      const outcome = await deleteOne(id, flags, client, host)
      host.log.info(outcome === 'kept' ? `Analysis ${id} is kept.` : `Analysis ${id} is deleted.`)
      next = outcome === 'kept' ? undefined : outcome
    } while (flags.all && next !== undefined)
    if (next !== undefined) host.log.info(`The next one of its set is ${next}; \`--all\` goes on by itself.`)
    return exitCodes.pass
  })
}

/** Deletes one, and tells which one can be deleted next. */
async function deleteOne(
  id: number,
  flags: Flags,
  client: GitHubAnalyses,
  host: Asking,
): Promise<number | 'kept' | undefined> {
  const isConfirmed = Boolean(flags.yes || flags.confirmDelete)
  const first = await client.delete(id, isConfirmed)
  if (first.status === 'deleted') return first.next
  if (first.status === 'last') {
    const answer = await host.confirm(
      `Analysis ${id} is the last one of its ref, tool and category: the history of its alerts goes with it. Delete it?`,
    )
    if (answer === undefined)
      throw new UserError(
        `Analysis ${id} is the last one of its ref, tool and category, and the history of its alerts would go with it. Say \`--confirm-delete\` if that is meant.`,
      )
    if (!answer) return 'kept'
    const second = await client.delete(id, true)
    if (second.status === 'deleted') return second.next
  }
  throw new UserError(
    `GitHub deletes only the newest analysis of a ref, tool and category, and ${id} is not it. \`analyses list\` shows which ones are deletable.`,
  )
}
