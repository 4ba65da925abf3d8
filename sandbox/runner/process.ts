import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface Launch {
  command: string
  args: string[]
  cwd: string
  env: Record<string, string>
  timeoutMs: number
  signal?: AbortSignal
  onLine(line: string): void
}

export interface Ended {
  exitCode: number
  timedOut: boolean
  raw: string
}

// actions/runner, ProcessInvoker.cs: how long a cancelled step may take after each signal, and how long open pipes are waited for.
const afterInterruptMs = 7500
const afterTerminateMs = 2500
const openPipesMs = 5000

/** Runs a program to its end, in a process group of its own, and hands on each line of both streams as it comes. */
export async function launch({ command, args, cwd, env, timeoutMs, signal, onLine }: Launch): Promise<Ended> {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended: Ended = { exitCode: 0, timedOut: false, raw: '' }
  const onText = (text: string) => {
    ended.raw += text
  }
  for (const stream of [child.stdout, child.stderr]) readLines(stream, { onText, onLine })
  await once(child, 'spawn')

  const timer = setTimeout(() => {
    ended.timedOut = true
    void killTree(child)
  }, timeoutMs)
  const onAbort = () => void cancel(child)
  signal?.addEventListener('abort', onAbort, { once: true })
  if (signal?.aborted) onAbort()
  try {
    ended.exitCode = await endOf(child)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
  return ended
}

/** Lines end as .NET's reader, which the runner uses, ends them: at CR, LF or both. So a CR can start a command. */
function readLines(stream: Readable, { onText, onLine }: { onText(text: string): void; onLine(line: string): void }) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    onText(text)
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  stream.on('close', () => {
    if (rest !== '') onLine(rest.replace(/\r$/, ''))
    rest = ''
  })
}

/** A left-over child that keeps the pipes open does not keep the runner waiting for ever. */
async function endOf(child: ChildProcess): Promise<number> {
  const closed = once(child, 'close')
  const [code, signal] = await once(child, 'exit')
  const late = sleep(openPipesMs, 'late', { ref: false })
  if ((await Promise.race([closed, late])) === 'late') {
    await killTree(child)
    child.stdout?.destroy()
    child.stderr?.destroy()
    await closed
  }
  return code ?? 128 + constants.signals[signal as NodeJS.Signals]
}

async function cancel(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit').catch(() => undefined)
  for (const [signal, patience] of [
    ['SIGINT', afterInterruptMs],
    ['SIGTERM', afterTerminateMs],
  ] as const) {
    child.kill(signal)
    await Promise.race([exited, sleep(patience, undefined, { ref: false })])
    if (hasEnded(child)) return
  }
  await killTree(child)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** The group catches children whose parent is gone; the walk catches those that made a group of their own. */
async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return
  const descendants = await descendantsOf(child.pid)
  for (const target of [-child.pid, ...descendants]) kill(target)
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}

async function descendantsOf(root: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }))
  const parents = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = [root]
  // The list grows while it is walked: each child is asked for its own children.
  for (const parent of found) found.push(...parents.flatMap(([pid, ppid]) => (ppid === parent ? [pid!] : [])))
  return found
}
