import type { Definition } from '../model/definition.ts'
import { messageOf, UserError } from '../model/errors.ts'
import type { Converter } from './converter.ts'
import { errorformatConverter } from './errorformat/index.ts'
import type { Exists } from './errorformat/scan.ts'
import { mappingExplainer } from './mapping/explain.ts'
import { mappingConverter } from './mapping/index.ts'
import { matcherConverter } from './matcher/index.ts'
import type { Report } from './report.ts'

interface Surroundings {
  /** What a tool is called that its report does not name. */
  toolName?: string
  /** Whether a text of a report is the name of a file that is there. */
  exists: Exists
}

/** The converter that a definition describes; throws `UserError` with every mistake and its place. */
export function converterFor(definition: Definition, around: Surroundings): Promise<Converter> {
  return explained(definition, () => made(definition, around))
}

/** What tells what a mapping finds in a report; throws `UserError` as above. */
export function explainerFor(definition: Extract<Definition, { by: 'mapping' }>): Promise<(report: Report) => string> {
  return explained(definition, () => mappingExplainer(definition.text))
}

async function explained<T>(definition: Definition, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    const where = definition.by === 'errorformat' ? '' : ` ${definition.file}:`
    const lines = messageOf(error).split('\n')
    throw new UserError(
      lines.map((line) => `\`${definition.by}\`:${where} ${line}`.replace(/[^.?]$/, '$&.')).join('\n'),
    )
  }
}

async function made(definition: Definition, { toolName, exists }: Surroundings): Promise<Converter> {
  if (definition.by === 'mapping') return mappingConverter(definition.text)
  if (definition.by === 'matcher') return matcherConverter(definition.text)
  return errorformatConverter(definition.formats, { toolName, exists })
}
