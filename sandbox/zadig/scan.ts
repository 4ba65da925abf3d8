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
