import type { Zadig } from '../clients/zadig.ts'
import { createScan } from '../clients/zadig-create.ts'
import { UnknownScan, type ZadigAccess } from '../clients/zadig-errors.ts'
import type { ZadigConfig } from '../config/zadig.ts'
import type { Host } from '../model/host.ts'

/**
 * Starts the scan. Zadig is asked to create it only when it has said that there is none, before which it starts nothing:
 * so a token that may only run scans is enough for one that exists, and so does a server that can no longer create any.
 */
export async function startScan(
  client: Zadig,
  config: ZadigConfig & ZadigAccess,
  host: Host,
): Promise<{ taskId: number }> {
  const { repository, variables, definition, project, scan } = config
  try {
    return await client.execute(repository, variables)
  } catch (error) {
    if (definition === undefined || !(error instanceof UnknownScan)) throw error
  }
  host.log.info(`Zadig has no scan ${scan} in project ${project}; it is created from \`zadig-definition\`.`)
  await createScan(config, definition)
  return client.execute(repository, variables)
}
