import type { Preset } from './preset.ts'

export const eslint: Preset = {
  id: 'eslint',
  name: 'ESLint',
  program: 'eslint',
  // The metadata carries what each rule is about, and where it is documented.
  args: ['--format', 'json-with-metadata'],
  targets: { paths: ['.'] },
  fromNpm: true,
  stream: 'stdout',
  format: 'eslint',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it in the project: `npm install --save-dev eslint`.',
}
