import type { Run } from 'sarif'
import type { Telling, Tool } from '../model/finding.ts'
import { toRun } from '../model/run.ts'
import type { Report } from './report.ts'

/** Turns one scanner's report into SARIF. Pure: text in, runs out. */
export interface Converter {
  /** Kebab-case: the file's name, and the word users write in `format`. */
  id: string
  tool: Tool
  /** The command whose output this converter reads, as a user would type it. */
  reads: string
  /**
   * How we know that the tool writes what is read: its reports were made here, seen in public, or only described in its
   * documentation.
   */
  proof: 'run' | 'seen' | 'documented'
  /** Many tools write it: a tool's own format, where one recognises the report as well, is the better reading. */
  generic?: true
  /** The tool prints nothing at all when it finds nothing, so silence is a clean report. */
  silentWhenClean?: true
  /** Recognises the format when the user did not name one. Only a sole candidate is used. */
  detects(report: Report): boolean
  /** Loads what only this format needs, and others should not pay for. It is to be called before `convert`. */
  prepare?(): Promise<void>
  /** Throws `UnreadableReport`, naming the place, for text that is not in this format. */
  convert(report: Report): Run[]
}

type FindingConverter = Omit<Converter, 'convert'> & { read(report: Report): Telling & { tool?: Tool } }

/** A converter that writes findings and lets `toRun` write the SARIF. */
export function defineConverter({ read, ...facts }: FindingConverter): Converter {
  return {
    ...facts,
    convert(report) {
      const { tool = facts.tool, ...telling } = read(report)
      return [toRun(tool, telling)]
    },
  }
}
