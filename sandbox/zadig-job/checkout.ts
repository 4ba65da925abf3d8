import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Checkout {
  /** The folder that gets the checkout. */
  folder: string
  /** What becomes of `origin`, with the code host's token in it. */
  origin: string
  /** Where it is really fetched from. */
  upstream: string
  branch?: string
  tag?: string
  commit?: string
  prs: number[]
}

/** Zadig's Git step, command for command (jobexecutor, step_git.go and cmd/git.go). */
export function checkOut({ folder, origin, upstream, branch, tag, commit, prs }: Checkout): void {
  mkdirSync(folder, { recursive: true })
  const identity = ['-c', 'user.name=zadig', '-c', 'user.email=zadig@example.com']
  const instead = ['-c', `url.${upstream}.insteadOf=${origin}`]
  const git = (...words: string[]) =>
    execFileSync('git', [...identity, ...instead, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  // A workspace that is kept between tasks.
  if (existsSync(join(folder, '.git'))) git('remote', 'remove', 'origin')
  else git('init')
  git('remote', 'add', 'origin', origin)
  const ref = (tag && `refs/tags/${tag}`) || commit || (branch ? `refs/heads/${branch}` : `refs/pull/${prs[0]}/head`)
  git('fetch', 'origin', `+${ref}`, '--depth=1')
  git('checkout', '-qf', 'FETCH_HEAD')
  if (!branch || prs.length === 0) return
  git('fetch', 'origin', `+refs/heads/${branch}`, '--deepen=500')
  git('reset', '--merge')
  for (const pr of prs) {
    git('fetch', 'origin', `+refs/pull/${pr}/head:pr${pr}`, '--deepen=500')
    git('merge', `pr${pr}`, '--allow-unrelated-histories')
  }
}
