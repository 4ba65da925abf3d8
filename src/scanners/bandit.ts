import type { Preset } from './preset.ts'

export const bandit: Preset = {
  id: 'bandit',
  name: 'Bandit',
  program: 'bandit',
  args: ['--quiet', '--format', 'json', '--recursive'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'bandit',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install bandit`, or `apt-get install bandit`.',
}
