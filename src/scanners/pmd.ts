import type { Preset } from './preset.ts'

export const pmd: Preset = {
  id: 'pmd',
  name: 'PMD',
  program: 'pmd',
  // Without a rule set it does nothing; this one is PMD's own choice for a start. Another, with `scanner-args`, comes on top.
  args: ['check', '--format', 'json', '--no-progress', '--rulesets', 'rulesets/java/quickstart.xml', '--dir={target}'],
  targets: { paths: ['.'] },
  fromNpm: false,
  stream: 'stdout',
  format: 'pmd',
  // 5 since PMD 7: files that could not be processed, which the report names, so that it does not count as complete.
  exitCodes: { clean: [0], findings: [4, 5] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'documented',
  install: 'Install it: `brew install pmd`, or see https://docs.pmd-code.org/latest/pmd_userdocs_installation.html.',
}
