import { messageOf, UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import { type Option, type OptionName, type Options, optionNames, options } from './options.ts'

type Environment = Record<string, string | undefined>
export type Raw = Partial<Record<OptionName, string>>

const prefix = 'INPUT_'

/** GitHub's runner passes the input `fail-on` as INPUT_FAIL-ON, and inputs that nobody declared just the same. */
export function fromInputs(environment: Environment): Raw {
  const names = Object.keys(environment)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).toLowerCase())
  const unknown = names.filter((name) => !(name in options))
  if (unknown.length > 0) throw new UserError(unknown.map(unknownInput).join('\n'))
  return Object.fromEntries(names.map((name) => [name, environment[`${prefix}${name.toUpperCase()}`] ?? '']))
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

/** All options as values. What is empty counts as not given; every mistake is told at once, in one `UserError`. */
export function readOptions(raw: Raw): Options {
  const mistakes: string[] = []
  const read: Record<string, unknown> = {}
  for (const name of optionNames) {
    const value = raw[name]?.trim()
    if (!value) continue
    try {
      read[name] = options[name].read(value)
    } catch (error) {
      mistakes.push(`\`${name}\`: ${shown(name, value)}${messageOf(error)}`.replace(/[^.?]$/, '$&.'))
    }
  }
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'))
  return read as Options
}

/** A wrong value is quoted, unless it is a secret or too long to help. */
function shown(name: OptionName, value: string): string {
  const { secret } = options[name] as Option
  return secret || value.length > 80 ? '' : `\`${value}\` will not do; `
}
