import type { Preset } from './preset.ts'

export const pipAudit: Preset = {
  id: 'pip-audit',
  name: 'pip-audit',
  program: 'pip-audit',
  args: ['--format', 'json', '--progress-spinner', 'off'],
  targets: { paths: [] },
  fromNpm: false,
  stream: 'stdout',
  format: 'pip-audit',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `pipx install pip-audit`.',
}
