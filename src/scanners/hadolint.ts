import type { Preset } from './preset.ts'

export const hadolint: Preset = {
  id: 'hadolint',
  name: 'Hadolint',
  program: 'hadolint',
  args: ['--format', 'json'],
  targets: {
    globs: [
      '**/{Dockerfile,Containerfile}',
      '**/{Dockerfile,Containerfile}.!(*ignore)',
      '**/*.{Dockerfile,dockerfile}',
    ],
  },
  fromNpm: false,
  stream: 'stdout',
  format: 'hadolint',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `brew install hadolint`, or a binary from https://github.com/hadolint/hadolint/releases.',
}
