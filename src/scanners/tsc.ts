import type { Preset } from './preset.ts'

export const tsc: Preset = {
  id: 'tsc',
  name: 'TypeScript',
  program: 'tsc',
  args: ['--noEmit', '--pretty', 'false'],
  // What it checks stands in tsconfig.json.
  targets: { paths: [] },
  endsFlags: false,
  fromNpm: true,
  stream: 'stdout',
  format: 'tsc',
  // Both mean errors: without output, and with.
  exitCodes: { clean: [0], findings: [1, 2] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it in the project: `npm install --save-dev typescript`.',
}
