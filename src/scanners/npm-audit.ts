import type { Preset } from './preset.ts'

export const npmAudit: Preset = {
  id: 'npm-audit',
  name: 'npm audit',
  program: 'npm',
  args: ['audit', '--json'],
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'npm-audit',
  // 1 as well when the registry refused to answer; the report tells them apart.
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'It comes with Node.js: https://nodejs.org.',
}
