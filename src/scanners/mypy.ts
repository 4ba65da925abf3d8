import type { Preset } from './preset.ts'

export const mypy: Preset = {
  id: 'mypy',
  name: 'mypy',
  program: 'mypy',
  // The text, as JSON is younger; the summary tells whether errors prevented further checking.
  args: [
    '--no-pretty',
    '--no-color-output',
    '--error-summary',
    '--show-column-numbers',
    '--show-error-end',
    '--show-error-codes',
  ],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'mypy',
  // 2 with a report is one that is not complete, and says so; without one it is a crash.
  exitCodes: { clean: [0], findings: [1, 2] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `pip install mypy`, or `apt-get install mypy`.',
}
