import type { Preset } from './preset.ts'

export const trivy: Preset = {
  id: 'trivy',
  name: 'Trivy',
  program: 'trivy',
  // Its errors end with 1, and so would findings if a configuration file asked for it: 0 keeps them apart.
  args: ['fs', '--format', 'json', '--scanners', 'vuln,misconfig,secret', '--exit-code', '0', '--quiet'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'trivy',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: see https://trivy.dev/latest/getting-started/installation/.',
}
