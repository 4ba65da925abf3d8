import type { Preset } from './preset.ts'

export const sqlfluff: Preset = {
  id: 'sqlfluff',
  name: 'SQLFluff',
  program: 'sqlfluff',
  args: ['lint', '--format', 'json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'sqlfluff',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it: `pip install sqlfluff`, and name the dialect in its configuration, .sqlfluff.',
}
