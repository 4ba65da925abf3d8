import type { Preset } from './preset.ts'

export const clippy: Preset = {
  id: 'clippy',
  name: 'Clippy',
  program: 'cargo',
  // A crate with errors keeps only those from being checked that need it.
  args: ['clippy', '--message-format=json', '--keep-going'],
  // Cargo finds the code itself; words after `--` are for the compiler.
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'cargo',
  // 101 also when a lint that denies has found something.
  exitCodes: { clean: [0], findings: [101] },
  silentWhenClean: false,
  versionArgs: ['clippy', '--version'],
  proof: 'run',
  install: 'Install it: `rustup component add clippy`.',
}
