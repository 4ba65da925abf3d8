import { open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Invocation } from 'sarif'
import { glob } from 'tinyglobby'
import { messageOf, NotEvaluated, type UserError } from '../model/errors.ts'

/** A report that was not read yet. */
export interface RawReport {
  /** For messages: the tool or the file. */
  name: string
  /** The id of a format, or `auto`. */
  format: string
  version?: string
  invocation?: Invocation
  read(): Promise<Uint8Array>
}

/** Where files are looked for, and what they are. */
export interface ReportFiles {
  /** Globs. */
  reports: string[]
  /** Absolute. */
  folder: string
  /** The id of a format, or `auto`. */
  format: string
}

interface Found {
  reports: RawReport[]
  problems: UserError[]
}

/** One string holds half a gigabyte at most in V8; what is larger cannot be parsed at once. */
const longestReport = 512 * 1024 * 1024 - 1024

/** The files that `report` names, sorted by path. A pattern that matches nothing is a problem, never "no findings". */
export async function fileReports(config: ReportFiles): Promise<Found> {
  const found: Found = { reports: [], problems: [] }
  for (const pattern of config.reports) {
    const files = await filesMatching({ ...config, reports: [pattern] })
    if (files.length === 0)
      found.problems.push(
        new NotEvaluated(
          `No report matches \`${pattern}\` in ${config.folder}. Did the scanner run, and write it there?`,
        ),
      )
    found.reports.push(...files.map((file) => fileReport(file, config)))
  }
  return found
}

async function filesMatching({ reports, folder }: ReportFiles): Promise<string[]> {
  if (reports.length === 0) return []
  const patterns = reports.map((pattern) => pattern.replaceAll('\\', '/'))
  const files = await glob(patterns, { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false })
  return files.sort()
}

function fileReport(file: string, { folder, format }: ReportFiles): RawReport {
  return { name: file, format, read: () => readRegularFile(resolve(folder, file), file) }
}

/** Only regular files: a FIFO or a device would be waited for without end. */
async function readRegularFile(path: string, name: string): Promise<Uint8Array> {
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    const status = await stat(path)
    if (!status.isFile()) throw new NotEvaluated(`${name} is not a regular file.`)
    if (status.size > longestReport)
      throw new NotEvaluated(`${name} is larger than the 512 MB that can be read at once. Split it.`)
    handle = await open(path)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof NotEvaluated) throw error
    throw new NotEvaluated(`${name} cannot be read: ${messageOf(error)}`, { cause: error })
  } finally {
    await handle?.close()
  }
}

/** When each report file was written, and how long it was. */
export type Stamps = Map<string, string>

export async function stampsOf(config: ReportFiles): Promise<Stamps> {
  const files = await filesMatching(config)
  const entries = files.map(async (file): Promise<[string, string]> => {
    const { mtimeNs, size, ino } = await stat(resolve(config.folder, file), { bigint: true })
    return [file, `${mtimeNs} ${size} ${ino}`]
  })
  return new Map(await Promise.all(entries))
}

/** The reports that a command wrote since; one that an earlier run left behind is not taken for this run's. */
export async function reportsWritten(config: ReportFiles, before: Stamps): Promise<RawReport[]> {
  const { reports, problems } = await fileReports(config)
  if (problems[0]) throw problems[0]
  const now = await stampsOf(config)
  const stale = reports.find(({ name }) => before.get(name) === now.get(name))
  if (!stale) return reports
  throw new NotEvaluated(
    `${stale.name} was there before, and \`command\` has not written it. Delete it first, or check where the command writes its report.`,
  )
}
