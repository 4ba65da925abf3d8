import type { Preset } from './preset.ts'

export const ruff: Preset = {
  id: 'ruff',
  name: 'Ruff',
  program: 'ruff',
  // A configuration may ask for fixes, but a scan changes nothing.
  args: ['check', '--no-fix', '--output-format', 'json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'ruff',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it: `pip install ruff`, or see https://docs.astral.sh/ruff/installation.',
}
