import type { Preset } from './preset.ts'

export const flawfinder: Preset = {
  id: 'flawfinder',
  name: 'Flawfinder',
  program: 'flawfinder',
  args: ['--csv'],
  targets: { paths: ['.'] },
  passesOverMissing: true,
  fromNpm: false,
  stream: 'stdout',
  format: 'flawfinder',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `apt-get install flawfinder`, or `pip install flawfinder`.',
}
