import type { Preset } from './preset.ts'

export const biome: Preset = {
  id: 'biome',
  name: 'Biome',
  program: 'biome',
  // Only this report says when nothing was scanned or something left out; the fixes are in `rdjson` alone since Biome 2.
  args: ['lint', '--reporter=json', '--max-diagnostics=none'],
  targets: { paths: ['.'] },
  fromNpm: true,
  stream: 'stdout',
  format: 'biome',
  // A configuration that it cannot read has 1 as well, but then it writes no report.
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'ci',
  install: 'Install it in the project: `npm install --save-dev @biomejs/biome`.',
}
