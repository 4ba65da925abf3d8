import type { ExitCodes } from './exit-codes.ts'

/** Everything there is to know about running a scanner, as data. */
export interface Preset {
  /** The word users write in `scanner`, and the name of the file. */
  id: string
  name: string
  program: string
  /**
   * What makes it write the format below. `{file}` in a word is the path of its report, see `stream`, and `{folder}` that
   * of the folder around it. A word with `{target}` is repeated for every target, for a tool that wants targets here.
   */
  args: string[]
  /**
   * What it scans unless the user says otherwise: paths (`./...` for Go, none at all for a tool that scans the folder it
   * runs in), or globs for a tool that wants to be told every file.
   */
  targets: { paths: string[] } | { globs: string[] }
  /** False for a tool that does not take `--` as the end of its flags: targets follow without it. */
  endsFlags?: false
  /** It says nothing of a target that does not exist, and ends as if all were well. */
  passesOverMissing?: true
  /** The tool may be installed in the project, under node_modules/.bin. */
  fromNpm: boolean
  /**
   * Where the report goes: to a stream, or to a file by this name in an empty folder, which `args` must hand to the tool
   * by `{file}` or `{folder}`.
   */
  stream: 'stdout' | 'stderr' | { file: string }
  /** The id of the converter. */
  format: string
  /** Exit codes of a scan that was completed; every other one is a crash. */
  exitCodes: { clean: ExitCodes; findings: ExitCodes }
  /** Whether a clean scan prints nothing, or writes no file; otherwise silence is a crash. */
  silentWhenClean: boolean
  /** What makes it print its version, to either stream. */
  versionArgs: string[]
  /**
   * How we know all this: our tests run it by this preset, clean, with findings and broken, in each CI or where it is at
   * hand; or its documentation says so.
   */
  proof: 'ci' | 'run' | 'documented'
  /** How to get it, for whoever does not have it. */
  install: string
}
