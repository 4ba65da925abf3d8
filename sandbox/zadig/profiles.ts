/** Server generations that behave differently towards the three calls. */
export type ZadigProfile = '1.18' | '2.0' | '3.4' | '4.1' | '4.2' | '4.3' | '5.0'

/** What a generation does; "since" in the comments below is the first release that does. */
export interface Behaviour {
  /** The words a task goes through before it ends. */
  statuses: string[]
  /** Since 2.0; before, the stored word is sent as it is. */
  lowersStatus: boolean
  /** Since 5.0 the status is the job's, which ends before the task does: `end_time` is still 0 then. */
  endsLate: boolean
  /** Since 5.0 a restart of the server ends only the workflow; the job, whose word is told, runs for ever. */
  losesTasks: boolean
  /** Since 2.2 a task is a workflow's task, and can be read and cancelled as one. */
  hasWorkflowTasks: boolean
  /** Since 3.1 that task holds what SonarQube measured. */
  keepsMetrics: boolean
  /** 2.2 to 4.1: configured repositories are scanned even when the request does not name them; else only what it names. */
  keepsConfiguredRepos: boolean
  /** Since 2.2. */
  takesVariables: boolean
  /** Since 2.0 a scan names its SonarQube; before, there was only one. */
  namesSonar: boolean
  /** Since 3.3 the link is built when the scanner has reported; before, from the configuration, so from the start. */
  linksAfterReport: boolean
  /** Since 5.0 a deleted SonarQube integration empties the link; before, it breaks the whole reading. */
  survivesLostSonar: boolean
  /** Since 4.3. */
  checksNames: boolean
  /** Since 4.2 a create call with nothing wrong in it ends in a panic. */
  panicsOnCreate: boolean
  /** Since 4.3 tokens are switched on per user, and two-factor rules apply to them. */
  governsTokens: boolean
}

const v1_18: Behaviour = {
  statuses: ['waiting', 'running'],
  lowersStatus: false,
  endsLate: false,
  losesTasks: false,
  hasWorkflowTasks: false,
  keepsMetrics: false,
  keepsConfiguredRepos: false,
  takesVariables: false,
  namesSonar: false,
  linksAfterReport: false,
  survivesLostSonar: false,
  checksNames: false,
  panicsOnCreate: false,
  governsTokens: false,
}
const v2_0: Behaviour = { ...v1_18, lowersStatus: true, namesSonar: true }
const v3_4: Behaviour = {
  ...v2_0,
  hasWorkflowTasks: true,
  keepsMetrics: true,
  keepsConfiguredRepos: true,
  takesVariables: true,
  linksAfterReport: true,
}
const v4_2: Behaviour = { ...v3_4, keepsConfiguredRepos: false, panicsOnCreate: true }
const v4_3: Behaviour = { ...v4_2, checksNames: true, governsTokens: true }
const v5_0: Behaviour = {
  ...v4_3,
  statuses: ['waiting', 'running', 'prepare', 'running'],
  endsLate: true,
  losesTasks: true,
  survivesLostSonar: true,
}

export const profiles: Record<ZadigProfile, Behaviour> = {
  '1.18': v1_18,
  '2.0': v2_0,
  '3.4': v3_4,
  '4.1': v3_4,
  '4.2': v4_2,
  '4.3': v4_3,
  '5.0': v5_0,
}
