// One sorted line per format: this list is the registry.
export { checkstyle } from './checkstyle.ts'
export { eslint } from './eslint.ts'
export { grype } from './grype.ts'
export { osv } from './osv.ts'
export { osvScanner } from './osv-scanner.ts'
export { sarif } from './sarif/index.ts'
export { shellcheck } from './shellcheck.ts'
export { trivy } from './trivy/index.ts'
