// One sorted line per format: this list is the registry.
export { checkstyle } from './checkstyle.ts'
export { detectSecrets } from './detect-secrets.ts'
export { eslint } from './eslint.ts'
export { gitleaks } from './gitleaks.ts'
export { sarif } from './sarif/index.ts'
export { shellcheck } from './shellcheck.ts'
export { trufflehog } from './trufflehog.ts'
