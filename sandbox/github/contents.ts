import { createHash } from 'node:crypto'
import type { Answer } from '../http.ts'
import { type Call, failure } from './call.ts'

/** A file at a ref, as GitHub shows one: its bytes in Base64, broken into lines. Of folders only that of everything. */
export function getContent(call: Call): Answer {
  const { operation, request, repository } = call
  const path = decodeURIComponent(operation.params['path'] ?? '')
  const ref = request.url.searchParams.get('ref') ?? repository.defaultBranch
  if (path === '') return { status: 200, body: topNames(repository.files, ref).map((name) => entry(name, ref, call)) }
  const text = repository.files[`${path}@${ref}`]
  if (text === undefined) return failure(404, 'Not Found', operation.docs)
  const bytes = Buffer.from(text)
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n')
  return { status: 200, body: { ...entry(path, ref, call, bytes), encoding: 'base64', content } }
}

function topNames(files: Record<string, string>, ref: string): string[] {
  const here = Object.keys(files).filter((name) => name.endsWith(`@${ref}`))
  return [...new Set(here.map((name) => name.slice(0, -ref.length - 1).split('/')[0]!))]
}

/** What GitHub says of a file, or of a folder, which has no bytes. */
function entry(path: string, ref: string, { api, web }: Call, bytes = Buffer.alloc(0)) {
  const sha = blobSha(bytes)
  const links = {
    self: `${api}/contents/${path}?ref=${ref}`,
    git: `${api}/git/blobs/${sha}`,
    html: `${web}/blob/${ref}/${path}`,
  }
  return {
    type: 'file',
    size: bytes.length,
    name: path.split('/').at(-1),
    path,
    sha,
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: null,
    _links: links,
  }
}

/** The name that Git gives to a file's bytes. */
export function blobSha(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
