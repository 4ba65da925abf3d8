import type { Answer } from '../http.ts'
import { type Call, failure, page } from './call.ts'
import type { ChangedFile } from './state.ts'

/** What GitHub lists of a pull request at most (docs.github.com, "List pull requests files"). */
const mostFiles = 3000

/** The files that a pull request changes since it left its base. GitHub leaves the patch of large and binary files out. */
export function listFiles({ repository, operation, request, api, web }: Call): Answer {
  const files = repository.pulls[Number(operation.params['pull_number'])]
  if (!files) return failure(404, 'Not Found', operation.docs)
  return page(files.slice(0, mostFiles), request, ({ additions, deletions = 0, ...file }: ChangedFile) => ({
    ...file,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${web}/blob/head/${file.filename}`,
    raw_url: `${web}/raw/head/${file.filename}`,
    contents_url: `${api}/contents/${file.filename}?ref=head`,
  }))
}
