import type { Command } from 'commander'
import type { Option } from '../config/option.ts'
import { type OptionName, options } from '../config/options.ts'

/** The same flags as the action's inputs, from the same table. */
export function withOptions(command: Command, names: OptionName[]): Command {
  return withTable(command, Object.fromEntries(names.map((name) => [name, options[name] as Option])))
}

/** Flags from any table of options. */
export function withTable(command: Command, table: Record<string, Option>): Command {
  if (!command.options.some(({ long }) => long === '--verbose'))
    command.option('--verbose', 'say more on standard error')
  for (const [name, { value, help, default: byDefault, secret }] of Object.entries(table)) {
    const defaultText = byDefault && !secret ? ` (default: ${byDefault})` : ''
    const secretText = secret ? ` (default: the environment's ${secret})` : ''
    command.option(`--${name} <${value}>`, `${help}${defaultText}${secretText}`.replaceAll('`', ''))
  }
  return command.exitOverride()
}

/** Commander hands flags over in camel case; the tables have them with dashes. Switches are not among them. */
export function rawOf(flags: object): Record<string, string> {
  const named = Object.entries(flags).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ])
  return Object.fromEntries(named.filter(([, value]) => typeof value === 'string'))
}
