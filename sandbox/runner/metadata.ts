import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Contexts } from './expressions.ts'
import { evaluate } from './expressions.ts'

/** The parts of an action.yml that decide how it runs. */
export interface Metadata {
  main: string
  inputs: Record<string, { default?: unknown; deprecationMessage?: string } | null>
  outputs: string[]
}

interface ActionFile {
  inputs?: Metadata['inputs'] | null
  outputs?: Record<string, unknown> | null
  runs?: { using?: string; main?: string }
}

export interface Inputs {
  values: Record<string, string>
  unknown: string[]
  deprecated: string[]
}

export async function readMetadata(actionDirectory: string): Promise<Metadata> {
  const text = await readFile(fileOf(actionDirectory), 'utf8')
  const { inputs, outputs, runs }: ActionFile = parse(text) ?? {}
  if (!/^node\d+$/.test(runs?.using ?? '')) throw new Error(`\`runs.using\` is \`${runs?.using}\`, not a node version.`)
  const main = join(actionDirectory, runs?.main ?? '')
  if (!runs?.main || !existsSync(main)) throw new Error(`The action's main file does not exist: ${main}.`)
  return { main, inputs: inputs ?? {}, outputs: Object.keys(outputs ?? {}) }
}

function fileOf(actionDirectory: string): string {
  const file = ['action.yml', 'action.yaml'].map((name) => join(actionDirectory, name)).find(existsSync)
  if (!file) throw new Error(`There is no action.yml in ${actionDirectory}.`)
  return file
}

/** A default counts only when the key is absent: an input given empty stays empty (actions/runner, ActionRunner.cs). */
export function inputsOf(metadata: Metadata, given: Record<string, string>, contexts: Contexts): Inputs {
  const names = new Map(Object.keys(metadata.inputs).map((name) => [name.toLowerCase(), name]))
  const present = new Set(Object.keys(given).map((name) => name.toLowerCase()))
  const absent = Object.entries(metadata.inputs).filter(([name]) => !present.has(name.toLowerCase()))
  const defaults = absent.map(([name, input]) => [name, defaultOf(input?.default, contexts)])
  return {
    values: { ...Object.fromEntries(defaults), ...given },
    unknown: Object.keys(given).filter((name) => !names.has(name.toLowerCase())),
    deprecated: Object.keys(given).flatMap((name) => {
      const message = metadata.inputs[names.get(name.toLowerCase()) ?? '']?.deprecationMessage
      return message ? [`\`${name}\`: ${message}`] : []
    }),
  }
}

function defaultOf(value: unknown, contexts: Contexts): string {
  return value === undefined || value === null ? '' : evaluate(String(value), contexts)
}

/** Upper case, spaces to `_`, nothing else changed (actions/runner, Handler.cs). */
export function inputVariables(values: Record<string, string>): Record<string, string> {
  const variables = Object.entries(values).map(([name, value]) => [inputVariable(name), value])
  return Object.fromEntries(variables)
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
