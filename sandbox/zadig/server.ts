import type { Fault } from '../faults.ts'
import { withFaults } from '../faults.ts'
import type { RecordedRequest } from '../http.ts'
import { listen } from '../http.ts'
import type { ZadigProfile } from './profiles.ts'
import { profiles } from './profiles.ts'
import { zadigHandler } from './routes.ts'
import type { ZadigScan } from './scan.ts'
import type { ZadigTask } from './tasks.ts'
import type { CodeHost, SonarSystem, World, ZadigUser } from './world.ts'

export type { ZadigProfile } from './profiles.ts'
export type { ZadigRepo, ZadigScan, ZadigVariable } from './scan.ts'
export type { ZadigTask } from './tasks.ts'
export type { ZadigUser } from './world.ts'

export interface ZadigOptions {
  profile?: ZadigProfile
  users?: ZadigUser[]
  scans?: ZadigScan[]
  /** How long a task keeps each status. */
  stepMs?: number
  /** The clock in milliseconds; a test may bring one it can move. */
  now?: () => number
  faults?: Fault[]
  /** Projects that exist; by default those of the scans. */
  projects?: string[]
  clusters?: string[]
  images?: string[]
  sonarSystems?: SonarSystem[]
  codehosts?: CodeHost[]
}

/** A running server. Its lists are live: what a test adds or takes out counts from the next request on. */
export interface ZadigSandbox {
  url: string
  /** The first user's. */
  token: string
  requests: RecordedRequest[]
  tasks: ZadigTask[]
  scans: ZadigScan[]
  sonarSystems: SonarSystem[]
  codehosts: CodeHost[]
  faults: Fault[]
  close(): Promise<void>
}

const admin: ZadigUser = { token: 'zadig-token', name: 'admin', admin: true }

const shop: ZadigScan = {
  project: 'shop',
  name: 'shop-codescan',
  scanner: 'sonarQube',
  repos: [{ owner: 'octo', name: 'shop', branch: 'main', source: 'github' }],
}

/** Starts a Zadig on 127.0.0.1 that behaves as the profile's release does. */
export async function startZadig(options: ZadigOptions = {}): Promise<ZadigSandbox> {
  const world = worldOf(options)
  const faults = [...(options.faults ?? [])]
  const { url, requests, close } = await listen(withFaults(faults, zadigHandler(world)))
  const { tasks, scans, sonarSystems, codehosts } = world
  return { url, token: world.users[0]?.token ?? '', requests, tasks, scans, sonarSystems, codehosts, faults, close }
}

function worldOf(options: ZadigOptions): World {
  const scans = [...(options.scans ?? [shop])]
  return {
    behaviour: profiles[options.profile ?? '5.0'],
    users: options.users ?? [admin],
    projects: options.projects ?? [...new Set(scans.map(({ project }) => project))],
    scans,
    tasks: [],
    counters: new Map(),
    clusters: options.clusters ?? ['local'],
    images: options.images ?? ['sonar', 'ubuntu'],
    sonarSystems: [...(options.sonarSystems ?? [{ identity: 'sonar', url: 'https://sonar.example.com' }])],
    codehosts: [...(options.codehosts ?? [{ alias: 'github', source: 'github' }])],
    stepMs: options.stepMs ?? 100,
    now: options.now ?? Date.now,
  }
}
