// One sorted line per scanner: this list is the registry.
export { eslint } from './eslint.ts'
export { shellcheck } from './shellcheck.ts'
