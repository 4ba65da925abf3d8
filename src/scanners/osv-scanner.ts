import type { Preset } from './preset.ts'

export const osvScanner: Preset = {
  id: 'osv-scanner',
  name: 'OSV-Scanner',
  program: 'osv-scanner',
  args: ['scan', '--format', 'json', '--recursive'],
  targets: { paths: ['.'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'osv-scanner',
  // 128 means that it found no packages at all: then nothing was scanned.
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: see https://google.github.io/osv-scanner/installation/.',
}
