// One sorted line per scanner: this list is the registry.
export { clangTidy } from './clang-tidy.ts'
export { clippy } from './clippy.ts'
export { cppcheck } from './cppcheck.ts'
export { eslint } from './eslint.ts'
export { flawfinder } from './flawfinder.ts'
export { goVet } from './go-vet.ts'
export { shellcheck } from './shellcheck.ts'
export { staticcheck } from './staticcheck.ts'
