import { resolve } from 'node:path'
import type { ActionResult, ActionRun } from './action-run.ts'
import { environmentOf, githubContext, makePlaces } from './environment.ts'
import { readFileCommands } from './file-commands.ts'
import { jobOutputsOf } from './job-outputs.ts'
import { renderLog } from './log.ts'
import type { Inputs, Metadata } from './metadata.ts'
import { inputsOf, inputVariables, readMetadata } from './metadata.ts'
import type { Ended } from './process.ts'
import { launch } from './process.ts'
import type { Step } from './step.ts'
import { report, startStep, takeLine } from './step.ts'

export type { ActionResult, ActionRun, GitHubRun } from './action-run.ts'
export type { Annotation } from './annotations.ts'

const defaultTimeoutMs = 60_000

/** Runs the JavaScript action in this folder the way GitHub's runner runs one step, in a real child process. */
export async function runAction(actionDirectory: string, run: ActionRun): Promise<ActionResult> {
  const started = performance.now()
  const metadata = await readMetadata(resolve(actionDirectory))
  const { github, inputs } = prepare(metadata, run)
  const places = await makePlaces(run)
  const step = startStep({
    workspace: run.workspace,
    secrets: [github['token'] ?? '', ...(run.secrets ?? [])],
    showsDebug: run.env?.['RUNNER_DEBUG'] === '1',
  })
  warnAboutInputs(step, inputs, metadata)
  const ended = await launch({
    command: run.node ?? process.execPath,
    args: [metadata.main],
    cwd: run.workspace,
    env: environmentOf(run, places, inputVariables(inputs.values)),
    timeoutMs: run.timeoutMs ?? defaultTimeoutMs,
    signal: run.signal,
    onLine: (line) => takeLine(step, line),
  })
  if (ended.timedOut) report(step, 'error', 'The action was stopped: it ran out of time.')
  const files = await readFileCommands(places.commands, step)
  const outputs = { ...step.outputs, ...files.outputs }
  const jobOutputs = jobOutputsOf(outputs, step)
  return {
    ...ended,
    ...files,
    ...inTheEnd(step, ended),
    outputs,
    jobOutputs,
    state: { ...step.state, ...files.state },
    undeclaredOutputs: Object.keys(outputs).filter((name) => !metadata.outputs.includes(name)),
    unknownInputs: inputs.unknown,
    temp: places.temp,
    durationMs: performance.now() - started,
  }
}

function prepare(metadata: Metadata, run: ActionRun) {
  const github = githubContext(run)
  return { github, inputs: inputsOf(metadata, run.with ?? {}, { github, matrix: run.matrix ?? null }) }
}

function warnAboutInputs(step: Step, { unknown, deprecated }: Inputs, metadata: Metadata): void {
  const known = Object.keys(metadata.inputs).join(', ')
  if (unknown.length > 0) report(step, 'warning', `Not inputs of this action: ${unknown.join(', ')}; it has ${known}.`)
  for (const message of deprecated) report(step, 'warning', message)
}

function inTheEnd(step: Step, { exitCode, timedOut }: Ended) {
  return {
    conclusion: exitCode === 0 && !timedOut && !step.failed ? ('success' as const) : ('failure' as const),
    log: renderLog(step.log),
    annotations: step.annotations,
    droppedAnnotations: step.droppedAnnotations,
    masks: step.masks,
  }
}
