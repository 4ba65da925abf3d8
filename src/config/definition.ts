import { open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Definition, longestDefinition } from '../model/definition.ts'
import { messageOf, UserError } from '../model/errors.ts'
import type { Options } from './options.ts'

const ways = ['format', 'matcher', 'errorformat', 'mapping'] as const

/**
 * How the user describes reports that no format of ours fits, if he does; throws `UserError` for a file that cannot be
 * read, and for options that contradict each other.
 */
export async function definitionFrom(options: Options, cwd: string): Promise<Definition | undefined> {
  const given = ways.filter((way) => options[way] !== undefined)
  if (given.length > 1)
    throw new UserError(
      `${given.map((way) => `\`${way}\``).join(' and ')} each say how a report is read: give one of them.`,
    )
  const { matcher, errorformat, mapping } = options
  if (errorformat) return { by: 'errorformat', formats: errorformat }
  if (matcher !== undefined) return { by: 'matcher', file: matcher, text: await textOf('matcher', matcher, cwd) }
  return mapping === undefined
    ? undefined
    : { by: 'mapping', file: mapping, text: await textOf('mapping', mapping, cwd) }
}

/** Refuses a definition that no report would be read by: presets know the format of their own reports. */
export function checkUse({ by }: Definition, { command, report = [], scanner = [] }: Options): void {
  if (command || report.length > 0) return
  throw new UserError(
    scanner.length > 0
      ? `\`${by}\` says how a report is read, but \`scanner\` knows the format of its own: give \`command\` in its place, or \`report\` beside it.`
      : `\`${by}\` says how a report is read, and there is none: give \`command\` or \`report\`.`,
  )
}

/** Only a regular file that is not too long: a FIFO or a device would be waited for without end. */
async function textOf(option: string, file: string, cwd: string): Promise<string> {
  const path = resolve(cwd, file)
  const fail = (why: string) => new UserError(`\`${option}\`: ${file}: ${why}`)
  const status = await stat(path).catch(() => undefined)
  if (!status) throw fail('There is no such file, or it may not be read. Give its path from the folder you start in.')
  if (!status.isFile()) throw fail('This is no regular file. Give the path of one.')
  if (status.size > longestDefinition)
    throw fail(`The file has ${status.size} bytes, more than the ${longestDefinition} that a definition may have.`)
  const handle = await open(path).catch((error) => {
    throw fail(`It cannot be read: ${messageOf(error)}. Give a file that can be.`)
  })
  try {
    return (await handle.readFile('utf8')).replace(/^\ufeff/, '')
  } finally {
    await handle.close()
  }
}
