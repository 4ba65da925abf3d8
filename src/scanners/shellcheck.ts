import type { Preset } from './preset.ts'

export const shellcheck: Preset = {
  id: 'shellcheck',
  name: 'ShellCheck',
  program: 'shellcheck',
  args: ['--format', 'json1'],
  targets: { globs: ['**/*.{sh,bash,ksh,dash,bats}'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'shellcheck',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it: `apt-get install shellcheck`, `brew install shellcheck`, or see https://www.shellcheck.net.',
}
