// One sorted line per format: this list is the registry.
export { checkstyle } from './checkstyle.ts'
export { eslint } from './eslint.ts'
export { gcc } from './gcc.ts'
export { msbuild } from './msbuild/index.ts'
export { sarif } from './sarif/index.ts'
export { shellcheck } from './shellcheck.ts'
export { stylish } from './stylish.ts'
export { unix } from './unix/index.ts'
