import { option, type Values } from './option.ts'
import {
  boolean,
  choice,
  choices,
  count,
  counts,
  duration,
  list,
  ref,
  repository,
  sha,
  text,
  url,
  variables,
  words,
  zadigRepository,
} from './values.ts'

const thresholds = ['critical', 'high', 'medium', 'low', 'note', 'never', 'error', 'warning'] as const

/** Every option there is, in the order people read them. */
export const options = {
  scanner: option(list, 'IDS', 'Scanners to run, by preset: see `codescan-gate scanners`.'),
  'scanner-args': option(
    words,
    'WORDS',
    'Extra arguments for the preset. Words after `--` replace the files and folders that it scans.',
    { private: true },
  ),
  command: option(words, 'WORDS', 'A command of your own instead of a preset: words, never a shell.', {
    private: true,
  }),
  'findings-exit-codes': option(counts, 'CODES', 'For `command`: exit codes that mean "the scan was completed".', {
    default: '0,1',
  }),
  'working-directory': option(text, 'FOLDER', 'Where scanners run.', { default: '.' }),
  'scan-timeout': option(duration, 'TIME', 'How long one scanner may run.', { default: '30m' }),
  report: option(
    list,
    'GLOBS',
    'Report files to read. Beside `command`: the files that the command writes (default: its standard output).',
  ),
  format: option(text, 'ID', 'The format of the reports: see `codescan-gate formats`.', { default: 'auto' }),
  'tool-name': option(text, 'NAME', "The tool's name, where the format cannot tell."),
  category: option(text, 'NAME', 'The code-scanning category.', { default: 'workflow path, job and matrix' }),
  'checkout-path': option(text, 'FOLDER', 'The root that paths are made relative to.', { default: 'the workspace' }),
  'sarif-output': option(text, 'FILE', 'Where the final SARIF is written.', { default: 'a temporary file' }),
  upload: option(
    choice('required', 'optional', 'off'),
    'MODE',
    'Upload to GitHub code scanning: `required`, `optional` or `off`.',
    {
      default: 'action `required`, CLI `off`',
    },
  ),
  'over-limit': option(
    choice('trim', 'split', 'fail'),
    'MODE',
    'More than GitHub takes: `trim` keeps the worst and says what is left out, `split` makes several uploads under categories of their own, `fail` refuses. The gate always uses all of it.',
    { default: 'trim' },
  ),
  suppressed: option(
    choice('drop', 'keep', 'dismiss'),
    'MODE',
    'Results that the SARIF marks as suppressed: `drop` them from the upload (GitHub would show them as open), `keep` them, or upload them and `dismiss` their alerts, with the justification as comment; an alert dismissed so is reopened when its result counts again.',
    { default: 'drop' },
  ),
  dismissals: option(
    choice('default-branch', 'any-branch', 'dry-run'),
    'MODE',
    'For `suppressed: dismiss`, because a dismissal holds for every branch: `default-branch` only (elsewhere suppressed results are dropped), `any-branch`, or `dry-run`, which uploads and only says what would be dismissed and reopened.',
    { default: 'default-branch' },
  ),
  'github-token': option(text, 'TOKEN', 'Token for the upload; needs `security-events: write`.', {
    secret: 'GITHUB_TOKEN',
    expression: '${{ github.token }}',
    default: '`${{ github.token }}`',
  }),
  'github-api-url': option(url, 'URL', 'The API of GitHub or GitHub Enterprise Server.', {
    default: 'from the environment',
  }),
  repository: option(repository, 'OWNER/NAME', 'The repository that the findings belong to.', {
    default: 'from the environment',
  }),
  ref: option(ref, 'REF', 'The full ref that was scanned. Goes together with `sha`.', {
    default: 'from the environment',
  }),
  sha: option(sha, 'SHA', 'The commit that was scanned. Goes together with `ref`.', {
    default: 'the checked-out commit',
  }),
  'processing-timeout': option(duration, 'TIME', 'How long to wait for GitHub to process the upload.', {
    default: '5m',
  }),
  'untrusted-runs': option(
    choice('local', 'fail'),
    'MODE',
    'Runs of forks and of Dependabot, without secrets and with a read-only token: `local` skips the upload and lets the local gate decide (a required Zadig scan counts as not evaluated), `fail` refuses them.',
    { default: 'local' },
  ),
  'allow-untrusted-checkout': option(
    boolean,
    'BOOLEAN',
    "Scan a pull request's own code in a `pull_request_target` run. Only when you know what its configuration can do.",
    { default: 'false' },
  ),
  zadig: option(
    choice('required', 'optional', 'off'),
    'MODE',
    'Run a Zadig code scan: `required`, `optional` or `off`.',
    {
      default: '`required` once `zadig-url` is given',
    },
  ),
  'zadig-url': option(url, 'URL', 'The Zadig server.'),
  'zadig-token': option(text, 'TOKEN', 'API token of a Zadig user who may run the scan.', { secret: 'ZADIG_TOKEN' }),
  'zadig-project': option(text, 'KEY', 'Key of the Zadig project.'),
  'zadig-scan': option(text, 'NAME', 'Name of the code scan in Zadig.'),
  'zadig-repo': option(zadigRepository, 'OWNER/NAME', "The scan's first repository, as Zadig knows it.", {
    default: '`repository`',
  }),
  'zadig-source': option(text, 'KIND', "The repository's code host in Zadig: github, gitlab, gitee, gerrit, other.", {
    default: 'github',
  }),
  'zadig-branch': option(text, 'NAME', 'The branch to scan; for a pull request its base branch.', {
    default: 'from the build',
  }),
  'zadig-prs': option(counts, 'NUMBERS', 'Pull requests that Zadig merges into the branch before it scans.', {
    default: 'from the build',
  }),
  'zadig-variables': option(variables, 'KEY=VALUE', 'Values for variables that the scan declares, one a line.', {
    private: true,
  }),
  'zadig-timeout': option(duration, 'TIME', 'How long to wait for the Zadig scan.', { default: '30m' }),
  'fail-on': option(
    choices(...thresholds),
    'WORD',
    'Lowest severity that blocks: critical, high, medium, low, note, never, or the SARIF levels error, warning. With a comma: either.',
    {
      default: 'high',
    },
  ),
  'warn-on': option(choices(...thresholds), 'WORD', 'The same words: shown, never blocks.', {
    default: 'one step below `fail-on`',
  }),
  'max-findings': option(count, 'NUMBER', 'How many findings at or above `fail-on` are tolerated.', { default: '0' }),
  enforcement: option(
    choice('block', 'warn', 'off'),
    'MODE',
    '`block`; `warn` shows everything and never fails the job; `off` only reports.',
    {
      default: 'block',
    },
  ),
  'on-error': option(
    choice('fail', 'warn'),
    'MODE',
    'When something required could not be evaluated: `fail` or `warn`.',
    {
      default: 'fail',
    },
  ),
  summary: option(boolean, 'BOOLEAN', 'Write the job summary.', { default: 'true' }),
  annotations: option(
    choice('blocking', 'off'),
    'MODE',
    'Annotations beside the code: `blocking` findings, or `off`.',
    {
      default: 'blocking',
    },
  ),
  matrix: option(text, 'JSON', "The job's matrix, for the category. There is no need to set it.", {
    expression: '${{ toJson(matrix) }}',
    default: '`${{ toJson(matrix) }}`',
  }),
}

export type OptionName = keyof typeof options
export type Options = Values<typeof options>

export const optionNames = Object.keys(options) as OptionName[]
