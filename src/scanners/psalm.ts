import type { Preset } from './preset.ts'

export const psalm: Preset = {
  id: 'psalm',
  name: 'Psalm',
  program: 'psalm',
  args: ['--output-format=json', '--no-progress'],
  // Its configuration says what to analyse.
  targets: { paths: [] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'psalm',
  exitCodes: { clean: [0], findings: [2] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `composer require --dev vimeo/psalm`, and put vendor/bin on the PATH.',
}
