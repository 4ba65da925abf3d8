import type { Annotation } from './annotations.ts'

/** What a workflow says about one step that uses an action, and about the run the step is part of. */
export interface ActionRun {
  with?: Record<string, string>
  env?: Record<string, string>
  /** Values the workflow takes from `secrets.*`: hidden from the first line on, as `github.token` is. */
  secrets?: string[]
  /** The node binary; by default the one that runs the tests. */
  node?: string
  workspace: string
  /** RUNNER_TEMP; by default a fresh folder, left for the caller to read and to remove. */
  temp?: string
  event?: { name: string; payload: object }
  github?: GitHubRun
  /** The job's matrix; a job without one has `null`. */
  matrix?: object | null
  /** After this the whole process tree is killed. */
  timeoutMs?: number
  /** Aborting cancels the step as a person would: SIGINT, then SIGTERM, then the end. */
  signal?: AbortSignal
}

export interface GitHubRun {
  repository?: string
  sha?: string
  ref?: string
  token?: string
  apiUrl?: string
  serverUrl?: string
  workflow?: string
  workflowRef?: string
  job?: string
  runId?: string
  actor?: string
  baseRef?: string
  headRef?: string
}

export interface ActionResult {
  exitCode: number
  /** A step fails by its exit code, by a command the runner could not process, or by running out of time. */
  conclusion: 'success' | 'failure'
  timedOut: boolean
  outputs: Record<string, string>
  undeclaredOutputs: string[]
  /** What is left of the outputs when a job hands them on. */
  jobOutputs: Record<string, string>
  unknownInputs: string[]
  /** What GitHub shows: commands rendered, masks applied, no colours. */
  log: string
  /** Standard output and standard error as written, unmasked. */
  raw: string
  annotations: Annotation[]
  droppedAnnotations: number
  summary: string
  /** The values the action itself asked to hide. */
  masks: string[]
  envChanges: Record<string, string>
  addedPaths: string[]
  state: Record<string, string>
  temp: string
  durationMs: number
}
