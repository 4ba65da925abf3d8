import type { Preset } from './preset.ts'

export const phpcs: Preset = {
  id: 'phpcs',
  name: 'PHP_CodeSniffer',
  program: 'phpcs',
  args: ['--report=json', '-q'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'phpcs',
  // Version 4 adds 1 and 2. Version 3 ends with 3 when it fails, and then prints no report.
  exitCodes: { clean: [0], findings: [1, 2, 3] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `composer global require squizlabs/php_codesniffer`, or `apt-get install php-codesniffer`.',
}
