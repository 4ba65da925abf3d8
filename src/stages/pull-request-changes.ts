import { type ChangedFile, filesOfPullRequest, mostListedFiles } from '../clients/github-pulls.ts'
import { NotEvaluated } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { Changes } from './changes.ts'
import { addedLines, type ChangedLines } from './diff-lines.ts'

interface PullRequest {
  github: { apiUrl: string; token: string; repository: string }
  number: number
  root: string
}

/**
 * What GitHub says that a pull request changes, for checkouts without the history that Git would need. GitHub counts lines
 * as the head has them. Where the checkout has a file otherwise, as a merge may, or where GitHub leaves the patch out, it
 * is not known which lines changed. Throws `NotEvaluated` where there are more files than GitHub lists, and `ServiceError`.
 */
export async function changesOfPullRequest({ github, number, root }: PullRequest, host: Host): Promise<Changes> {
  const checkedOut = await blobsOf(root, host)
  const files = await filesOfPullRequest({ ...github, log: host.log }, number)
  if (files.length >= mostListedFiles)
    throw new NotEvaluated(
      `What is new is not known: GitHub lists ${mostListedFiles} files of a pull request at most, and #${number} changes as many or more. Check out with \`fetch-depth: 0\`, or give a \`baseline\`.`,
    )
  const here = files.filter(({ status }) => status !== 'removed' && status !== 'unchanged')
  return {
    lines: new Map(here.map((file) => [file.filename, linesOf(file, checkedOut.get(file.filename))])),
    renames: new Map(
      here.flatMap((file) => (file.status === 'renamed' ? [[file.filename, file.previous_filename!]] : [])),
    ),
  }
}

function linesOf(
  { status, sha, patch, additions, changes }: ChangedFile,
  checkedOut: string | undefined,
): ChangedLines {
  if (sha !== checkedOut) return 'unknown'
  if (status === 'added' || status === 'copied') return 'all'
  if (patch === undefined) return changes === 0 ? [] : 'unknown'
  const lines = addedLines(patch)
  return lines.length === additions ? lines : 'unknown'
}

/** The names that Git gives to the files of the commit that is checked out, by path. */
async function blobsOf(root: string, host: Host): Promise<Map<string, string>> {
  const words = ['git', 'ls-tree', '-r', '-z', '--full-tree', 'HEAD']
  const { exitCode, stdout, stderr } = await host.exec({ words, cwd: root, timeoutMs: 60_000 })
  if (exitCode !== 0) throw new NotEvaluated(`Git cannot list the files that are checked out: ${stderr.trim()}.`)
  const entries = Buffer.from(stdout).toString('utf8').split('\0')
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const [, blob = '', path = ''] = /^\d+ blob ([\da-f]+)\t(.*)$/s.exec(entry) ?? []
      return path ? [[path, blob]] : []
    }),
  )
}
