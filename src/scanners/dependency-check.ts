import type { Preset } from './preset.ts'

export const dependencyCheck: Preset = {
  id: 'dependency-check',
  name: 'Dependency-Check',
  program: 'dependency-check',
  args: ['--format', 'JSON', '--out', '{folder}', '--scan', '{target}'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: { file: 'dependency-check-report.json' },
  format: 'dependency-check',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: see https://dependency-check.github.io/DependencyCheck/dependency-check-cli/.',
}
