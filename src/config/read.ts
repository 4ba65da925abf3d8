import { messageOf, UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import type { Environment } from './build.ts'
import type { Option, Values } from './option.ts'
import { type OptionName, type Options, optionNames, options } from './options.ts'

export type Raw = Partial<Record<OptionName, string>>

const prefix = 'INPUT_'

/** GitHub's runner passes the input `fail-on` as INPUT_FAIL-ON, and inputs that nobody declared just the same. */
export function fromInputs(environment: Environment): Raw {
  const inputs = Object.entries(environment)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value = '']): [string, string] => [key.slice(prefix.length).toLowerCase(), value])
  const unknown = inputs.map(([name]) => name).filter((name) => !Object.hasOwn(options, name))
  if (unknown.length > 0) throw new UserError(unknown.map(unknownInput).join('\n'))
  return Object.fromEntries(inputs)
}

function unknownInput(name: string): string {
  return `There is no input \`${name}\`.${didYouMean(name, optionNames)}`
}

/** Secrets that were not given as flags, from the environment, where they do not show in the list of processes. */
export function secretsFrom(environment: Environment): Raw {
  return Object.fromEntries(
    optionNames.flatMap((name) => {
      const { secret } = options[name] as Option
      const value = secret && environment[secret]
      return value ? [[name, value]] : []
    }),
  )
}

/**
 * All options as values. What is empty counts as not given, and so does a list without items: `fail-on: ,` must not
 * switch the gate off. Every mistake is told at once, in one `UserError`.
 */
export function readOptions(raw: Raw): Options {
  return readTable(options, raw)
}

/** The same for a table of a command's own. */
export function readTable<Table extends Record<string, Option>>(
  table: Table,
  raw: { [Name in keyof Table]?: string },
): Values<Table> {
  const mistakes: string[] = []
  const read: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(table)) {
    const value = raw[name]?.trim()
    if (!value) continue
    try {
      const found = option.read(value)
      if (!Array.isArray(found) || found.length > 0) read[name] = found
    } catch (error) {
      mistakes.push(`\`${name}\`: ${shown(option, value)}${messageOf(error)}`.replace(/[^.?]$/, '$&.'))
    }
  }
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'))
  return read as Values<Table>
}

/** A wrong value is quoted, unless it may hold a secret (in an address, what stands before an @), or is too long to help. */
function shown({ secret, private: mayHoldSecrets }: Option, value: string): string {
  if (secret || mayHoldSecrets || value.length > 80 || value.includes('@')) return ''
  return `\`${value}\` will not do; `
}
