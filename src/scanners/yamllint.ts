import type { Preset } from './preset.ts'

export const yamllint: Preset = {
  id: 'yamllint',
  name: 'yamllint',
  program: 'yamllint',
  args: ['--format', 'parsable'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'yamllint',
  // 2 is warnings alone, with --strict.
  exitCodes: { clean: [0], findings: [1, 2] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install yamllint`, or `apt-get install yamllint`.',
}
