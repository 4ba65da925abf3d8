import type { Host } from './host.ts'

/** What Git says in one folder, trimmed; undefined when it ends with an error, or is not there. */
export type Git = (...words: string[]) => Promise<string | undefined>

export function gitIn(folder: string, ask: Host['ask']): Git {
  return (...words) => ask(['git', ...words], folder)
}
