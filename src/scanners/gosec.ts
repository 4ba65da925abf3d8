import type { Preset } from './preset.ts'

export const gosec: Preset = {
  id: 'gosec',
  name: 'gosec',
  program: 'gosec',
  args: ['-fmt=json'],
  targets: { paths: ['./...'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'gosec',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['-version'],
  proof: 'documented',
  install: 'Install it: `go install github.com/securego/gosec/v2/cmd/gosec@latest`.',
}
