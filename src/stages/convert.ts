import type { Run, ToolComponent } from 'sarif'
import { detectConverter } from '../converters/detection.ts'
import { converterNamed } from '../converters/registry.ts'
import { type Report, reportOf } from '../converters/report.ts'
import { markConverted } from '../model/columns.ts'
import { NotEvaluated, UnreadableReport, type UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { decode } from './decode.ts'
import type { RawReport } from './report-files.ts'
import { holdToSchema } from './schema.ts'

export interface Converted {
  runs: Run[]
  /** Reports that could not be read; the others still count. */
  problems: UserError[]
}

/** Reads each report in its format. What cannot be read is set aside with its name, never taken for "no findings". */
export async function convert(reports: RawReport[], host: Pick<Host, 'redact'>): Promise<Converted> {
  const converted: Converted = { runs: [], problems: [] }
  for (const report of reports) {
    try {
      converted.runs.push(...(await runsOf(report, host)))
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error
      converted.problems.push(error)
    }
  }
  return converted
}

/** The text of a report, without what the host was told to mask. */
export async function readReport(raw: RawReport, host: Pick<Host, 'redact'>): Promise<Report> {
  return reportOf(host.redact(decode(await raw.read())))
}

async function runsOf(raw: RawReport, host: Pick<Host, 'redact'>): Promise<Run[]> {
  // Before it becomes SARIF, which travels: a tool that prints a token must not publish it.
  const report = await readReport(raw, host)
  try {
    const converter =
      raw.own ?? (raw.format === 'auto' ? await detectConverter(report) : await converterNamed(raw.format))
    await converter.prepare?.()
    const runs = converter.convert(report)
    if (runs.length === 0) throw new UnreadableReport('it holds no runs, so it says nothing about the code')
    const tool = converter.generic ? raw.tool : undefined
    const completed = runs.map((run) => complete(run, { ...raw, tool }))
    if (converter.id !== 'sarif') return completed.map(markConverted)
    holdToSchema(completed, (report.json() as { version?: unknown }).version)
    return completed
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error
    throw new UnreadableReport(`The report of ${raw.name} cannot be read: ${error.message}.`, { cause: error })
  }
}

/** What only the scan knows: the tool's version, and how it ended. What the report says itself wins. */
function complete(run: Run, { version, tool, invocation }: RawReport): Run {
  const driver = renamed(run.tool.driver, tool)
  const known = driver.version ?? driver.semanticVersion
  return {
    ...run,
    tool: { ...run.tool, driver: version && !known ? { ...driver, version } : driver },
    ...(invocation && {
      invocations: [{ ...invocation, ...run.invocations?.[0] }, ...(run.invocations?.slice(1) ?? [])],
    }),
  }
}

/** A format that many tools write has a name and an address of its own, which are not those of the tool that was run. */
function renamed(driver: ToolComponent, tool: string | undefined): ToolComponent {
  if (!tool || driver.name === tool) return driver
  const { informationUri: _, ...rest } = driver
  return { ...rest, name: tool }
}
