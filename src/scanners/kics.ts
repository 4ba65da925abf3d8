import type { Preset } from './preset.ts'

export const kics: Preset = {
  id: 'kics',
  name: 'KICS',
  program: 'kics',
  args: [
    'scan',
    '--path={target}',
    '--report-formats',
    'json',
    '--output-path',
    '{folder}',
    '--output-name',
    'report',
    '--no-progress',
  ],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: { file: 'report.json' },
  format: 'kics',
  // One for each severity.
  exitCodes: { clean: [0], findings: [20, 30, 40, 50, 60] },
  silentWhenClean: false,
  versionArgs: ['version'],
  proof: 'documented',
  install: 'Install it: `brew install kics`, or run it in its image, checkmarx/kics.',
}
