import type { Preset } from './preset.ts'

export const pyright: Preset = {
  id: 'pyright',
  name: 'Pyright',
  program: 'pyright',
  args: ['--outputjson'],
  // What it checks stands in its configuration, or else is all that lies in the folder.
  targets: { paths: [] },
  endsFlags: false,
  fromNpm: true,
  stream: 'stdout',
  format: 'pyright',
  exitCodes: { clean: [0], findings: [1] },
  silentWhenClean: false,
  versionArgs: ['--version'],
  proof: 'run',
  install: 'Install it: `npm install --save-dev pyright`, or `pip install pyright`.',
}
