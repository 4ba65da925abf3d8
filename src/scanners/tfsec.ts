import type { Preset } from './preset.ts'

export const tfsec: Preset = {
  id: 'tfsec',
  name: 'tfsec',
  program: 'tfsec',
  args: ['--format', 'json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'tfsec',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `brew install tfsec`, or a binary from https://github.com/aquasecurity/tfsec/releases.',
}
