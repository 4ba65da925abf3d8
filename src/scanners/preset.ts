/** Everything there is to know about running a scanner, as data. */
export interface Preset {
  /** The word users write in `scanner`, and the name of the file. */
  id: string
  name: string
  program: string
  /** What makes it write the format below. */
  args: string[]
  /** What it scans unless the user says otherwise: paths, or globs for a tool that wants to be told every file. */
  targets: { paths: string[] } | { globs: string[] }
  /** The tool may be installed in the project, under node_modules/.bin. */
  fromNpm: boolean
  stream: 'stdout' | 'stderr'
  /** The id of the converter. */
  format: string
  /** Exit codes of a scan that was completed; every other one is a crash. */
  exitCodes: { clean: number[]; findings: number[] }
  /** Whether a clean scan prints nothing; otherwise silence is a crash. */
  silentWhenClean: boolean
  versionArgs: string[]
  /** How to get it, for whoever does not have it. */
  install: string
}
