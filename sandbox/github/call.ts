import type { Operation } from '../contract.ts'
import type { Answer, Incoming } from '../http.ts'
import { fullRef, type Repository } from './state.ts'

/** A request that was let in, with what a handler needs to answer it. */
export interface Call {
  operation: Operation
  request: Incoming
  /** The parsed JSON body. */
  body: unknown
  repository: Repository
  /** Where links to the API and to the web pages begin; both end in the repository's name. */
  api: string
  web: string
}

/** GitHub's shape of an error. */
export function failure(status: number, message: string, docs = 'https://docs.github.com/rest'): Answer {
  return { status, body: { message, documentation_url: docs, status: String(status) } }
}

/** One page of a list, with the links to the others. Pages start at 1, and hold 30 items, at most 100. */
export function page<T>(items: T[], { url }: Incoming, show: (item: T) => unknown): Answer {
  const asked = (name: string, fallback: number) => Number(url.searchParams.get(name) ?? fallback) || fallback
  const size = Math.min(100, Math.max(1, asked('per_page', 30)))
  const number = Math.max(1, asked('page', 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (target: number, rel: string) => {
    const other = new URL(url)
    other.searchParams.set('page', String(target))
    return `<${other}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link(Math.min(number - 1, last), 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ]
  const headers = links.length > 0 ? { link: links.join(', ') } : undefined
  return { status: 200, headers, body: items.slice((number - 1) * size, number * size).map(show) }
}

/** The refs that the filters `ref` and `pr` ask for; nothing when neither is there. */
export function wantedRefs(query: URLSearchParams): string[] | undefined {
  const ref = query.get('ref')
  if (ref !== null) return [fullRef(ref)]
  const pr = query.get('pr')
  return pr === null ? undefined : [`refs/pull/${pr}/merge`, `refs/pull/${pr}/head`]
}
