import type { Preset } from './preset.ts'

export const oxlint: Preset = {
  id: 'oxlint',
  name: 'Oxlint',
  program: 'oxlint',
  args: ['--format', 'json'],
  targets: { paths: ['.'] },
  fromNpm: true,
  stream: 'stdout',
  format: 'oxlint',
  // Warnings alone are 0. 1 is also a configuration that it cannot read, which it says in place of the report.
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it in the project: `npm install --save-dev oxlint`.',
}
