import { type FileHandle, lstat, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Invocation } from 'sarif'
import type { Converter } from '../converters/converter.ts'
import { messageOf, NotEvaluated, type UserError } from '../model/errors.ts'
import { longestReport } from '../model/host.ts'
import { glob } from './glob.ts'

/** A report that was not read yet. */
export interface RawReport {
  /** For messages: the tool or the file. */
  name: string
  /** The id of a format, or `auto`. */
  format: string
  /** What the user described, in place of a format of ours. */
  own?: Converter
  version?: string
  /** The tool's own name, for a format that many tools write. */
  tool?: string
  invocation?: Invocation
  read(): Promise<Uint8Array>
}

/** Where files are looked for, and what they are. */
export interface ReportFiles {
  /** Files, folders and globs. */
  reports: string[]
  /** Absolute. */
  folder: string
  /** The id of a format, or `auto`. */
  format: string
  /** What the user described, in place of a format of ours. */
  own?: Converter
}

interface Found {
  reports: RawReport[]
  problems: UserError[]
  /** What was left out, and why. */
  notices: string[]
}

/** What one line of `report` stands for. */
interface Matched {
  files: string[]
  /** Files that were found, but are not for code scanning. */
  foreign: string[]
  problem?: string
}

/**
 * The files that `report` names, line by line, those of a folder or a glob sorted by path. A line that stands for
 * nothing is a problem, never "no findings".
 */
export async function fileReports(config: ReportFiles): Promise<Found> {
  const found: Found = { reports: [], problems: [], notices: [] }
  const known = new Set<string>()
  for (const pattern of config.reports) {
    const { files, foreign, problem } = await filesOf(pattern, config)
    if (problem !== undefined) found.problems.push(new NotEvaluated(problem))
    // A file that two patterns match is one report all the same.
    const fresh = files.filter((file) => !known.has(file))
    for (const file of fresh) known.add(file)
    found.reports.push(...fresh.map((file) => fileReport(file, config)))
    found.notices.push(...foreign.map(leftOut).filter((notice) => !found.notices.includes(notice)))
  }
  return found
}

/** What is there by that very name is meant, be it a link or something with brackets; the rest is a pattern. */
async function filesOf(pattern: string, config: ReportFiles): Promise<Matched> {
  const path = resolve(config.folder, pattern)
  const status = await stat(path).catch(() => undefined)
  if (status?.isDirectory()) return filesBelow(path, pattern, config)
  if (await isThere(path)) return { files: [nameOf(path, config)], foreign: [] }
  const slashed = pattern.replaceAll('\\', '/')
  const options = { cwd: config.folder, dot: true, followSymbolicLinks: false, expandDirectories: false }
  const matched = withoutForeign(
    (await glob(slashed, options)).map((file) => nameOf(resolve(config.folder, file), config)),
  )
  if (matched.files.length > 0) return matched
  const problem = `No report matches \`${pattern}\` in ${config.folder}. Did the scanner run, and write it there?`
  return { ...matched, problem }
}

/** Behind a folder that may not be entered there may be anything: reading it then says why it cannot be read. */
async function isThere(path: string): Promise<boolean> {
  try {
    return (await lstat(path)) !== undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function nameOf(path: string, { folder }: ReportFiles): string {
  return relative(folder, path).replaceAll(sep, '/')
}

/** All SARIF below a folder, as GitHub's own upload finds it, and `.sarif.json` beside. Links are never followed. */
async function filesBelow(path: string, pattern: string, config: ReportFiles): Promise<Matched> {
  const nothing = { files: [], foreign: [] }
  if (config.format !== 'auto' && config.format !== 'sarif') {
    const example = `${pattern.replace(/[\\/]+$/, '')}/*`
    const problem = `\`${pattern}\` is a folder, and folders are searched for SARIF only. Name the reports in the format \`${config.format}\` by a glob, such as \`${example}\`.`
    return { ...nothing, problem }
  }
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const sarif = entries.filter((entry) => entry.isFile() && /\.sarif(?:\.json)?$/.test(entry.name))
    const matched = withoutForeign(sarif.map(({ parentPath, name }) => nameOf(join(parentPath, name), config)))
    if (matched.files.length > 0) return matched
    const problem = `The folder \`${pattern}\` holds no file for code scanning whose name ends in \`.sarif\` or \`.sarif.json\`. Did the scanner run, and write it there?`
    return { ...matched, problem }
  } catch (error) {
    return { ...nothing, problem: `The folder \`${pattern}\` cannot be searched: ${messageOf(error)}` }
  }
}

/** Code quality and risk assessment are other products of GitHub, told from code scanning by these names. */
function withoutForeign(files: string[]): Matched {
  const isForeign = (file: string) => /\.(?:quality|csra)\.sarif$/.test(file)
  return { files: files.filter((file) => !isForeign(file)).sort(), foreign: files.filter(isForeign).sort() }
}

function leftOut(file: string): string {
  const product = file.endsWith('.quality.sarif') ? 'code quality' : 'risk assessment'
  return `${file} is left out: by its name it is a report for GitHub's ${product}. To take it all the same, name it in \`report\`.`
}

function fileReport(file: string, { folder, format, own }: ReportFiles): RawReport {
  return { name: file, format, own, read: () => readRegularFile(resolve(folder, file), file) }
}

/** Only regular files: a FIFO or a device would be waited for without end. */
async function readRegularFile(path: string, name: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    const status = await stat(path)
    if (!status.isFile()) throw new NotEvaluated(`${name} is not a regular file.`)
    if (status.size > longestReport)
      throw new NotEvaluated(`${name} is larger than the 512 MB that can be read at once. Split it.`)
    handle = await open(path)
    return await readWhole(handle, status.size)
  } catch (error) {
    if (error instanceof NotEvaluated) throw error
    throw new NotEvaluated(`${name} cannot be read: ${messageOf(error)}`, { cause: error })
  } finally {
    await handle?.close()
  }
}

/** In one go, where `readFile` comes back for each half megabyte. What has another length than it said is read that way. */
async function readWhole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size + 1)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
  return bytesRead === size ? bytes.subarray(0, size) : handle.readFile()
}

/** What a scanner wrote to a file in a folder of our own, which goes with it; undefined when it wrote none. */
export async function fileWritten(path: string, name: string): Promise<Uint8Array | undefined> {
  try {
    return (await isThere(path)) ? await readRegularFile(path, `The report of ${name}`) : undefined
  } finally {
    await rm(dirname(path), { recursive: true, force: true, maxRetries: 3 })
  }
}

/** When each report file was written, and how long it was. */
export type Stamps = Map<string, string>

export async function stampsOf(config: ReportFiles): Promise<Stamps> {
  const matched = await Promise.all(config.reports.map((pattern) => filesOf(pattern, config)))
  const entries = matched
    .flatMap(({ files }) => files)
    .map(async (file): Promise<[string, string]> => {
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
