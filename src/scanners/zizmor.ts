import type { Preset } from './preset.ts'

export const zizmor: Preset = {
  id: 'zizmor',
  name: 'zizmor',
  program: 'zizmor',
  args: ['--format', 'json-v1'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'zizmor',
  // One for each severity.
  exitCodes: { clean: [0], findings: [{ from: 10, to: 14 }] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `pip install zizmor`, or `brew install zizmor`.',
}
