import type { Behaviour } from './profiles.ts'
import type { ZadigScan } from './scan.ts'
import type { RunningTask } from './tasks.ts'

export interface ZadigUser {
  token: string
  name?: string
  admin?: boolean
  projects?: Record<string, { admin?: boolean; create?: boolean; run?: boolean; view?: boolean }>
  /** Two-factor login is demanded and the token has not passed it. */
  mfa?: boolean | 'mfa_enrollment_required' | 'mfa_verification_required'
  /** The switch an admin sets; a real server has it off for everybody but admins. */
  tokenEnabled?: boolean
}

export interface SonarSystem {
  identity: string
  url: string
}

export interface CodeHost {
  alias: string
  source: string
}

/** All the server knows. The arrays are live: a test deletes a scan by taking it out. */
export interface World {
  behaviour: Behaviour
  users: ZadigUser[]
  projects: string[]
  scans: ZadigScan[]
  tasks: RunningTask[]
  /** How many tasks each scan has had: numbers start anew with a scan of the same name. */
  counters: Map<ZadigScan, number>
  clusters: string[]
  images: string[]
  sonarSystems: SonarSystem[]
  codehosts: CodeHost[]
  stepMs: number
  now(): number
}

export function scanOf(world: World, project: string, name: string): ZadigScan | undefined {
  return world.scans.find((scan) => scan.project === project && scan.name === name)
}

export function sonarOf(world: World, scan: ZadigScan): SonarSystem | undefined {
  if (scan.sonarSystem === undefined) return world.sonarSystems[0]
  return world.sonarSystems.find(({ identity }) => identity === scan.sonarSystem)
}

export function mayDo(user: ZadigUser, project: string, action: 'create' | 'run' | 'view'): boolean {
  const rights = user.projects?.[project]
  return Boolean(user.admin || rights?.admin || rights?.[action])
}
