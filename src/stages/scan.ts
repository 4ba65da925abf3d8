import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Invocation } from 'sarif'
import type { ScanConfig } from '../config/config.ts'
import type { Converter } from '../converters/converter.ts'
import { converterNamed } from '../converters/registry.ts'
import { NotEvaluated, UserError } from '../model/errors.ts'
import type { Execution, Host } from '../model/host.ts'
import { type ExitCodes, findPreset, includesCode, namesOf, type Preset } from '../scanners/index.ts'
import { ownReader } from './own-reader.ts'
import { notStarted, programOf, versionOf, wordsOf } from './program.ts'
import { fileReports, fileWritten, type RawReport, reportsWritten, stampsOf } from './report-files.ts'

export interface Scanned {
  reports: RawReport[]
  /** Scans that were not completed; the others still count. */
  problems: UserError[]
}

/** One scanner, ready to run. */
interface Job {
  name: string
  version?: string
  exitCodes: ExitCodes
  reportsOnStderr?: boolean
  /** Standard output is for words, not for the report. */
  speaksOnStdout?: boolean
  words(): Promise<string[]>
  /** Gathers what it wrote, once it has ended well. */
  collect(execution: Execution): Promise<RawReport[]>
}

/**
 * Runs the scanners side by side and gathers their reports, and those that were there already. A scanner that crashed or
 * ran too long is a problem, not a clean scan; one that is not installed at all is a wrong set-up (`UserError`).
 */
export async function scan(config: ScanConfig | undefined, host: Host): Promise<Scanned> {
  if (!config) return { reports: [], problems: [] }
  const own = await readerOf(config)
  const presets = config.scanners.map(findPreset)
  await checkFolder(config)
  const jobs = await Promise.all(presets.map((preset) => presetJob(preset, config, host)))
  if (config.command) jobs.push(await commandJob(config.command, { ...config, own }))
  const ended = await Promise.all(jobs.map((job) => run(job, config, host)))
  if (!config.command) {
    const found = await fileReports({ ...config, own })
    for (const notice of found.notices) host.log.info(notice)
    ended.push(found)
  }
  return { reports: ended.flatMap(({ reports }) => reports), problems: ended.flatMap(({ problems }) => problems) }
}

/** What reports are read with that no format of ours fits; a wrong description or format is told before anything runs. */
async function readerOf(config: ScanConfig): Promise<Converter | undefined> {
  if (config.definition) return ownReader(config.definition, config)
  if (config.format !== 'auto') await converterNamed(config.format)
  return undefined
}

/** A program that is started in a folder that does not exist looks as if the program did not. */
async function checkFolder({ folder }: ScanConfig): Promise<void> {
  const status = await stat(folder).catch(() => undefined)
  if (!status?.isDirectory())
    throw new UserError(`\`working-directory\`: there is no folder ${folder}. Check it out first, or correct the path.`)
}

async function presetJob(preset: Preset, config: ScanConfig, host: Host): Promise<Job> {
  const { name, format, exitCodes, stream } = preset
  const program = await programOf(preset, config)
  const version = await versionOf(preset, program, config.folder, host)
  const file = typeof stream === 'object' ? join(await host.tempFolder(), stream.file) : undefined
  return {
    name,
    version,
    exitCodes: [...exitCodes.clean, ...exitCodes.findings],
    reportsOnStderr: stream === 'stderr',
    speaksOnStdout: stream !== 'stdout',
    words: () => wordsOf(preset, program, config, file),
    async collect(execution) {
      const bytes = file ? await fileWritten(file, name) : execution[stream === 'stderr' ? 'wholeStderr' : 'stdout']
      if (!bytes?.length && !maySaySo(preset, execution)) throw new NotEvaluated(silent(name, execution))
      return [{ name, format, version, tool: name, read: async () => bytes ?? new Uint8Array() }]
    },
  }
}

/** Silence means "no findings" only from a tool that is silent then, and that has not told of findings by its exit code. */
function maySaySo({ silentWhenClean, exitCodes }: Preset, { exitCode }: Execution): boolean {
  return silentWhenClean && exitCode !== undefined && includesCode(exitCodes.clean, exitCode)
}

async function commandJob(words: string[], config: ScanConfig & Pick<RawReport, 'own'>): Promise<Job> {
  const [name = ''] = words
  const before = await stampsOf(config)
  return {
    name,
    exitCodes: config.findingsExitCodes,
    words: async () => words,
    async collect(execution) {
      if (config.reports.length > 0) return reportsWritten(config, before)
      const { format, own } = config
      // A tool that found something and does not say so was not read rightly.
      const isClean = own?.silentWhenClean === true && execution.exitCode === 0
      if (execution.stdout.length > 0 || isClean) return [{ name, format, own, read: async () => execution.stdout }]
      throw new NotEvaluated(`${silent(name, execution)} If it writes a file, name it with \`report\`.`)
    },
  }
}

function silent(name: string, execution: Execution): string {
  return `${name} ended with exit code ${execution.exitCode} and wrote no report, so nothing is known of the code.${quoted(execution)}`
}

async function run(job: Job, config: ScanConfig, host: Host): Promise<Scanned> {
  try {
    return { reports: await reportsOf(job, config, host), problems: [] }
  } catch (error) {
    if (error instanceof NotEvaluated) return { reports: [], problems: [error] }
    throw error
  }
}

async function reportsOf(job: Job, config: ScanConfig, host: Host): Promise<RawReport[]> {
  const words = await job.words()
  const started = host.now()
  host.log.info(`${job.name}${job.version ? ` ${job.version}` : ''} is scanning ${config.folder}.`)
  const { reportsOnStderr } = job
  const { folder: cwd, timeoutMs } = config
  const execution = await host.during(host.exec({ words, cwd, timeoutMs, reportsOnStderr }), {
    what: () => `${job.name} is still scanning`,
    limitMs: timeoutMs,
  })
  if (execution.missing) throw notStarted(words[0] ?? '', execution)
  const { exitCode, signal } = execution
  host.log.info(
    `${job.name} ended after ${((host.now() - started) / 1000).toFixed(1)} s ${exitCode === undefined ? `by ${signal}` : `with exit code ${exitCode}`}.`,
  )
  const problem = problemOf(job, execution, config)
  if (problem) throw new NotEvaluated(problem)
  const invocation = invocationOf(execution, started, host.now())
  return (await job.collect(execution)).map((report) => ({ ...report, invocation }))
}

/** Why the scan does not count, if it does not. */
function problemOf(job: Job, execution: Execution, { timeoutMs }: ScanConfig): string | undefined {
  const { name, exitCodes } = job
  const { exitCode, signal, timedOut, overflow } = execution
  const said = quoted(execution, job.speaksOnStdout === true)
  if (timedOut)
    return `${name} had not ended after ${timeoutMs / 1000} s, and was stopped. Raise \`scan-timeout\`, or let it scan less.${said}`
  if (overflow)
    return `${name} printed a larger report than can be read at once. Let it write a file and name it with \`report\`, or let it scan less.`
  if (exitCode === undefined) return `${name} was ended by ${signal ?? 'the system'} before it had finished.${said}`
  if (includesCode(exitCodes, exitCode)) return undefined
  return `${name} ended with exit code ${exitCode}, which means that it did not complete the scan (it does with ${namesOf(exitCodes, ' or ')}).${said}`
}

/** The last words of a program, on standard output where it has nothing else there. */
function quoted({ stderr, stdout }: Execution, speaksOnStdout = true): string {
  // Not a part of it: a secret is known by its whole.
  const spoken = speaksOnStdout && stdout.length <= 4000 ? Buffer.from(stdout).toString('utf8') : ''
  const text = stderr.trim() || spoken.trim()
  return text ? ` It said:\n${text.length > 4000 ? `…${text.slice(-4000)}` : text}` : ' It said nothing.'
}

function invocationOf({ exitCode }: Execution, started: number, ended: number): Invocation {
  return {
    executionSuccessful: true,
    exitCode: exitCode ?? 0,
    startTimeUtc: new Date(started).toISOString(),
    endTimeUtc: new Date(ended).toISOString(),
  }
}
