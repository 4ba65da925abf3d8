import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import type { ScanConfig } from '../config/config.ts'
import { NotEvaluated, UserError } from '../model/errors.ts'
import type { Execution, Host } from '../model/host.ts'
import type { Preset } from '../scanners/index.ts'

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
  return /\d+\.\d+(?:\.\d+)?[\w.+-]*/.exec(Buffer.from(execution.stdout).toString('utf8'))?.[0]
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

/** Words after `--` in `scanner-args` take the place of the preset's own targets. */
export async function targetsOf(
  { name, targets }: Preset,
  config: ScanConfig,
): Promise<{ flags: string[]; targets: string[] }> {
  const { scannerArgs, folder } = config
  const separator = scannerArgs.indexOf('--')
  const flags = separator < 0 ? scannerArgs : scannerArgs.slice(0, separator)
  if (separator >= 0) return { flags, targets: scannerArgs.slice(separator + 1) }
  if ('paths' in targets) return { flags, targets: targets.paths }
  const files = await glob(targets.globs, {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
  })
  if (files.length > 0) return { flags, targets: files.sort() }
  throw new NotEvaluated(
    `${name} found nothing to scan: no file in ${folder} matches ${targets.globs.join(', ')}. Name files in \`scanner-args\` after \`--\`, or leave this scanner out.`,
  )
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
