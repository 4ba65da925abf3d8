import type { Preset } from './preset.ts'

export const stylelint: Preset = {
  id: 'stylelint',
  name: 'Stylelint',
  program: 'stylelint',
  // Versions differ in the stream that they print to.
  args: ['--formatter', 'json', '--output-file', '{file}'],
  // A pattern that it expands itself, so that its own ignore files count.
  targets: { paths: ['**/*.css'] },
  fromNpm: true,
  stream: { file: 'stylelint.json' },
  format: 'stylelint',
  exitCodes: { clean: [0], findings: [2] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it in the project: `npm install --save-dev stylelint`.',
}
