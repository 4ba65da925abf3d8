import type { Preset } from './preset.ts'

export const phpstan: Preset = {
  id: 'phpstan',
  name: 'PHPStan',
  program: 'phpstan',
  args: ['analyse', '--error-format=json', '--no-progress', '--no-interaction'],
  // Its configuration says what to analyse: everything would include what Composer installed.
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'phpstan',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `composer require --dev phpstan/phpstan`, and put vendor/bin on the PATH.',
}
