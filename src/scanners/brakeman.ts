import type { Preset } from './preset.ts'

export const brakeman: Preset = {
  id: 'brakeman',
  name: 'Brakeman',
  program: 'brakeman',
  args: ['--format', 'json', '--quiet', '--no-pager'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'brakeman',
  // With 7 some files could not be read: the report says which, and does not count as complete.
  exitCodes: { clean: [0], findings: [3, 7] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `gem install brakeman`, or add it to the Gemfile.',
}
