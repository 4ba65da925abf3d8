import type { Preset } from './preset.ts'

export const golangciLint: Preset = {
  id: 'golangci-lint',
  name: 'golangci-lint',
  program: 'golangci-lint',
  // Those of version 2. By default it leaves out what a linter says more than 50 times, or in the same words more than 3 times.
  args: ['run', '--output.json.path=stdout', '--show-stats=false', '--max-issues-per-linter=0', '--max-same-issues=0'],
  targets: { paths: ['./...'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'golangci-lint',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['version'],
  proof: 'documented',
  install: 'Install version 2 of it: see https://golangci-lint.run/docs/welcome/install/.',
}
