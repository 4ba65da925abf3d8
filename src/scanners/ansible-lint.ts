import type { Preset } from './preset.ts'

export const ansibleLint: Preset = {
  id: 'ansible-lint',
  name: 'ansible-lint',
  program: 'ansible-lint',
  // Online it would first install what the roles require.
  args: ['--format', 'json', '--offline', '-q'],
  // Without a path it finds playbooks and roles by their places.
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'ansible-lint',
  exitCodes: { clean: [0], findings: [2] },
  silentWhenClean: false,
  versionArgs: ['--version', '--nocolor'],
  proof: 'ci',
  install: 'Install it: `pip install ansible-lint`, or `apt-get install ansible-lint`.',
}
