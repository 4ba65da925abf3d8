import { createHash } from 'node:crypto'
import type { Answer } from '../http.ts'
import { type Call, failure } from './call.ts'

/** A file at a ref, as GitHub shows one: its bytes in Base64, broken into lines. */
export function getContent({ operation, request, repository, api, web }: Call): Answer {
  const path = decodeURIComponent(operation.params['path'] ?? '')
  const ref = request.url.searchParams.get('ref') ?? repository.defaultBranch
  const text = repository.files[`${path}@${ref}`]
  if (text === undefined) return failure(404, 'Not Found', operation.docs)
  const bytes = Buffer.from(text)
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  const links = {
    self: `${api}/contents/${path}?ref=${ref}`,
    git: `${api}/git/blobs/${sha}`,
    html: `${web}/blob/${ref}/${path}`,
  }
  return {
    status: 200,
    body: {
      type: 'file',
      encoding: 'base64',
      size: bytes.length,
      name: path.split('/').at(-1),
      path,
      content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
      sha,
      url: links.self,
      git_url: links.git,
      html_url: links.html,
      download_url: null,
      _links: links,
    },
  }
}
