import { UserError } from '../model/errors.ts'
import type { OptionName, Options } from './options.ts'
import { zadigOptions } from './zadig-options.ts'

/** What names a scan, for the commands that start none. */
export const zadigScanOptions: OptionName[] = ['zadig-url', 'zadig-token', 'zadig-project', 'zadig-scan']

/** All that a scan may be told, and what tells the branch where nobody says it. */
export const zadigRunOptions: OptionName[] = [
  ...(Object.keys(zadigOptions) as (keyof typeof zadigOptions)[]).filter((name) => name !== 'zadig'),
  'repository',
  'ref',
  'sha',
  'checkout-path',
]

/** The options with all of these given; throws `UserError` with those that are missing. */
export function needed<Name extends OptionName>(
  options: Options,
  ...names: Name[]
): Options & { [Each in Name]-?: NonNullable<Options[Each]> } {
  const missing = names.filter((name) => options[name] === undefined)
  if (missing.length === 0) return options as ReturnType<typeof needed<Name>>
  const env = missing.includes('zadig-token' as Name) ? ' The token comes from ZADIG_TOKEN.' : ''
  throw new UserError(`This needs ${missing.map((name) => `\`--${name}\``).join(' and ')}.${env}`)
}
