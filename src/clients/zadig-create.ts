import { messageOf, ServiceError } from '../model/errors.ts'
import { type Answer, descriptionOf, meaningBefore, type ZadigAccess } from './zadig-errors.ts'
import { ask, connect } from './zadig-http.ts'

/** HERR:516 of Zadig: the scan could not be stored. It is the database's word that tells why. */
const notStored = 6535

/** Which field of the definition a sentence of the server is about. */
const fields: [RegExp, string][] = [
  [/find cluster of name/, '`/advanced_settings/cluster_name` has to be a cluster that Zadig knows'],
  [/sonar integration/, "`/sonar_system` has to be a SonarQube integration's identity, among the first 20"],
  [/user repository input/, '`/repo_info/…/codehost_name` has to be the alias of a code host of the whole system'],
  [/find codehost with name/, '`/advanced_settings/webhooks/hook_list/…/codehost_name` has to be such an alias, too'],
]

/**
 * Zadig's create call, with a definition that has passed the schema. It may be repeated: a scan of that name is there
 * once. Throws `ServiceError` with a sentence for the user.
 */
export async function createScan(access: ZadigAccess, definition: object): Promise<'created' | 'exists'> {
  const client = await connect(access)
  const url = `${access.url}/openapi/quality/codescan`
  let answer: Answer
  try {
    answer = await ask(client, { verb: 'POST', url, body: definition })
  } catch (cause) {
    // A host with several addresses fails with an error that has a code and no words.
    const why = messageOf(cause) || (cause as { code?: string }).code
    throw new ServiceError(
      `Zadig (${access.url}) was asked to create scan \`${access.scan}\`, and no answer came: ${why}. Check \`zadig-url\` and the network, and run this again: a scan that is there is left as it is.`,
      undefined,
      { cause },
    )
  }
  const { code, description } = jsonOf(answer)
  if (answer.status === 200 && code === undefined && isJson(answer)) return 'created'
  if (answer.status === 400 && code === notStored && String(description).includes('duplicate key')) return 'exists'
  const question = `Zadig answered ${answer.status} to the creation of scan \`${access.scan}\`.`
  throw new ServiceError(`${question} ${meaningOf(answer, access)}`, answer.status)
}

function meaningOf(answer: Answer, access: ZadigAccess): string {
  const { status, body } = answer
  const before = meaningBefore(answer)
  if (before) return before
  if (status === 403)
    return `The user of \`zadig-token\` may not create scans in project \`${access.project}\`, or there is no such project. Check the project, or have the role "create scan" given.`
  if (status === 500 && body === '')
    return `Zadig 4.2.0 and later answer so, and store nothing: they cannot create a scan by API. Create it in Zadig's console, in project \`${access.project}\` under this name, with the repository as its first one; then run this again.`
  if (status === 400 && body === '')
    return 'It could not read the definition, and may have stored a part of it. Look at the scan in Zadig, and please report this.'
  if (status === 200) return 'It is not JSON. Check that `zadig-url` is the Zadig server itself.'
  const words = descriptionOf(body)
  const field = fields.find(([pattern]) => pattern.test(words))?.[1]
  return field ? `${words} In the definition, ${field}.` : `${words} Check the definition.`
}

function isJson({ body }: Answer): boolean {
  return /^\s*\{/.test(body)
}

function jsonOf({ body }: Answer): { code?: unknown; description?: unknown } {
  try {
    return (JSON.parse(body) ?? {}) as object
  } catch {
    return {}
  }
}
