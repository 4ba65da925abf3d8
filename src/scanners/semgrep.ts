import type { Preset } from './preset.ts'

export const semgrep: Preset = {
  id: 'semgrep',
  name: 'Semgrep',
  program: 'semgrep',
  args: ['scan', '--quiet', '--json'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'semgrep',
  // 1 only with --error.
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `pip install semgrep`, or see https://semgrep.dev/docs/getting-started.',
}
