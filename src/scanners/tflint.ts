import type { Preset } from './preset.ts'

export const tflint: Preset = {
  id: 'tflint',
  name: 'TFLint',
  program: 'tflint',
  args: ['--format=json', '--recursive'],
  // It takes folders only by flags of its own.
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'tflint',
  // With 1 it could not inspect everything: the report says why, and does not count as complete.
  exitCodes: { clean: [0], findings: [1, 2] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `brew install tflint`, or a binary from https://github.com/terraform-linters/tflint/releases.',
}
