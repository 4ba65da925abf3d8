import type { Preset } from './preset.ts'

export const pnpmAudit: Preset = {
  id: 'pnpm-audit',
  name: 'pnpm audit',
  program: 'pnpm',
  args: ['audit', '--json'],
  targets: { paths: [] },
  fromNpm: true,
  stream: 'stdout',
  format: 'npm-audit',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: see https://pnpm.io/installation.',
}
