import type { GlobOptions } from 'tinyglobby'

/** Paths that match one of the patterns. Most reports are named by their path, so what searches is loaded when it is wanted. */
export async function glob(patterns: string | string[], options: GlobOptions): Promise<string[]> {
  const { glob: search } = await import('tinyglobby')
  return search(patterns, options)
}
