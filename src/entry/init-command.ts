import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import { UserError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { exitCodes } from '../model/outcome.ts'
import { version } from '../model/version.ts'
import { presets } from '../scanners/index.ts'
import { signs } from '../scanners/signs.ts'
import { explained } from './endings.ts'

const workflowFile = '.github/workflows/codescan.yml'
const policyFile = '.github/codescan-gate.yml'

/** Writes a workflow and a policy for what the repository shows signs of. */
export function initialise({ force = false }: { force?: boolean }, host: Host): Promise<number> {
  return explained(host, async () => {
    const scanners = await scannersOf(host.cwd)
    if (scanners.length === 0)
      throw new UserError(
        'No configuration file of a scanner that is known by name was found here, so nothing was written. See `codescan-gate scanners`, and write the workflow by hand; the README has one to copy.',
      )
    const files = { [workflowFile]: workflow(scanners), [policyFile]: policy }
    if (!force) await refuseToOverwrite(Object.keys(files), host.cwd)
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(host.cwd, file)), { recursive: true })
      await writeFile(join(host.cwd, file), text)
      host.log.info(`Wrote ${file}.`)
    }
    const others = scanners.filter((id) => !isFromNpm(id))
    host.log.info(
      `The workflow runs ${scanners.join(', ')}.${others.length > 0 ? ` Add the steps that install ${others.join(', ')}.` : ''} See that \`branches:\` names your default branch, and commit both files.`,
    )
    return exitCodes.pass
  })
}

async function refuseToOverwrite(files: string[], folder: string): Promise<void> {
  const there: string[] = []
  for (const file of files) if (await exists(join(folder, file))) there.push(file)
  if (there.length === 0) return
  const [are, them] = there.length === 1 ? ['is', 'it'] : ['are', 'them']
  throw new UserError(`${there.join(' and ')} ${are} there already. Give --force to write over ${them}.`)
}

async function scannersOf(cwd: string): Promise<string[]> {
  const found: string[] = []
  // The workflow of an earlier `init` is no sign of a linter of workflows.
  const where = { cwd, ignore: [workflowFile], dot: true, followSymbolicLinks: false, deep: 4 }
  for (const { id } of presets) {
    const patterns = signs[id] ?? []
    const files = patterns.length > 0 ? await glob(patterns, where) : []
    if (files.length > 0) found.push(id)
  }
  return found
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

const isFromNpm = (id: string) => presets.some((preset) => preset.id === id && preset.fromNpm)

/** There is no `v0`: the first release is 1.0.0. */
const major = Math.max(1, Number.parseInt(version, 10))

function workflow(scanners: string[]): string {
  const install = scanners.some(isFromNpm)
    ? `      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0
        with:
          node-version: 24
      - run: npm ci
`
    : ''
  return `name: codescan
on:
  push:
    branches: [main]
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-latest
    permissions:
      contents: read # check out, and read the policy of the base branch
      security-events: write # upload to code scanning
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0 # what is new is told from Git's history
          persist-credentials: false
${install}      - uses: codescan-gate/codescan-gate@v${major}
        with:
          scanner: ${scanners.join(', ')}
`
}

const policy = `# What the gate demands. Reference: docs/policy.md of codescan-gate.
version: 1

new:
  source: auto

gates:
  - id: no-new-high
    title: No new findings of high severity or above
    scope: new
    where: {severity: ">=high"}
    max: 0
    then: fail

  - id: medium
    title: Findings of medium severity, anywhere
    scope: all
    where: {severity: medium}
    max: 0
    then: warn

exceptions: []
# - id: EX-1
#   match: {rule: some/rule, path: "legacy/**"}
#   reason: why this is acceptable
#   expires: 2027-01-31
`
