import type { Preset } from './preset.ts'

export const cpd: Preset = {
  id: 'cpd',
  name: 'CPD',
  program: 'pmd',
  // Java, unless `scanner-args` say `--language` and another.
  args: ['cpd', '--format', 'xml', '--minimum-tokens', '100', '--dir={target}'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'cpd',
  // 5 since PMD 7: files that could not be read, which the report names, so that it does not count as complete.
  exitCodes: { clean: [0], findings: [4, 5] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'It comes with PMD: `brew install pmd`, or see https://docs.pmd-code.org/latest/pmd_userdocs_cpd.html.',
}
