import type { Preset } from './preset.ts'

export const spotbugs: Preset = {
  id: 'spotbugs',
  name: 'SpotBugs',
  program: 'spotbugs',
  args: ['-textui', '-xml:withMessages', '-exitcode'],
  // Classes and archives that were compiled before, wherever they are; it looks through folders.
  targets: { paths: ['.'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'spotbugs',
  // Bits: 1 bugs, 2 classes that are missing, 4 errors. Missing classes do not stop it, and the report names them.
  exitCodes: { clean: [0, 2], findings: [1, 3] },
  silentWhenClean: false,
  versionArgs: ['-version'],
  proof: 'documented',
  install: 'Install it: `brew install spotbugs`, or see https://spotbugs.readthedocs.io/en/stable/installing.html.',
}
