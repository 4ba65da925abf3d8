import type { Annotation, Level } from './annotations.ts'
import { annotationOf, maxAnnotationsPerLevel } from './annotations.ts'
import type { Command } from './commands.ts'
import { parseCommand } from './commands.ts'
import type { LogEntry } from './log.ts'
import { hideInLines, linesOf } from './masks.ts'

/** What the runner knows about a step while it reads the step's output. */
export interface Step {
  workspace: string
  /** Debug lines are shown only when the run asks for them. */
  showsDebug: boolean
  echoes: boolean
  known: Set<string>
  stopToken?: string
  secrets: string[]
  masks: string[]
  log: LogEntry[]
  annotations: Annotation[]
  droppedAnnotations: number
  outputs: Record<string, string>
  state: Record<string, string>
  failed: boolean
}

type Handler = (step: Step, command: Command) => void

const handlers: Record<string, Handler> = {
  'add-mask': addMask,
  error: (step, { data, properties }) => report(step, 'error', data, properties),
  warning: (step, { data, properties }) => report(step, 'warning', data, properties),
  notice: (step, { data, properties }) => report(step, 'notice', data, properties),
  debug: (step, { data }) => debug(step, data),
  group: (step, { data }) => say(step, data, 'group'),
  endgroup: (step) => step.log.push({ kind: 'endgroup' }),
  echo: setEcho,
  'set-output': (step, command) => set(step.outputs, command),
  'save-state': (step, command) => set(step.state, command),
  'set-env': refuse,
  'add-path': refuse,
  // Problem matchers are known, so they vanish from the log, but they are not applied here.
  'add-matcher': () => {},
  'remove-matcher': () => {},
}
const neverEchoed = new Set(['add-mask', 'error', 'warning', 'notice', 'debug'])

export function startStep({
  workspace,
  secrets,
  showsDebug,
}: Pick<Step, 'workspace' | 'secrets' | 'showsDebug'>): Step {
  return {
    workspace,
    showsDebug,
    echoes: false,
    known: new Set(['stop-commands', ...Object.keys(handlers)]),
    secrets: secrets.flatMap(linesOf),
    masks: [],
    log: [],
    annotations: [],
    droppedAnnotations: 0,
    outputs: {},
    state: {},
    failed: false,
  }
}

/** Reads one line of the step's output, from either stream. */
export function takeLine(step: Step, line: string): void {
  const command = parseCommand(line, step.known)
  if (!command || !execute(step, command, line)) say(step, line)
}

/** Writes an error, warning or notice to the log, and keeps it as an annotation while there is room. */
export function report(step: Step, level: Level, message: string, properties: Record<string, string> = {}): void {
  const shown = hideInLines(message, step.secrets)
  step.log.push({ kind: level, text: shown })
  if (step.annotations.filter((annotation) => annotation.level === level).length >= maxAnnotationsPerLevel) {
    step.droppedAnnotations++
    return
  }
  const hidden = Object.entries(properties).map(([key, value]) => [key, hideInLines(value, step.secrets)])
  step.annotations.push(annotationOf(level, shown, Object.fromEntries(hidden), step.workspace))
}

/** A command or a command file the runner could not process: it says so, and the step fails. */
export function fail(step: Step, what: string, error: unknown): void {
  report(step, 'error', `The runner could not process ${what}.`)
  report(step, 'error', error instanceof Error ? error.message : String(error))
  step.failed = true
}

function execute(step: Step, command: Command, line: string): boolean {
  if (step.stopToken !== undefined) return resume(step, command, line)
  if (command.name === 'stop-commands') stop(step, command.data, line)
  else handle(step, command, line)
  return true
}

function handle(step: Step, command: Command, line: string): void {
  const quiet = neverEchoed.has(command.name)
  if (step.echoes && !quiet) say(step, line)
  try {
    handlers[command.name]?.(step, command)
  } catch (error) {
    fail(step, `the command \`${quiet ? command.name : line}\``, error)
  }
}

function stop(step: Step, token: string, line: string): void {
  const name = token.toLowerCase()
  if (name === '' || name === 'pause-logging' || step.known.has(name)) {
    fail(step, 'the command `stop-commands`', 'Its token must be a word of its own.')
    return
  }
  step.stopToken = name
  step.known.add(name)
  if (token.length > 6) step.secrets.push(token) // actions/runner, ActionCommandManager.cs
  say(step, line)
}

/** While commands are stopped, only the token is one. */
function resume(step: Step, command: Command, line: string): boolean {
  if (command.name !== step.stopToken) return false
  say(step, line)
  step.known.delete(step.stopToken)
  step.stopToken = undefined
  return true
}

function addMask(step: Step, { data }: Command): void {
  if (data.trim() === '') {
    report(step, 'warning', 'There is nothing to hide in an empty `add-mask`.')
    return
  }
  step.masks.push(data)
  step.secrets.push(...linesOf(data))
}

function setEcho(step: Step, { data }: Command): void {
  const value = data.trim().toLowerCase()
  if (value !== 'on' && value !== 'off') throw new Error(`\`echo\` is \`on\` or \`off\`, not \`${data}\`.`)
  step.echoes = value === 'on'
}

function set(target: Record<string, string>, { name, properties, data }: Command): void {
  if (!properties.name) throw new Error(`\`${name}\` needs a \`name\`.`)
  target[properties.name] = data
}

function refuse(_step: Step, { name }: Command): void {
  throw new Error(`\`${name}\` is switched off, because any line of output could use it; write to a command file.`)
}

function debug(step: Step, text: string): void {
  if (step.showsDebug) say(step, text, 'debug')
}

function say(step: Step, text: string, kind: 'text' | 'debug' | 'group' = 'text'): void {
  step.log.push({ kind, text: hideInLines(text, step.secrets) })
}
