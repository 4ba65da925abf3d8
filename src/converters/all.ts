// One sorted line per format: this list is the registry.
export { checkstyle } from './checkstyle.ts'
export { codeClimate } from './code-climate/index.ts'
export { diff } from './diff.ts'
export { eslint } from './eslint.ts'
export { gitlab } from './gitlab/index.ts'
export { junit } from './junit/index.ts'
export { sarif } from './sarif/index.ts'
export { shellcheck } from './shellcheck.ts'
