// One sorted line per scanner: this list is the registry.
export { detectSecrets } from './detect-secrets.ts'
export { eslint } from './eslint.ts'
export { gitleaks } from './gitleaks.ts'
export { shellcheck } from './shellcheck.ts'
export { trufflehog } from './trufflehog.ts'
