import type { Preset } from './preset.ts'

export const actionlint: Preset = {
  id: 'actionlint',
  name: 'actionlint',
  program: 'actionlint',
  args: ['-format', '{{json .}}'],
  // Without a path it takes the workflows of the repository it runs in.
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'actionlint',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['-version'],
  proof: 'documented',
  install: 'Install it: `go install github.com/rhysd/actionlint/cmd/actionlint@latest`, or `brew install actionlint`.',
}
