import type { Preset } from './preset.ts'

export const detectSecrets: Preset = {
  id: 'detect-secrets',
  name: 'detect-secrets',
  program: 'detect-secrets',
  // It ends with 0 whatever it finds. Without `--all-files` it asks Git which files there are.
  args: ['scan'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'detect-secrets',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `pip install detect-secrets`, or see https://github.com/Yelp/detect-secrets.',
}
