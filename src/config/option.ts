import type { Read } from './values.ts'

/** One row of the table of options: an input of the action, a `--flag` of the CLI, a row of the README. */
export interface Option<T = unknown> {
  read: Read<T>
  /** What stands for the value in the help. */
  value: string
  /** The default as people read it; the program applies it in `config.ts`. */
  default?: string
  help: string
  /** Never shown, logged or written. The CLI also takes it from this environment variable. */
  secret?: string
  /** Its value may hold secrets, so messages do not quote it. */
  private?: boolean
  /** A default that the runner of GitHub Actions evaluates; inputs the policy may set must have none. */
  expression?: string
}

/** A row; what it reads keeps its type. */
export const option = <T>(read: Read<T>, value: string, help: string, more: Partial<Option> = {}) =>
  ({ read, value, help, ...more }) as Option<T>
