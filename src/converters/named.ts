import { UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import type { Converter } from './converter.ts'
import { ownFormats } from './own-formats.ts'

/**
 * One sorted line per format, by its id. Who names a format waits for that one alone: to load all of them takes longer than
 * to convert most reports.
 */
const loads: Record<string, () => Promise<Converter>> = {
  actionlint: async () => (await import('./actionlint.ts')).actionlint,
  'ansible-lint': async () => (await import('./ansible-lint.ts')).ansibleLint,
  bandit: async () => (await import('./bandit.ts')).bandit,
  biome: async () => (await import('./biome/index.ts')).biome,
  brakeman: async () => (await import('./brakeman.ts')).brakeman,
  cargo: async () => (await import('./cargo/index.ts')).cargo,
  checkov: async () => (await import('./checkov.ts')).checkov,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  'clang-plist': async () => (await import('./clang-plist.ts')).clangPlist,
  'clang-tidy': async () => (await import('./clang-tidy/index.ts')).clangTidy,
  'code-climate': async () => (await import('./code-climate/index.ts')).codeClimate,
  cpd: async () => (await import('./cpd.ts')).cpd,
  cppcheck: async () => (await import('./cppcheck.ts')).cppcheck,
  cyclonedx: async () => (await import('./cyclonedx/index.ts')).cyclonedx,
  'dependency-check': async () => (await import('./dependency-check/index.ts')).dependencyCheck,
  'detect-secrets': async () => (await import('./detect-secrets.ts')).detectSecrets,
  diff: async () => (await import('./diff.ts')).diff,
  eslint: async () => (await import('./eslint.ts')).eslint,
  flake8: async () => (await import('./flake8.ts')).flake8,
  flawfinder: async () => (await import('./flawfinder.ts')).flawfinder,
  gcc: async () => (await import('./gcc.ts')).gcc,
  'gcc-json': async () => (await import('./gcc-json.ts')).gccJson,
  gitlab: async () => (await import('./gitlab/index.ts')).gitlab,
  gitleaks: async () => (await import('./gitleaks.ts')).gitleaks,
  'golangci-lint': async () => (await import('./golangci-lint/index.ts')).golangciLint,
  gosec: async () => (await import('./gosec.ts')).gosec,
  govulncheck: async () => (await import('./govulncheck.ts')).govulncheck,
  grype: async () => (await import('./grype.ts')).grype,
  hadolint: async () => (await import('./hadolint.ts')).hadolint,
  'jslint-xml': async () => (await import('./jslint-xml.ts')).jslintXml,
  junit: async () => (await import('./junit/index.ts')).junit,
  kics: async () => (await import('./kics.ts')).kics,
  markdownlint: async () => (await import('./markdownlint.ts')).markdownlint,
  msbuild: async () => (await import('./msbuild/index.ts')).msbuild,
  mypy: async () => (await import('./mypy.ts')).mypy,
  'npm-audit': async () => (await import('./npm-audit/index.ts')).npmAudit,
  osv: async () => (await import('./osv.ts')).osv,
  'osv-scanner': async () => (await import('./osv-scanner.ts')).osvScanner,
  oxlint: async () => (await import('./oxlint.ts')).oxlint,
  phpcs: async () => (await import('./phpcs.ts')).phpcs,
  phpstan: async () => (await import('./phpstan.ts')).phpstan,
  'pip-audit': async () => (await import('./pip-audit.ts')).pipAudit,
  pmd: async () => (await import('./pmd/index.ts')).pmd,
  psalm: async () => (await import('./psalm.ts')).psalm,
  pylint: async () => (await import('./pylint.ts')).pylint,
  pyright: async () => (await import('./pyright.ts')).pyright,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  rdjsonl: async () => (await import('./rdjsonl.ts')).rdjsonl,
  rubocop: async () => (await import('./rubocop.ts')).rubocop,
  ruff: async () => (await import('./ruff.ts')).ruff,
  sarif: async () => (await import('./sarif/index.ts')).sarif,
  semgrep: async () => (await import('./semgrep/index.ts')).semgrep,
  shellcheck: async () => (await import('./shellcheck.ts')).shellcheck,
  snyk: async () => (await import('./snyk/index.ts')).snyk,
  'sonar-generic': async () => (await import('./sonar-generic.ts')).sonarGeneric,
  'sonar-issues': async () => (await import('./sonar-issues/index.ts')).sonarIssues,
  spotbugs: async () => (await import('./spotbugs/index.ts')).spotbugs,
  sqlfluff: async () => (await import('./sqlfluff.ts')).sqlfluff,
  staticcheck: async () => (await import('./staticcheck.ts')).staticcheck,
  stylelint: async () => (await import('./stylelint.ts')).stylelint,
  stylish: async () => (await import('./stylish.ts')).stylish,
  tflint: async () => (await import('./tflint.ts')).tflint,
  tfsec: async () => (await import('./tfsec.ts')).tfsec,
  trivy: async () => (await import('./trivy/index.ts')).trivy,
  trufflehog: async () => (await import('./trufflehog.ts')).trufflehog,
  tsc: async () => (await import('./tsc.ts')).tsc,
  unix: async () => (await import('./unix/index.ts')).unix,
  'workflow-commands': async () => (await import('./workflow-commands/index.ts')).workflowCommands,
  yamllint: async () => (await import('./yamllint.ts')).yamllint,
  zizmor: async () => (await import('./zizmor.ts')).zizmor,
}

export const formatIds = Object.keys(loads)

/** The converter with this id; throws `UserError` with the nearest id for a word nobody knows. */
export async function converterNamed(id: string): Promise<Converter> {
  if (Object.hasOwn(loads, id)) return loads[id]!()
  if (ownFormats.some(({ by }) => by === id))
    throw new UserError(`\`format\`: \`${id}\` is no format but an option: give \`${id}\` in place of \`format\`.`)
  throw new UserError(
    `\`format\`: there is no format \`${id}\`.${didYouMean(id, formatIds)} Known: ${formatIds.join(', ')}.`,
  )
}
