import { option } from './option.ts'
import { boolean, choice, duration, ref, repository, sha, text, url } from './values.ts'

/** Where the findings go on GitHub, and for whom. */
export const githubOptions = {
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
    choice('drop', 'keep'),
    'MODE',
    'Results that the SARIF marks as suppressed: `drop` them from the upload (GitHub would show them as open), or `keep` them.',
    { default: 'drop' },
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
}
