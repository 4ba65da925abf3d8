import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Checkout, checkOut } from './checkout.ts'
import { environmentOf, type JobRepository } from './environment.ts'

export interface ZadigJob {
  /** A folder of its own that stands for the pod. */
  pod: string
  version: string
  /** The script of the scan, as somebody typed it into Zadig. */
  script: string
  repositories: (JobRepository & Pick<Checkout, 'origin' | 'upstream' | 'commit'>)[]
  /** Names of outputs that the scan declares. */
  outputs?: string[]
  plain?: Record<string, string>
  secret?: Record<string, string>
}

export interface EndedJob {
  status: 'passed' | 'failed'
  exitCode: number
  log: string
  /** What later jobs get. */
  outputs: Record<string, string>
}

/** Folders of a real pod that the script may name; here they are below the pod's own. */
const mounts = ['/workspace', '/zadig/results', '/usr/local/bin']

/** A scan of type `other` on Kubernetes: the Git step, then the script, then the outputs. */
export async function runZadigJob(job: ZadigJob): Promise<EndedJob> {
  const { pod, outputs = [], plain = {}, secret = {} } = job
  for (const mount of [...mounts, '/root']) mkdirSync(join(pod, mount), { recursive: true })
  const workspace = join(pod, 'workspace')
  for (const repository of job.repositories) checkOut({ ...repository, folder: join(workspace, repository.name) })
  const file = join(pod, 'user_script.sh')
  writeFileSync(file, mounted(wrapped(job.script, outputs), pod))
  const path = `${join(pod, 'usr/local/bin')}:/usr/local/bin:/usr/bin:/bin`
  const env = environmentOf({ ...job, plain, secret, workspace, home: join(pod, 'root'), path })
  const child = spawn('/bin/bash', [file], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const exitCode = (code as number | null) ?? 137
  const collected = collect(join(pod, 'zadig/results'), outputs)
  const isTooLong = Buffer.byteLength(goJson(collected)) > 4096
  return {
    status: exitCode === 0 && !isTooLong ? 'passed' : 'failed',
    exitCode,
    log: said + complained,
    outputs: collected,
  }
}

/** `outputScript`: Zadig's own last lines, so that the script's end is theirs unless it exits before (aslan, job/utils.go). */
function wrapped(script: string, outputs: string[]): string {
  const lines = script.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
  return [...lines, 'set +ex', ...outputs.map((name) => `echo $${name} > /zadig/results/${name}`)].join('\n')
}

function mounted(script: string, pod: string): string {
  return mounts.reduce((rest, mount) => rest.replaceAll(mount, join(pod, mount)), script)
}

/** `getJobOutputVars`: declared names only, newlines at the ends trimmed. */
function collect(folder: string, names: string[]): Record<string, string> {
  const found = names.filter((name) => existsSync(join(folder, name)))
  return Object.fromEntries(
    found.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/^\n+|\n+$/g, '')]),
  )
}

function goJson(outputs: Record<string, string>): string {
  const json = JSON.stringify(Object.entries(outputs).map(([name, value]) => ({ name, value })))
  return json.replace(/[<>&]/g, '\\u0000')
}
