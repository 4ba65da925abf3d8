import type { Preset } from './preset.ts'

export const sqlfluff: Preset = {
  id: 'sqlfluff',
  name: 'SQLFluff',
  program: 'sqlfluff',
  // By default it guesses the encoding, and counts columns in what it guessed.
  args: ['lint', '--format', 'json', '--encoding', 'utf-8'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'sqlfluff',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install sqlfluff`, and name the dialect in its configuration, .sqlfluff.',
}
