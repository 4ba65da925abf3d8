/** A repository of a scan, as the task has it. */
export interface JobRepository {
  owner: string
  name: string
  branch?: string
  tag?: string
  prs: number[]
  commitId?: string
  /** Of the branch's tip, or of the newest commit of the last pull request: Zadig reads variables from it. */
  commitMessage: string
}

export interface JobVariables {
  version: string
  repositories: JobRepository[]
  /** What the scan declares: from 3.3 on plain ones come first, and the last of a name wins. */
  plain: Record<string, string>
  /** What the scan declares as a secret; always last. */
  secret: Record<string, string>
  workspace: string
  home: string
  path: string
}

type Variable = [name: string, value: string]

/** What the script of a scan sees (koderover/zadig, jobexecutor job.go and aslan job/utils.go, job_scanning.go). */
export function environmentOf(job: JobVariables): Record<string, string> {
  const own = Object.entries(job.plain)
  const system = systemVariables(job)
  const declared = isOlder(job.version, '3.3') ? [...system, ...own] : [...own, ...system]
  const [first] = job.repositories
  const branch: Variable[] = first ? [['BRANCH', first.branch ?? '']] : []
  // Go's exec keeps the last of a name, and so does this.
  return Object.fromEntries([...executorVariables(job), ...declared, ...branch, ...Object.entries(job.secret)])
}

function executorVariables({ workspace, home, path }: JobVariables): Variable[] {
  return [
    ['CI', 'true'],
    ['ZADIG', 'true'],
    ['HOME', home],
    ['WORKSPACE', workspace],
    ['PATH', path],
    ['DOCKER_HOST', ''],
  ]
}

/** The general ones come before those of the repositories, so a commit message can override both. */
function systemVariables({ repositories, workspace }: JobVariables): Variable[] {
  return [
    ['CI', 'true'],
    ['ZADIG', 'true'],
    ['PROJECT', 'shop'],
    ['WORKFLOW', 'zadig-scanning-64b1f0c2a1b2c3d4e5f60718'],
    ['WORKSPACE', workspace],
    ['TASK_URL', 'https://zadig.example/v1/projects/detail/shop/pipelines/custom/x/3?display_name=shop-codescan'],
    ['TASK_ID', '3'],
    ...repositories.flatMap(repositoryVariables),
    ['SCANNING_TYPE', ''],
    ['SERVICE_NAME', ''],
    ['SERVICE_MODULE', ''],
    ['SCANNING_NAME', 'shop-codescan'],
    ['GIT_SSL_NO_VERIFY', 'true'],
  ]
}

function repositoryVariables(repository: JobRepository, index: number): Variable[] {
  const { owner, name, branch, tag, prs, commitId, commitMessage } = repository
  const prefix = prefixOf(name)
  const known: [string, string | undefined][] = [
    [`REPONAME_${index}`, name],
    [`REPO_${index}`, prefix],
    [`${prefix}_BRANCH`, branch],
    [`${prefix}_TAG`, tag],
    [`${prefix}_PRE_MERGE_BRANCHES`, branch],
    [`${prefix}_ORG`, owner],
    [`${prefix}_PR`, prs.length > 0 ? prs.join(',') : undefined],
    [`${prefix}_COMMIT_ID`, commitId],
  ]
  return [...known.filter((variable): variable is Variable => Boolean(variable[1])), ...variablesIn(commitMessage)]
}

/** `repoNameToRepoIndex`: leading digits become letters, then dashes and dots underscores. */
function prefixOf(name: string): string {
  const digits = /^\d*/.exec(name)?.[0] ?? ''
  return ([...digits].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('') + name.slice(digits.length)).replace(
    /[-.]/g,
    '_',
  )
}

/** `getEnvFromCommitMsg`: what stands between two `#` and has exactly one `=`. */
export function variablesIn(message: string): Variable[] {
  return [...message.matchAll(/#(\w+=.+?)#/g)].flatMap(([, text = '']) => {
    const [name = '', value = '', ...more] = text.split('=')
    return more.length === 0 ? [[name, value]] : []
  })
}

function isOlder(version: string, than: string): boolean {
  const [a = [], b = []] = [version, than].map((text) => text.split('.').map(Number))
  return (a[0] ?? 0) < (b[0] ?? 0) || (a[0] === b[0] && (a[1] ?? 0) < (b[1] ?? 0))
}
