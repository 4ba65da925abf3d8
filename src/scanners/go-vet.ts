import type { Preset } from './preset.ts'

export const goVet: Preset = {
  id: 'go-vet',
  name: 'go vet',
  program: 'go',
  // Not -json: its exit code says nothing of findings, and the stream it writes to has changed.
  args: ['vet'],
  targets: { paths: ['./...'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stderr',
  format: 'unix',
  exitCodes: { clean: [0], findings: [1, 2] },
  silentWhenClean: true,
  versionArgs: ['version'],
  proof: 'run',
  install: 'It comes with Go: see https://go.dev/dl.',
}
