import type { Preset } from './preset.ts'

export const markdownlint: Preset = {
  id: 'markdownlint',
  name: 'markdownlint',
  program: 'markdownlint',
  args: ['--json'],
  targets: { globs: ['**/*.{md,markdown}'] },
  passesOverMissing: true,
  fromNpm: true,
  stream: 'stderr',
  format: 'markdownlint',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it in the project: `npm install --save-dev markdownlint-cli`.',
}
