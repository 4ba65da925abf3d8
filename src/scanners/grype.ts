import type { Preset } from './preset.ts'

export const grype: Preset = {
  id: 'grype',
  name: 'Grype',
  program: 'grype',
  args: ['--output', 'json', '--quiet'],
  targets: { paths: ['dir:.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'grype',
  // 2 when a configuration file sets `fail-on-severity`.
  exitCodes: { clean: [0], findings: [0, 2] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: see https://github.com/anchore/grype#installation.',
}
