import type { Preset } from './preset.ts'

export const cppcheck: Preset = {
  id: 'cppcheck',
  name: 'Cppcheck',
  program: 'cppcheck',
  // On standard error the report would be mixed with what goes wrong.
  args: ['--quiet', '--xml', '--output-file={file}', '--enable=warning,performance,portability', '-i', 'node_modules'],
  targets: { paths: ['.'] },
  endsFlags: false,
  fromNpm: false,
  stream: { file: 'cppcheck.xml' },
  format: 'cppcheck',
  // It does not tell of findings, unless by a code that its user chooses.
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `apt-get install cppcheck`, `brew install cppcheck`, or see https://cppcheck.sourceforge.io.',
}
