import { zadig } from '../clients/zadig.ts'
import { createScan } from '../clients/zadig-create.ts'
import { type ZadigWorkflow, zadigWorkflow } from '../clients/zadig-workflow.ts'
import type { Environment } from '../config/build.ts'
import { toConfig } from '../config/config.ts'
import type { Options } from '../config/options.ts'
import { type Raw, readOptions, secretsFrom } from '../config/read.ts'
import { plainTextWarnings } from '../config/trust.ts'
import { needed } from '../config/zadig-access.ts'
import { readDefinition } from '../config/zadig-definition.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes, type ZadigScan } from '../model/outcome.ts'
import { type ZadigTask, zadigTaskText } from '../render/zadig-task.ts'
import { scanInZadig } from '../stages/zadig.ts'
import { followTask, readingOf } from '../stages/zadig-task.ts'
import { print, printJson } from './code-scanning-access.ts'
import { explained } from './endings.ts'
import { rawOf } from './flags.ts'
import { buildAround } from './surroundings.ts'

interface Flags {
  json?: boolean
  wait?: boolean
  scanId?: string
}

/** A scan that is there already is left as it is, and that is no failure. */
export function createFrom(file: string, flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const options = optionsOf(flags, environment, host)
    const definition = await readDefinition(file, options, host.cwd)
    const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host)
    const { project_key: project, name: scan } = definition
    const result = await createScan({ url, token, project, scan }, definition)
    const said = { created: 'is created now', exists: 'exists already and is left as it is' }[result]
    const text = `Scan ${scan} in project ${project} ${said}.`
    await (flags.json ? printJson({ project, scan, result }, host) : print(text, host))
    return exitCodes.pass
  })
}

/** Starts a scan and waits for its end; only Zadig's word counts here, no gate. */
export function runScan(flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const options: Options = { ...optionsOf(flags, environment, host), zadig: 'required' }
    const build = await buildAround(options, environment, host)
    const { zadig: wanted, warnings = [] } = await toConfig(options, {
      build,
      cwd: host.cwd,
      uploadByDefault: 'off',
      ask: host.ask,
    })
    for (const warning of warnings) host.log.warn(warning)
    // `toConfig` refuses options that leave nothing to do.
    const { project, scan } = wanted!
    return show({ project, scan, ...(await scanInZadig(wanted!, host)) }, flags, host)
  })
}

/** As the task stands; with `--wait`, as it ends. */
export function showTask(text: string, flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const taskId = taskIdOf(text)
    const options = optionsOf(flags, environment, host)
    const { 'zadig-project': project, 'zadig-scan': scan } = needed(options, 'zadig-project', 'zadig-scan')
    const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host)
    const timeoutMs = flags.wait ? (options['zadig-timeout'] ?? 30 * 60_000) : undefined
    const detail = await followTask(await zadig({ url, token, project, scan }), taskId, timeoutMs, host)
    const reading = readingOf(detail, { repository: options['zadig-repo'], branch: options['zadig-branch'] })
    return show({ project, scan, taskId, ...detail, ...reading }, flags, host)
  })
}

/** Tasks are cancelled by the id of their scan, which the list of scans tells where nobody gives it. */
export function cancelScan(text: string, flags: Flags, environment: Environment, host: Host): Promise<number> {
  return explained(host, async () => {
    const taskId = taskIdOf(text)
    const { scanId: given } = flags
    const options = optionsOf({ ...(given !== undefined && { zadigScanId: given }), ...flags }, environment, host)
    const known = options['zadig-scan-id']
    const { 'zadig-project': project = 'any', 'zadig-scan': scan = known ?? '' } = known
      ? options
      : needed(options, 'zadig-project', 'zadig-scan')
    const { 'zadig-url': url, 'zadig-token': token } = serverOf(options, host)
    const client = await zadigWorkflow({ url, token, project, scan })
    const scanId = known ?? (await client.scanId())
    if (known && options['zadig-scan']) await checkScan(client, { scanId, taskId, scan })
    await client.cancel(scanId, taskId)
    const said = `Task ${taskId} is being cancelled; Zadig may call it running for a while.`
    await (flags.json ? printJson({ taskId, scanId, result: 'cancelled' }, host) : print(said, host))
    return exitCodes.pass
  })
}

/** Zadig cancels by id and number, and does not ask whose they are. */
async function checkScan(client: ZadigWorkflow, named: { scanId: string; taskId: number; scan: string }) {
  const { scan } = await client.record(named.scanId, named.taskId)
  if (scan !== '' && scan !== named.scan)
    throw new UserError(
      `Task ${named.taskId} under the id ${named.scanId} belongs to scan \`${scan}\`, not to \`${named.scan}\`, and is left alone. Check \`--scan-id\` and \`--zadig-scan\`.`,
    )
}

/** From here on the token is masked. */
function optionsOf(flags: Flags, environment: Environment, host: Host): Options {
  const raw: Raw = { ...secretsFrom(environment), ...rawOf(flags) }
  host.mask([raw['github-token'], raw['zadig-token']])
  return readOptions(raw)
}

function serverOf(options: Options, host: Host) {
  const server = needed(options, 'zadig-url', 'zadig-token')
  for (const warning of plainTextWarnings({ 'zadig-url': server['zadig-url'] })) host.log.warn(warning)
  return server
}

async function show(task: ZadigTask, flags: Flags, host: Host): Promise<number> {
  await (flags.json ? printJson(task, host) : print(zadigTaskText(task), host))
  const codes: Record<ZadigScan['result'], number> = {
    passed: exitCodes.pass,
    failed: exitCodes.fail,
    unknown: exitCodes.error,
  }
  return codes[task.result]
}

function taskIdOf(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new UserError(
    `\`${text}\` is no number of a task: write a whole number above 0, as \`zadig run\` and Zadig's console show it.`,
  )
}
