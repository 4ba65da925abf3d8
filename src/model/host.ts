import type { Sheet } from './sheet.ts'

/** Everything the program needs from the world it runs in. The real ones are made in entry/; tests bring their own. */
export interface Host {
  /** The folder the program was started in; relative paths of options start here. */
  cwd: string
  /** Makes a folder for files that nobody asked for by name. */
  tempFolder(): Promise<string>
  log: Logger
  /** Runs a program without a shell and waits for it; at the time limit its whole process tree is killed. */
  exec(command: Command): Promise<Execution>
  /** What a program prints when asked something short, trimmed; undefined when it is absent or exits with an error. */
  ask(words: string[], cwd: string): Promise<string | undefined>
  sleep(ms: number): Promise<void>
  /** Waits for something that takes long, and says now and then that it is still under way. */
  during<T>(work: Promise<T>, underway: Underway): Promise<T>
  /** Milliseconds since the epoch. */
  now(): number
  /** From now on these values are replaced by *** in everything the host writes. Empty values are ignored. */
  mask(secrets: (string | undefined)[]): void
  /** The text without what `mask` was told, for texts that are written elsewhere: reports become SARIF. */
  redact(text: string): string
  publish(publication: Publication): Promise<void>
  /** Gives back the memory of what nobody holds any more, when it is much. */
  collectGarbage(): void
  /** Has something done when somebody stops the job, in the few seconds there are; the returned function calls it off. */
  onInterrupt(work: () => Promise<void>): () => void
}

/** Work that takes long, in a clause that time is said behind: `ESLint is still scanning`. */
export interface Underway {
  what(): string
  /** When it is given up. */
  limitMs: number
}

/** Bytes of a report that can be read: one string of V8 holds half a gigabyte, less a little, and it is parsed at once. */
export const longestReport = 512 * 1024 * 1024 - 1024

export interface Logger {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface Command {
  words: string[]
  cwd: string
  timeoutMs: number
  /** Standard error holds the report, and is kept whole as well. */
  reportsOnStderr?: boolean
}

/** How a program ended. `exitCode` is absent when it was killed; `missing` means that it could not be started at all. */
export interface Execution {
  exitCode?: number
  signal?: string
  timedOut: boolean
  missing: boolean
  stdout: Uint8Array
  /** The last part of standard error: enough to explain a crash, little enough to keep. */
  stderr: string
  /** All of standard error, where it was asked for. */
  wholeStderr?: Uint8Array
  /** Set when what is kept whole grew past what the host is ready to hold. */
  overflow: boolean
}

/** Where a message points, for hosts that can show it beside the code. Lines and columns count from 1. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title: string
  message: string
  file?: string
  startLine?: number
  endLine?: number
  startColumn?: number
  endColumn?: number
}

/** What a run leaves for people and for later steps. */
export interface Publication {
  /** Markdown. */
  summary?: string
  annotations: Annotation[]
  outputs: Record<string, string>
  /** Environment variables for later steps of the job. */
  variables?: Record<string, string>
  /** For a terminal, or a log; ends with the verdict. */
  table?: Sheet
  /** What made the job fail, in a sentence, for hosts that mark a failure; absent when the job may go on. */
  failure?: string
}
