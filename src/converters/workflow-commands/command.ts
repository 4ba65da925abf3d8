import { linesOf } from '../read/lines.ts'

/** A line that the GitHub runner takes for a command. */
export interface Command {
  name: string
  properties: Record<string, string>
  data: string
}

/**
 * The commands of a job's output, read as the runner reads it (actions/runner, `ActionCommand.TryParseV2`), but for
 * `stop-commands`: who can get one line into the output must not be able to silence all that follow.
 */
export function* commandsIn(text: string): Generator<Command> {
  for (const line of linesOf(text)) {
    const command = commandOf(line.trimStart())
    if (command) yield command
  }
}

function commandOf(line: string): Command | undefined {
  const end = line.startsWith('::') ? line.indexOf('::', 2) : -1
  if (end === -1) return undefined
  const head = line.slice(2, end)
  const space = head.indexOf(' ')
  const name = space === -1 ? head : head.slice(0, space)
  const properties = space === -1 ? {} : propertiesOf(head.slice(space + 1))
  return { name, properties, data: unescaped(line.slice(end + 2)) }
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.trim())
  const found = pairs
    .filter((pair) => pair.includes('='))
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=')
      return [pair.slice(0, equals).toLowerCase(), unescaped(pair.slice(equals + 1))]
    })
  return Object.fromEntries(found)
}

const escapes: Record<string, string> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' }

/** In data, the runner leaves `%3A` and `%2C` alone, but writers escape one way only, and nobody means these. */
function unescaped(text: string): string {
  return text.replace(/%(0D|0A|3A|2C|25)/gi, (_escape, code: string) => escapes[code.toUpperCase()]!)
}
