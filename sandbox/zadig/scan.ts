import { createHash } from 'node:crypto'

export interface ZadigRepo {
  owner: string
  name: string
  branch: string
  /** `github`, `gitlab`, …: whatever its code host is. */
  source: string
  /** The alias of its code host; a scan whose code host is gone cannot run. */
  codehost?: string
  address?: string
  checkoutPath?: string
  submodules?: boolean
  hidden?: boolean
}

/** A variable the scan declares; only declared ones can be set by a request. */
export interface ZadigVariable {
  key: string
  value?: string
  required?: boolean
}

export interface ZadigScan {
  /** 24 hexadecimal digits; made from project and name unless told. */
  id?: string
  project: string
  name: string
  /** `sonarQube` unless told. */
  scanner?: 'sonarQube' | 'other'
  repos: ZadigRepo[]
  variables?: ZadigVariable[]
  /** The word its tasks end with; `passed` unless told. Any word may be scripted. */
  ending?: string
  /** All the words, one a step, instead of the profile's; the last one stays for ever. */
  statuses?: string[]
  /** The server restarts while a task runs: see `Behaviour.losesTasks`. */
  restarts?: boolean
  /** What goes wrong in its tasks, in Zadig's words. */
  error?: string
  /** What SonarQube says of the code; Zadig keeps it under these names. Null as long as there is no report. */
  metrics?: Partial<
    Record<'QualityGateStatus' | 'Ncloc' | 'Bugs' | 'Vulnerabilities' | 'CodeSmells' | 'Coverage', string>
  >
  /** The label of its image; one the server does not know breaks every run. */
  image?: string
  /** The SonarQube integration it uses; the first one unless told. */
  sonarSystem?: string
  sonarProjectKey?: string
  /** False: SonarQube never gets a report, so the link stays bare. */
  reports?: boolean
  /** The create call it was made with. */
  definition?: object
}

/** The name under which a scan's tasks are kept since 2.2. */
export function workflowOf(scan: ZadigScan): string {
  return `zadig-scanning-${scanIdOf(scan)}`
}

export function scanIdOf({ id, project, name }: ZadigScan): string {
  return id ?? createHash('sha1').update(`${project}/${name}`).digest('hex').slice(0, 24)
}
