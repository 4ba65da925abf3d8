import type { Preset } from './preset.ts'

export const govulncheck: Preset = {
  id: 'govulncheck',
  name: 'govulncheck',
  program: 'govulncheck',
  args: ['-format', 'json'],
  targets: { paths: ['./...'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'govulncheck',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['-version'],
  proof: 'documented',
  install: 'Install it: `go install golang.org/x/vuln/cmd/govulncheck@latest`.',
}
