import type { Preset } from './preset.ts'

export const flake8: Preset = {
  id: 'flake8',
  name: 'Flake8',
  program: 'flake8',
  args: ['--format=default'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'flake8',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install flake8`, or `apt-get install flake8`.',
}
