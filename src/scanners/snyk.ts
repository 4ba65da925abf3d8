import type { Preset } from './preset.ts'

export const snyk: Preset = {
  id: 'snyk',
  name: 'Snyk',
  program: 'snyk',
  args: ['test', '--json'],
  targets: { paths: [] },
  fromNpm: true,
  stream: 'stdout',
  format: 'snyk',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `npm install --global snyk`, and give it a token in SNYK_TOKEN.',
}
