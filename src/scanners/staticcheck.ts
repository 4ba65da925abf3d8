import type { Preset } from './preset.ts'

export const staticcheck: Preset = {
  id: 'staticcheck',
  name: 'Staticcheck',
  program: 'staticcheck',
  args: ['-f', 'json'],
  targets: { paths: ['./...'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'staticcheck',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: true,
  versionArgs: ['-version'],
  proof: 'documented',
  install: 'Install it: `go install honnef.co/go/tools/cmd/staticcheck@latest`.',
}
