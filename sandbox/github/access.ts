import type { Operation } from '../contract.ts'
import type { Answer, Incoming } from '../http.ts'
import { failure } from './call.ts'

/** Who may do what, and whether the repository takes part in code scanning at all. */
export interface Doors {
  owner: string
  repo: string
  /** What the owner, an organisation, is a part of. */
  enterprise: string
  token: string
  permission: 'write' | 'read' | 'none'
  /** The same for the conversation of pull requests, which is no part of code scanning. */
  commenting: 'write' | 'read' | 'none'
  visibility: 'public' | 'private'
  codeSecurity: boolean
  archived: boolean
  /** The version of an Enterprise Server. */
  version: string | undefined
}

/** Why a request stays outside, in the server's order: token, repository, permission, archive, feature. */
export function denial(doors: Doors, request: Incoming, operation: Operation | undefined): Answer | undefined {
  const stranger = wrongToken(doors, request)
  const isAboutRepository = !operation || operation.params['owner'] !== undefined
  if (stranger) return stranger
  if (!isAboutRepository) return wrongOwner(doors, operation)
  const outside = wrongRepository(doors, operation)
  // What the repository is and holds may be read by every token that sees it.
  if (outside || readByAll.has(operation?.id ?? '')) return outside
  if (operation?.id.startsWith('issues/'))
    return wrongPermission({ ...doors, permission: doors.commenting }, request, operation)
  return wrongPermission(doors, request, operation) ?? featureOff(doors, operation)
}

const readByAll = new Set(['repos/get', 'repos/get-content', 'pulls/list-files'])

function wrongToken({ token }: Doors, { headers }: Incoming): Answer | undefined {
  const given = headers['authorization']
  if (given === undefined) return failure(401, 'Requires authentication')
  const [, word] = /^(?:token|bearer)\s+(\S+)$/i.exec(given) ?? []
  return word === token ? undefined : failure(401, 'Bad credentials')
}

/** A repository the token may not see looks like one that is not there. */
function wrongRepository({ owner, repo }: Doors, operation: Operation | undefined): Answer | undefined {
  const wanted = `${operation?.params['owner']}/${operation?.params['repo']}`.toLowerCase()
  return wanted === `${owner}/${repo}`.toLowerCase() ? undefined : failure(404, 'Not Found', operation?.docs)
}

/** The lists of organisations and enterprises are for people: a `ghs_` token, as a job has it, sees one repository. */
function wrongOwner({ owner, enterprise, token }: Doors, { params, docs }: Operation): Answer | undefined {
  const isWrong = (name: string | undefined, ours: string) => name !== undefined && name.toLowerCase() !== ours
  if (isWrong(params['org'], owner.toLowerCase()) || isWrong(params['enterprise'], enterprise.toLowerCase()))
    return failure(404, 'Not Found', docs)
  const isList = params['org'] !== undefined || params['enterprise'] !== undefined
  return isList && token.startsWith('ghs_') ? failure(403, 'Resource not accessible by integration', docs) : undefined
}

function wrongPermission({ permission, archived }: Doors, { method }: Incoming, operation: Operation | undefined) {
  const isWrite = method !== 'GET'
  if (permission === 'none' || (isWrite && permission === 'read')) {
    return failure(403, 'Resource not accessible by integration', operation?.docs)
  }
  return isWrite && archived ? failure(403, 'Repository was archived so is read-only.', operation?.docs) : undefined
}

/** Public repositories need no licence, only the switch; an Enterprise Server still sells the feature by its old name. */
function featureOff({ codeSecurity, visibility, version }: Doors, operation: Operation | undefined) {
  if (codeSecurity) return undefined
  const product = version ? 'Advanced Security' : 'Code Security'
  const texts = {
    private: `${product} must be enabled for this repository to use code scanning.`,
    public: 'Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
  }
  return failure(403, texts[visibility], operation?.docs)
}
