import type { Preset } from './preset.ts'

export const rubocop: Preset = {
  id: 'rubocop',
  name: 'RuboCop',
  program: 'rubocop',
  args: ['--format', 'json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'rubocop',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `gem install rubocop`, or add it to the Gemfile.',
}
