import type { Preset } from './preset.ts'

export const pylint: Preset = {
  id: 'pylint',
  name: 'Pylint',
  program: 'pylint',
  args: ['--output-format=json', '--recursive=y'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'pylint',
  // 1 says that a module could not be looked at: the report names it, and counts as not complete.
  exitCodes: { clean: [0], findings: [{ bits: [1, 2, 4, 8, 16] }] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install pylint`, or `apt-get install pylint`.',
}
