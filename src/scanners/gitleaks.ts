import type { Preset } from './preset.ts'

export const gitleaks: Preset = {
  id: 'gitleaks',
  name: 'Gitleaks',
  program: 'gitleaks',
  // By default it ends with 1 for leaks, and for its own errors as well.
  args: ['dir', '--no-banner', '--report-format', 'json', '--report-path', '{file}', '--exit-code', '9'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: { file: 'gitleaks.json' },
  format: 'gitleaks',
  exitCodes: { clean: [0], findings: [9] },
  silentWhenClean: false,
  versionArgs: ['version'],
  proof: 'documented',
  install: 'Install version 8.22 or newer: `brew install gitleaks`, or see https://github.com/gitleaks/gitleaks.',
}
