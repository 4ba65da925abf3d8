import type { Preset } from './preset.ts'

export const snykIac: Preset = {
  id: 'snyk-iac',
  name: 'Snyk IaC',
  program: 'snyk',
  args: ['iac', 'test', '--json'],
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
