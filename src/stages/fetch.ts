import type { Git } from '../model/git.ts'

/**
 * Fetches a branch, to where a checkout has those of its remote, or a commit. `ifShallow` is how much history a shallow
 * clone gets of it: `--depth=1` for its files, `--deepen=1000` for what it has in common with others. False where there
 * is no remote to ask; whether Git found it is for the caller to see.
 */
export async function fetchFromOrigin(
  { branch, commit }: { branch?: string; commit?: string },
  ifShallow: `--${'depth' | 'deepen'}=${number}`,
  git: Git,
): Promise<boolean> {
  const wanted = commit ?? (branch && `+refs/heads/${branch}:refs/remotes/origin/${branch}`)
  if (!wanted || !(await git('remote'))) return false
  const isShallow = (await git('rev-parse', '--is-shallow-repository')) === 'true'
  // Without prompts: a password that nobody types must not hang the job.
  const fetch = ['-c', 'core.askPass=true', 'fetch', '--no-tags', '--quiet', ...(isShallow ? [ifShallow] : [])]
  await git(...fetch, 'origin', wanted)
  return true
}
