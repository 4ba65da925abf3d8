import type { GitHubAccess, ServerAccess } from '../clients/octokit.ts'
import { accessConfig, accessOptions, type ServerConfig, serverConfig } from '../config/access.ts'
import { detectBuild, type Environment } from '../config/build.ts'
import type { Options } from '../config/options.ts'
import { type Raw, readOptions, secretsFrom } from '../config/read.ts'
import { plainTextWarnings } from '../config/trust.ts'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Block } from '../model/sheet.ts'
import { jsonText } from '../render/json.ts'
import { rawOf } from './flags.ts'

/** Where a command asks, from its flags and the environment. From here on the token is masked. */
export function accessOf(flags: object, environment: Environment, host: Host): GitHubAccess {
  const options = optionsOf(flags, environment, host)
  return warned(accessConfig(options, detectBuild(environment)), host)
}

/** The same for what is not about one repository. */
export function serverOf(flags: object, environment: Environment, host: Host): ServerAccess {
  const options = optionsOf(flags, environment, host)
  return warned(serverConfig(options, detectBuild(environment)), host)
}

function warned<Access extends ServerConfig>(access: Access, { log }: Host): Access & Pick<Host, 'log'> {
  for (const warning of plainTextWarnings({ 'github-api-url': access.apiUrl })) log.warn(warning)
  return { ...access, log }
}

function optionsOf(flags: object, environment: Environment, host: Host): Options {
  const given = Object.entries({ ...secretsFrom(environment), ...rawOf(flags) })
  // The commands have flags of their own, such as --ref, under names that mean something else in the table.
  const raw: Raw = Object.fromEntries(given.filter(([name]) => (accessOptions as string[]).includes(name)))
  host.mask([raw['github-token']])
  return readOptions(raw)
}

/** Numbers of alerts and analyses count from 1. */
export function numberOf(text: string, what: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new UserError(`\`${text}\` is no ${what}: write a whole number above 0, as \`list\` shows it.`)
}

/** The result of a command goes to standard output, as text that is safe to print. */
export function print(text: Block, host: Host): Promise<void> {
  return host.publish({ annotations: [], outputs: {}, table: [text] })
}

export function printJson(value: unknown, host: Host): Promise<void> {
  return print(jsonText(value), host)
}
