import { option } from './option.ts'
import { boolean, choice, choices, count, list, text } from './values.ts'

const thresholds = ['critical', 'high', 'medium', 'low', 'note', 'never', 'error', 'warning'] as const

/** What the gate demands, and where it says so. */
export const gateOptions = {
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
  'new-only': option(
    choice('true', 'false', 'auto'),
    'WORD',
    'Whether only new findings count: `true`, `false`, or `auto`, which is true on pull requests and in merge queues.',
    { default: 'auto' },
  ),
  baseline: option(list, 'GLOBS', 'SARIF files that say what is old.'),
  policy: option(
    text,
    'FILE',
    'The policy file, or `owner/repository/path@ref` for one in another repository. See docs/policy.md.',
    { default: '`.github/codescan-gate.yml`, if there is one' },
  ),
  'policy-ref': option(
    choice('base', 'head'),
    'WORD',
    "Which version of a policy file of this repository decides on a pull request: the `base` branch's, or the `head`'s.",
    { default: 'base' },
  ),
  'policy-token': option(text, 'TOKEN', 'A token that may read the policy in another repository.', {
    default: '`github-token`',
  }),
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
    choice('blocking', 'new', 'off'),
    'MODE',
    'Annotations beside the code, nine of a kind at most, the worst first: of the `blocking` findings, of all `new` ones, or `off`.',
    {
      default: 'blocking',
    },
  ),
  comment: option(
    choice('off', 'on-failure', 'always'),
    'MODE',
    'A comment on the pull request, one that is kept up to date: `off`, `on-failure`, or `always`. Needs `pull-requests: write`.',
    { default: 'off' },
  ),
  'report-dir': option(
    text,
    'FOLDER',
    'Receives `report.json`, with every finding, `report.md`, the summary, `report.html`, to read in a browser, `report.junit.xml`, and `gl-code-quality.json`, for GitLab.',
  ),
}
