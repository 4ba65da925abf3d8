import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Command, type Execution, type Host, longestReport } from '../model/host.ts'

const isWindows = process.platform === 'win32'
const running = new Set<ChildProcess>()

const keptOfStderr = 64 * 1024
/** How long a program may take to go after it was asked to, and to let go of its pipes after it went. */
const graceMs = 3000

/** Runs a program, never through a shell, as the head of a process group of its own, so that all of it can be ended. */
export async function execute(command: Command): Promise<Execution> {
  try {
    return await watch(start(command), command)
  } catch (error) {
    // Node throws some of the system's refusals (a file without `#!`, too many arguments) and reports others.
    return notStarted(error as NodeJS.ErrnoException)
  }
}

function start({ words: [program = '', ...args], cwd }: Command): ChildProcess {
  return spawn(program, args, {
    cwd,
    env: withoutInputs(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    windowsHide: true,
  })
}

/** The system's reason goes where a program would have put its own. */
function notStarted(error: NodeJS.ErrnoException): Execution {
  if (error.code === undefined) throw error
  return { missing: true, timedOut: false, overflow: false, stdout: new Uint8Array(), stderr: error.message }
}

async function watch(child: ChildProcess, { timeoutMs, reportsOnStderr }: Command): Promise<Execution> {
  running.add(child)
  const output = gather(child, reportsOnStderr === true)
  let ending: Promise<void> | undefined
  const alarm = setTimeout(() => {
    ending = endTree(child)
  }, timeoutMs)
  try {
    const end = await ended(child)
    // The head may be gone while its tree still resists.
    await ending
    return { ...end, timedOut: ending !== undefined, ...output() }
  } finally {
    clearTimeout(alarm)
    running.delete(child)
  }
}

/** The inputs of the action hold the tokens; a scanner has no business with them. */
function withoutInputs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT_|ZADIG_TOKEN$)/i.test(name)))
}

function gather(
  child: ChildProcess,
  reportsOnStderr: boolean,
): () => Pick<Execution, 'stdout' | 'stderr' | 'wholeStderr' | 'overflow'> {
  const stdout = keeper()
  const whole = keeper()
  let stderr = Buffer.alloc(0)
  child.stdout?.on('data', stdout.add)
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-keptOfStderr)
    if (reportsOnStderr) whole.add(chunk)
  })
  return () => ({
    stdout: stdout.bytes(),
    stderr: stderr.toString('utf8'),
    wholeStderr: reportsOnStderr ? whole.bytes() : undefined,
    overflow: stdout.overflows() || whole.overflows(),
  })
}

/** Keeps what a stream yields, as long as it can be read as one report. */
function keeper() {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add(chunk: Buffer) {
      length += chunk.length
      if (length <= longestReport) chunks.push(chunk)
    },
    bytes: () => Buffer.concat(chunks),
    overflows: () => length > longestReport,
  }
}

/** Waits for the end and for the pipes; a daemon that keeps a pipe open does not keep us. */
function ended(child: ChildProcess): Promise<Pick<Execution, 'exitCode' | 'signal' | 'missing'>> {
  return new Promise((resolve, reject) => {
    const done = (code: number | null, signal: string | null) =>
      resolve({ exitCode: code ?? undefined, signal: signal ?? undefined, missing: false })
    child.on('error', reject)
    child.on('close', done)
    child.on('exit', (code, signal) => {
      setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
        done(code, signal)
      }, graceMs).unref()
    })
  })
}

/** Asks the whole tree to go, and after a moment makes it go: what is left when this ends is not ours. */
async function endTree(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  if (isWindows) {
    await promisify(execFile)('taskkill', ['/pid', String(pid), '/T', '/F']).catch(() => undefined)
    return
  }
  const tree = await descendantsOf(pid)
  signalAll(pid, tree, 'SIGTERM')
  for (let waitedMs = 0; waitedMs < graceMs / 2 && signalAll(pid, tree, 0); waitedMs += 50) await sleep(50)
  signalAll(pid, tree, 'SIGKILL')
}

/** Whether there was anybody left to get the signal; 0 only asks. */
function signalAll(group: number, pids: number[], signal: NodeJS.Signals | 0): boolean {
  return [-group, ...pids].filter((target) => signalled(target, signal)).length > 0
}

function signalled(target: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(target, signal)
  } catch {
    // Gone already.
    return false
  }
}

/** Also finds what has left the process group. Without `ps` the group has to do. */
async function descendantsOf(pid: number): Promise<number[]> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
    const pairs = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const childrenOf = (parent: number): number[] =>
      pairs.filter(([, owner]) => owner === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)])
    return childrenOf(pid)
  } catch {
    return []
  }
}

/** Ends everything that still runs; for when we are told to stop ourselves. */
export async function endPrograms(): Promise<void> {
  await Promise.all([...running].map(endTree))
}

/** Short questions go through the toolkit, which finds programs on every platform; it is loaded only when asked. */
export const ask: Host['ask'] = async ([program = '', ...args], cwd) => {
  try {
    const { getExecOutput } = await import('@actions/exec')
    const { exitCode, stdout } = await getExecOutput(program, args, { cwd, silent: true, ignoreReturnCode: true })
    return exitCode === 0 ? stdout.trim() || undefined : undefined
  } catch {
    // Not installed: there is no answer.
    return undefined
  }
}
