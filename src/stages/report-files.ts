import { lstat, open, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
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
    // A file that two patterns match is one report all the same.
    const fresh = files.filter((file) => !found.reports.some(({ name }) => name === file))
    found.reports.push(...fresh.map((file) => fileReport(file, config)))
  }
  return found
}

async function filesMatching({ reports, folder }: ReportFiles): Promise<string[]> {
  const files = await Promise.all(reports.map((pattern) => filesOf(pattern, folder)))
  return files.flat().sort()
}

/** What is there by that very name is meant, be it a link or something with brackets; patterns find plain files only. */
async function filesOf(pattern: string, folder: string): Promise<string[]> {
  const path = resolve(folder, pattern)
  if (await lstat(path).catch(() => undefined)) return [relative(folder, path).replaceAll(sep, '/') || pattern]
  const slashed = pattern.replaceAll('\\', '/')
  return glob(slashed, { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false })
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
    // A link that leads nowhere has no stamp; reading it says so.
    const status = await stat(resolve(config.folder, file), { bigint: true }).catch(() => undefined)
    return [file, status ? `${status.mtimeNs} ${status.size} ${status.ino}` : '']
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
