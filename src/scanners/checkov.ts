import type { Preset } from './preset.ts'

export const checkov: Preset = {
  id: 'checkov',
  name: 'Checkov',
  program: 'checkov',
  args: ['--directory={target}', '--output', 'json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'checkov',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `pip install checkov`.',
}
