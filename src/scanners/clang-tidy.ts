import type { Preset } from './preset.ts'

export const clangTidy: Preset = {
  id: 'clang-tidy',
  name: 'clang-tidy',
  program: 'clang-tidy',
  // Warnings that a project makes errors end it as a file does that cannot be compiled, and was not checked.
  args: ['--quiet', '--warnings-as-errors=-*'],
  targets: { globs: ['**/*.{c,cc,cpp,cxx,c++,m,mm}'] },
  endsFlags: false,
  fromNpm: false,
  stream: 'stdout',
  format: 'clang-tidy',
  exitCodes: { clean: [0], findings: [] },
  silentWhenClean: true,
  versionArgs: ['--version'],
  proof: 'ci',
  install:
    'Install it: `apt-get install clang-tidy`, `brew install llvm`, or see https://clang.llvm.org/extra/clang-tidy/.',
}
