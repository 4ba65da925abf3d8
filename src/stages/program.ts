import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ScanConfig } from '../config/config.ts'
import { NotEvaluated, UserError } from '../model/errors.ts'
import type { Execution, Host } from '../model/host.ts'
import type { Preset } from '../scanners/index.ts'
import { glob } from './glob.ts'

/** The project's own copy of the tool, from the scanned folder up to the checkout; else whatever the PATH has. */
export async function programOf({ program, fromNpm }: Preset, { folder, root }: ScanConfig): Promise<string> {
  if (!fromNpm) return program
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', '.bin', program)
    if (await exists(candidate)) return candidate
    if (at === root || at === dirname(at)) return program
  }
}

/** Asks the tool for its version; throws `UserError` with how to get it when it is not there. */
export async function versionOf(
  preset: Preset,
  program: string,
  folder: string,
  host: Host,
): Promise<string | undefined> {
  const execution = await host.exec({ words: [program, ...preset.versionArgs], cwd: folder, timeoutMs: 60_000 })
  if (execution.missing && isAbsent(execution))
    throw new UserError(
      `${preset.name} is not installed: there is no \`${preset.program}\` in node_modules or on the PATH. ${preset.install}`,
    )
  if (execution.missing) throw notStarted(program, execution)
  const text = Buffer.from(execution.stdout).toString('utf8').trim()
  // An error may hold a number as well; some tools do print their version to standard error.
  const told = text || execution.exitCode !== 0 ? text : execution.stderr
  return /\d+\.\d+(?:\.\d+)?[\w.+-]*/.exec(told)?.[0]
}

/** Why a program could not be started at all, by the system's own reason. */
export function notStarted(program: string, execution: Execution): UserError {
  if (isAbsent(execution))
    return new UserError(
      `\`${program}\` is not installed, or not on the PATH. Install it in an earlier step, or give its path.`,
    )
  const what = `\`${program}\` could not be started (${execution.stderr}).`
  return new UserError(
    execution.stderr.includes('E2BIG')
      ? `${what} It was given more files or words than the system takes: let it scan a folder, or fewer files.`
      : `${what} Check that this system can run it: a script needs \`#!\` in its first line, and the right to be executed.`,
  )
}

function isAbsent({ stderr }: Execution): boolean {
  return stderr.includes('ENOENT')
}

/**
 * All words that start the scan; its report goes to `file`, if it goes to one. Words after `--` in `scanner-args` take
 * the place of the preset's own targets.
 */
export async function wordsOf(preset: Preset, program: string, config: ScanConfig, file = ''): Promise<string[]> {
  const { scannerArgs } = config
  const separator = scannerArgs.indexOf('--')
  const flags = separator < 0 ? scannerArgs : scannerArgs.slice(0, separator)
  const targets = separator < 0 ? await targetsOf(preset, config) : scannerArgs.slice(separator + 1)
  if (separator >= 0 && preset.passesOverMissing) await expectTargets(preset, targets, config)
  const takesTargets = preset.args.some((word) => word.includes('{target}'))
  const args = preset.args.flatMap((word) => filled(word, targets, file))
  if (takesTargets || targets.length === 0) return [program, ...args, ...flags]
  return [program, ...args, ...flags, ...(preset.endsFlags === false ? [] : ['--']), ...targets]
}

function filled(word: string, targets: string[], file: string): string[] {
  // By functions, as a path may hold what `replaceAll` takes for a pattern.
  const whole = word.replaceAll('{file}', () => file).replaceAll('{folder}', () => dirname(file))
  return whole.includes('{target}') ? targets.map((target) => whole.replaceAll('{target}', () => target)) : [whole]
}

async function targetsOf(preset: Preset, { folder }: ScanConfig): Promise<string[]> {
  const { name, args, targets, endsFlags } = preset
  if ('paths' in targets) return targets.paths
  const files = await glob(targets.globs, {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
  })
  const isBare = endsFlags === false || args.some((word) => word.includes('{target}'))
  // Without `--`, a file that is called `--fix` would be a flag.
  if (files.length > 0) return files.sort().map((file) => (isBare ? `./${file}` : file))
  throw new NotEvaluated(
    `${name} found nothing to scan: no file in ${folder} matches ${targets.globs.join(', ')}. Name files in \`scanner-args\` after \`--\`, or leave this scanner out.`,
  )
}

/** Each of them is a file, a folder or a pattern that fits one; throws `NotEvaluated` for what a scan would not have told. */
async function expectTargets({ name }: Preset, targets: string[], { folder: cwd }: ScanConfig): Promise<void> {
  for (const target of targets) {
    if (await exists(resolve(cwd, target))) continue
    const [fitting] = await glob([target], { cwd, dot: true, onlyFiles: false })
    if (fitting === undefined)
      throw new NotEvaluated(
        `${name} was told to scan ${target}, which is not there, and would pass over it in silence. Correct \`scanner-args\`.`,
      )
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
