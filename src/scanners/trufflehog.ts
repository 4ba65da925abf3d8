import type { Preset } from './preset.ts'

export const trufflehog: Preset = {
  id: 'trufflehog',
  name: 'TruffleHog',
  program: 'trufflehog',
  args: ['filesystem', '--json', '--no-update', '--fail', '--fail-on-scan-errors'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'trufflehog',
  exitCodes: { clean: [0], findings: [183] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'documented',
  install:
    'Install version 3.83 or newer: `brew install trufflehog`, or see https://github.com/trufflesecurity/trufflehog.',
}
