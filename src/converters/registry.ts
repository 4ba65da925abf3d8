import { UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import type { Converter } from './converter.ts'
import { ownFormats } from './own-formats.ts'

interface Format {
  /**
   * What its reports show at a glance, one of these at least: a key of the JSON object, a key of the items of the JSON list,
   * the root of the XML; or they are lines of text, or values of JSON that begin lines, others between them. Only then it
   * is asked.
   */
  signs: (`{${string}` | `[${string}` | `<${string}` | 'lines' | 'values')[]
  load(): Promise<Converter>
}

/**
 * One sorted line per format, by its id. A converter is loaded when it is named, or when a report shows its sign: to load
 * all of them takes longer than to convert most reports.
 */
const formats: Record<string, Format> = {
  actionlint: { signs: ['[end_column'], load: async () => (await import('./actionlint.ts')).actionlint },
  'ansible-lint': {
    signs: ['[check_name', 'lines'],
    load: async () => (await import('./ansible-lint.ts')).ansibleLint,
  },
  bandit: { signs: ['{metrics'], load: async () => (await import('./bandit.ts')).bandit },
  biome: { signs: ['{command'], load: async () => (await import('./biome/index.ts')).biome },
  brakeman: { signs: ['{scan_info'], load: async () => (await import('./brakeman.ts')).brakeman },
  cargo: { signs: ['{reason', '{$message_type', 'values'], load: async () => (await import('./cargo/index.ts')).cargo },
  checkov: {
    signs: ['{check_type', '[check_type', '{parsing_errors'],
    load: async () => (await import('./checkov.ts')).checkov,
  },
  checkstyle: { signs: ['<checkstyle'], load: async () => (await import('./checkstyle.ts')).checkstyle },
  'clang-plist': { signs: ['<plist'], load: async () => (await import('./clang-plist.ts')).clangPlist },
  'clang-tidy': { signs: ['lines'], load: async () => (await import('./clang-tidy/index.ts')).clangTidy },
  'code-climate': {
    signs: ['[location', '{location', 'values'],
    load: async () => (await import('./code-climate/index.ts')).codeClimate,
  },
  cpd: { signs: ['<pmd-cpd'], load: async () => (await import('./cpd.ts')).cpd },
  cppcheck: { signs: ['<results'], load: async () => (await import('./cppcheck.ts')).cppcheck },
  cyclonedx: { signs: ['{bomFormat', '<bom'], load: async () => (await import('./cyclonedx/index.ts')).cyclonedx },
  'dependency-check': {
    signs: ['{scanInfo', '<analysis'],
    load: async () => (await import('./dependency-check/index.ts')).dependencyCheck,
  },
  'detect-secrets': { signs: ['{plugins_used'], load: async () => (await import('./detect-secrets.ts')).detectSecrets },
  diff: { signs: ['lines'], load: async () => (await import('./diff.ts')).diff },
  eslint: { signs: ['[messages', '{metadata'], load: async () => (await import('./eslint.ts')).eslint },
  flake8: { signs: ['lines'], load: async () => (await import('./flake8.ts')).flake8 },
  flawfinder: { signs: ['lines'], load: async () => (await import('./flawfinder.ts')).flawfinder },
  gcc: { signs: ['lines'], load: async () => (await import('./gcc.ts')).gcc },
  'gcc-json': { signs: ['[locations', 'values'], load: async () => (await import('./gcc-json.ts')).gccJson },
  gitlab: { signs: ['{vulnerabilities'], load: async () => (await import('./gitlab/index.ts')).gitlab },
  gitleaks: { signs: ['[Secret', '[offender'], load: async () => (await import('./gitleaks.ts')).gitleaks },
  'golangci-lint': {
    signs: ['{Issues', 'values'],
    load: async () => (await import('./golangci-lint/index.ts')).golangciLint,
  },
  gosec: { signs: ['{Golang errors'], load: async () => (await import('./gosec.ts')).gosec },
  govulncheck: { signs: ['{config', 'values'], load: async () => (await import('./govulncheck.ts')).govulncheck },
  grype: { signs: ['{matches'], load: async () => (await import('./grype.ts')).grype },
  hadolint: { signs: ['[code'], load: async () => (await import('./hadolint.ts')).hadolint },
  'jslint-xml': {
    signs: ['<jslint', '<lint', '<csslint'],
    load: async () => (await import('./jslint-xml.ts')).jslintXml,
  },
  junit: { signs: ['<testsuites', '<testsuite'], load: async () => (await import('./junit/index.ts')).junit },
  kics: { signs: ['{queries_total'], load: async () => (await import('./kics.ts')).kics },
  markdownlint: { signs: ['[ruleNames', 'lines'], load: async () => (await import('./markdownlint.ts')).markdownlint },
  msbuild: { signs: ['lines'], load: async () => (await import('./msbuild/index.ts')).msbuild },
  mypy: { signs: ['{hint', 'lines', 'values'], load: async () => (await import('./mypy.ts')).mypy },
  'npm-audit': {
    signs: ['{auditReportVersion', '{advisories', '{children', '{data', 'values'],
    load: async () => (await import('./npm-audit/index.ts')).npmAudit,
  },
  osv: { signs: ['[modified', '{modified', '{vulns'], load: async () => (await import('./osv.ts')).osv },
  'osv-scanner': { signs: ['{results'], load: async () => (await import('./osv-scanner.ts')).osvScanner },
  oxlint: { signs: ['{number_of_files', '[labels', 'values'], load: async () => (await import('./oxlint.ts')).oxlint },
  phpcs: { signs: ['{totals'], load: async () => (await import('./phpcs.ts')).phpcs },
  phpstan: { signs: ['{totals'], load: async () => (await import('./phpstan.ts')).phpstan },
  'pip-audit': {
    signs: ['{fixes', '[vulns', '[skip_reason'],
    load: async () => (await import('./pip-audit.ts')).pipAudit,
  },
  pmd: { signs: ['{pmdVersion', '<pmd'], load: async () => (await import('./pmd/index.ts')).pmd },
  psalm: { signs: ['[line_from'], load: async () => (await import('./psalm.ts')).psalm },
  pylint: { signs: ['[message-id', '{statistics', 'lines'], load: async () => (await import('./pylint.ts')).pylint },
  pyright: { signs: ['{generalDiagnostics'], load: async () => (await import('./pyright.ts')).pyright },
  rdjson: { signs: ['{diagnostics'], load: async () => (await import('./rdjson.ts')).rdjson },
  rdjsonl: { signs: ['{location', 'values'], load: async () => (await import('./rdjsonl.ts')).rdjsonl },
  rubocop: { signs: ['{metadata'], load: async () => (await import('./rubocop.ts')).rubocop },
  ruff: { signs: ['[end_location', '{end_location', 'values'], load: async () => (await import('./ruff.ts')).ruff },
  sarif: { signs: ['{runs'], load: async () => (await import('./sarif/index.ts')).sarif },
  semgrep: { signs: ['{paths'], load: async () => (await import('./semgrep/index.ts')).semgrep },
  shellcheck: { signs: ['{comments', '[endColumn'], load: async () => (await import('./shellcheck.ts')).shellcheck },
  snyk: {
    signs: ['{packageManager', '{infrastructureAsCodeIssues', '[packageManager', '[infrastructureAsCodeIssues'],
    load: async () => (await import('./snyk/index.ts')).snyk,
  },
  'sonar-generic': { signs: ['{issues'], load: async () => (await import('./sonar-generic.ts')).sonarGeneric },
  'sonar-issues': {
    signs: ['{components', 'values'],
    load: async () => (await import('./sonar-issues/index.ts')).sonarIssues,
  },
  spotbugs: { signs: ['<BugCollection'], load: async () => (await import('./spotbugs/index.ts')).spotbugs },
  sqlfluff: { signs: ['[violations'], load: async () => (await import('./sqlfluff.ts')).sqlfluff },
  staticcheck: { signs: ['{location', 'values'], load: async () => (await import('./staticcheck.ts')).staticcheck },
  stylelint: { signs: ['[warnings'], load: async () => (await import('./stylelint.ts')).stylelint },
  stylish: { signs: ['lines'], load: async () => (await import('./stylish.ts')).stylish },
  tflint: { signs: ['{issues'], load: async () => (await import('./tflint.ts')).tflint },
  tfsec: { signs: ['{results'], load: async () => (await import('./tfsec.ts')).tfsec },
  trivy: {
    signs: ['{SchemaVersion', '[Target', '{ClusterName'],
    load: async () => (await import('./trivy/index.ts')).trivy,
  },
  trufflehog: {
    signs: ['{SourceMetadata', '{stringsFound', '[SourceMetadata', '[stringsFound', '{logger', 'values'],
    load: async () => (await import('./trufflehog.ts')).trufflehog,
  },
  tsc: { signs: ['lines'], load: async () => (await import('./tsc.ts')).tsc },
  unix: { signs: ['lines'], load: async () => (await import('./unix/index.ts')).unix },
  'workflow-commands': {
    signs: ['lines'],
    load: async () => (await import('./workflow-commands/index.ts')).workflowCommands,
  },
  yamllint: { signs: ['lines'], load: async () => (await import('./yamllint.ts')).yamllint },
  zizmor: { signs: ['[determinations'], load: async () => (await import('./zizmor.ts')).zizmor },
}

export const formatIds = Object.keys(formats)

/** The formats whose reports show one of the signs. */
export function formatsBySign(signs: Set<string>): string[] {
  return formatIds.filter((id) => formats[id]!.signs.some((sign) => signs.has(sign)))
}

/** The converter with this id; throws `UserError` with the nearest id for a word nobody knows. */
export async function converterNamed(id: string): Promise<Converter> {
  if (Object.hasOwn(formats, id)) return formats[id]!.load()
  if (ownFormats.some(({ by }) => by === id))
    throw new UserError(`\`format\`: \`${id}\` is no format but an option: give \`${id}\` in place of \`format\`.`)
  throw new UserError(
    `\`format\`: there is no format \`${id}\`.${didYouMean(id, formatIds)} Known: ${formatIds.join(', ')}.`,
  )
}
