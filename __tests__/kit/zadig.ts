import { startZadig, type ZadigOptions, type ZadigSandbox, type ZadigScan } from '../../sandbox/zadig/server.ts'
import type { ZadigConfig } from '../../src/config/zadig.ts'
import { closing } from './closing.ts'
import { type TestHost, testHost } from './host.ts'

export const token = 'eyJhbGciOi.zadig.s3cret'
export const shop: ZadigScan = {
  project: 'shop',
  name: 'shop-codescan',
  repos: [{ owner: 'octo', name: 'shop', branch: 'main', source: 'github' }],
}
export const repository = { owner: 'octo', name: 'shop', source: 'github', branch: 'main', prs: [] as number[] }

export interface Place {
  host: TestHost
  server: ZadigSandbox
}

/** A server whose tasks keep each status for 4 s of the host's clock. */
export async function zadig(options: ZadigOptions = {}, scan: Partial<ZadigScan> = {}): Promise<Place> {
  const host = closing(await testHost())
  const scans = [{ ...shop, ...scan }]
  const users = [{ token, admin: true }]
  const server = closing(await startZadig({ now: host.now, stepMs: 4000, scans, users, ...options }))
  return { host, server }
}

/** The scan of the shop, with half an hour for all. */
export const configFor = ({ url }: { url: string }, more: Partial<ZadigConfig> = {}): ZadigConfig => ({
  need: 'required',
  url,
  token,
  project: 'shop',
  scan: 'shop-codescan',
  repository,
  variables: [],
  timeoutMs: 1_800_000,
  queueTimeoutMs: 600_000,
  cancelOnAbort: true,
  ...more,
})
