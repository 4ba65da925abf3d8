import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { messageOf, UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import type { Options } from './options.ts'
import { type Breach, breachesOf } from './schema.ts'
import { definitionSchema, realNames } from './zadig-definition-schema.ts'

/** The body of Zadig's create call; it has passed the schema. */
export interface ZadigDefinition {
  project_key: string
  name: string
  repo_info: { codehost_name: string; repo_namespace: string; repo_name: string; branch: string }[]
  [field: string]: unknown
}

const mostTold = 10

/** Reads a definition; throws `UserError` with the file, the pointer, the rule and what to write instead. */
export async function readDefinition(file: string, options: Options, cwd: string): Promise<ZadigDefinition> {
  const found = await parsed(await textOf(resolve(cwd, file), file), file)
  const named = withNames(found, options, file)
  const breaches = breachesOf(definitionSchema, named)
  if (breaches.length > 0) throw new UserError(told(breaches, file))
  // The API page calls both required; the server fills them in the same way.
  return { addons: [], enable_quality_gate: false, ...(named as unknown as ZadigDefinition) }
}

/**
 * The options with what the definition says: project and name of the scan, and its first repository where the build
 * knows none. With `zadig: off` the file is not even looked at.
 */
export async function withDefinition(
  options: Options,
  repository: string | undefined,
  cwd: string,
): Promise<{ options: Options; definition?: ZadigDefinition }> {
  const file = options['zadig-definition']
  if (file === undefined || options.zadig === 'off') return { options }
  const definition = await readDefinition(file, options, cwd)
  const [{ repo_namespace: owner, repo_name: name } = { repo_namespace: '', repo_name: '' }] = definition.repo_info
  const first = `${owner}/${name}`
  const wanted = options['zadig-repo'] ?? repository ?? first
  if (wanted !== first)
    throw new UserError(
      `${file}: /repo_info/0 is ${first}, but the scan is for ${wanted}, and Zadig scans the first repository only. Put ${wanted} first, spelled exactly so, or give \`zadig-repo\`.`,
    )
  const names = { 'zadig-project': definition.project_key, 'zadig-scan': definition.name, 'zadig-repo': wanted }
  return { options: { ...options, ...names }, definition }
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'There is no such file' : `The file cannot be read (${code ?? messageOf(error)})`
    throw new UserError(`\`zadig-definition\`: ${file}: ${why}. Give the path of the definition of a scan.`)
  }
}

/** JSON is read as JSON: YAML is stricter than JSON about tabs. */
async function parsed(text: string, file: string): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return JSON.parse(text)
    const { parse } = await import('yaml')
    return parse(text, { prettyErrors: true })
  } catch (error) {
    const kind = file.endsWith('.json') ? 'JSON' : 'YAML'
    // The first line says what and where; what follows quotes the file, which may hold secrets.
    const [what = ''] = messageOf(error).split('\n')
    throw new UserError(`${file} is not ${kind}: ${what.replace(/:$/, '')}. Mend it there.`)
  }
}

/** Project and name may be said on either side; said on both, they have to agree. */
function withNames(found: unknown, options: Options, file: string): unknown {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return found
  const given = found as Record<string, unknown>
  const names = { project_key: 'zadig-project', name: 'zadig-scan' } as const
  const named: Record<string, unknown> = { ...given }
  for (const [field, option] of Object.entries(names)) {
    const value = options[option as 'zadig-project' | 'zadig-scan']
    const own = given[field]
    if (own === undefined && value === undefined)
      throw new UserError(`${file}: /${field} is missing. Write it there, or give \`${option}\`.`)
    if (typeof own === 'string' && value !== undefined && own !== value)
      throw new UserError(
        `${file}: /${field} is \`${own}\`, but \`${option}\` is \`${value}\`. Give one of them, or make them agree.`,
      )
    named[field] = own ?? value
  }
  return named
}

function told(breaches: Breach[], file: string): string {
  const lines = breaches
    .slice(0, mostTold)
    .map((breach) => `${file}: ${breach.pointer || 'the whole'} ${endOf(breach)}`)
  const more = breaches.length - lines.length
  return [...lines, ...(more > 0 ? [`${file}: and ${more} more of that kind.`] : [])].join('\n')
}

function endOf({ rule, wanted, unknown }: Breach): string {
  if (!unknown) return `${rule}${wanted ? `: ${wanted}` : ''}.`
  const { key, known } = unknown
  const real = realNames[key]
  if (real !== undefined && known.includes(real)) return `is not read by Zadig's server: write \`${real}\`.`
  return `${rule}, and Zadig's server would ignore it.${didYouMean(key, known) || ` The fields are ${known.join(', ')}.`}`
}
