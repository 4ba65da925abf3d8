import { messageOf, ServiceError } from '../model/errors.ts'

export interface ZadigAccess {
  /** Without a slash at the end. */
  url: string
  token: string
  /** Project key. */
  project: string
  /** Name of the code scan. */
  scan: string
}

export interface Answer {
  status: number
  body: string
}

/** Nothing was sent when the connection never came about. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_CHAR|CERT|SSL|self.signed/i

/**
 * A sentence for what Zadig answered, or for a lost connection. Zadig has no 404, often sends no body, and answers 400
 * to a request that it has carried out, so each status gets the meaning that its source gives it.
 */
export function explainZadig(thrown: unknown, access: ZadigAccess, starting: boolean): ServiceError {
  if (thrown instanceof ServiceError) return thrown
  if (!isAnswer(thrown)) return lost(thrown, access, starting)
  const { status } = thrown
  const Kind = starting && isUnknownScan(thrown) ? UnknownScan : ServiceError
  return new Kind(`Zadig answered ${status}. ${meaningOf(thrown, access, starting)}`, statusToRetry(thrown))
}

/** Zadig looked for the scan before anything else, and there is none: nothing was started. */
export class UnknownScan extends ServiceError {
  override name = 'UnknownScan'
}

/** "no documents" is Zadig's way of saying 404: asking again cannot help, though its status is 500. */
function statusToRetry(answer: Answer): number {
  return isNoDocuments(answer) ? 404 : answer.status
}

export function mayHaveStarted({ project, scan, url }: ZadigAccess): string {
  return `The scan may have started all the same; codescan-gate does not send it twice. Look at scan \`${scan}\` of project \`${project}\` on ${url} before you run the job again.`
}

function isAnswer(thrown: unknown): thrown is Answer {
  return typeof (thrown as Answer)?.status === 'number' && typeof (thrown as Answer)?.body === 'string'
}

function isNoDocuments({ status, body }: Answer): boolean {
  return status === 500 && body.includes('no documents in result')
}

/** To the letter: the same words stand within the description of other troubles. */
function isUnknownScan({ status, body }: Answer): boolean {
  try {
    const { description } = JSON.parse(body) as { description?: unknown }
    return status === 500 && description === 'mongo: no documents in result'
  } catch {
    return false
  }
}

function lost(thrown: unknown, access: ZadigAccess, starting: boolean): ServiceError {
  const code = (thrown as { code?: string }).code ?? ''
  // A host with several addresses fails with an error that has a code and no words.
  const message = (thrown as Partial<Error>).message || code || messageOf(thrown)
  if (!starting || neverSent.test(`${code} ${message}`))
    return new ServiceError(
      `Zadig (${access.url}) could not be reached: ${message}. Check \`zadig-url\` and the network.`,
      undefined,
      { cause: thrown },
    )
  return new ServiceError(`The connection to Zadig was lost: ${message}. ${mayHaveStarted(access)}`, undefined, {
    cause: thrown,
  })
}

function meaningOf(answer: Answer, access: ZadigAccess, starting: boolean): string {
  const { status, body } = answer
  const { project, scan } = access
  const before = meaningBefore(answer)
  if (before) return before
  if (status === 403)
    return `The user of \`zadig-token\` may not run scans in project \`${project}\`, or there is no such project. Check \`zadig-project\`, or have the role "run scan" given.`
  if (isNoDocuments(answer))
    return `It knows no scan \`${scan}\` in project \`${project}\`${starting ? '' : ', or no such task'}. Check \`zadig-project\` and \`zadig-scan\`.`
  if (status === 400 && body.includes('find basic image'))
    return `${descriptionOf(body)} The scan's image is not known to Zadig. Choose another one for the scan in Zadig's console.`
  if (status === 400 && body === '' && starting) return mayHaveStarted(access)
  const isOpen = starting && (status >= 500 || status < 300)
  return `${descriptionOf(body)}${isOpen ? ` ${mayHaveStarted(access)}` : ''}`
}

/** What the answer means when it comes from the gateway, or from something else than Zadig, whatever was asked. */
export function meaningBefore({ status, body }: Answer): string | undefined {
  if (status === 401)
    return 'The token is not valid. Check `zadig-token`; since Zadig 4.3 an administrator must also allow API tokens for a user who is none.'
  if (status === 403 && body.includes('mfa_'))
    return 'The user of `zadig-token` has to pass multi-factor authentication first; use the token of a service user.'
  if (status === 404 || status === 405 || (status >= 300 && status < 400))
    return "The address does not lead to Zadig's API. Check `zadig-url`: the server's own address, without `/api` or `/openapi`."
  return undefined
}

/** Zadig's own words, from either of its two envelopes, short and on one line; other bodies are not shown. */
export function descriptionOf(body: string): string {
  try {
    const { description, message } = JSON.parse(body) as { description?: unknown; message?: unknown }
    const words = [message, description].filter((word) => typeof word === 'string' && word !== '').join(' ')
    return words ? `It says: ${wordsOf(words)}.` : 'It gives no reason.'
  } catch {
    return 'It gives no reason.'
  }
}

/** Text of the server as it may be quoted: short, on one line, and without the tokens that it puts into addresses. */
export function wordsOf(text: unknown): string {
  if (typeof text !== 'string') return ''
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/:\/\/[^/\s]+@/g, '://***@')
    // An address that the server has cut off before its @.
    .replace(/\b(x-access-token|oauth2):[^\s@]+/gi, '$1:***')
  return line.trim().slice(0, 300)
}
