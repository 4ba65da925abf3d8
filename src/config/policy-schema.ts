import { finding, severities, where } from './policy-finding-schema.ts'
import type { Schema } from './schema.ts'
import { count, flag, some, struct, text, words } from './schema-words.ts'

/** What starts workflows (https://docs.github.com/actions/reference/events-that-trigger-workflows); a misspelt one would never apply. */
const events = [
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'image_version',
  'issue_comment',
  'issues',
  'label',
  'merge_group',
  'milestone',
  'page_build',
  'public',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_target',
  'push',
  'registry_package',
  'release',
  'repository_dispatch',
  'schedule',
  'status',
  'watch',
  'workflow_dispatch',
  'workflow_run',
]

const needs = ['required', 'optional', 'off'] as const

const gate: Schema = struct(
  {
    id: text('what it is called in outputs'),
    title: text('what it is called in summaries'),
    scope: words(['new', 'all', 'delta', 'fixed'], 'which findings are counted', 'all'),
    where,
    max: count('how many are tolerated'),
    min: count('how many there have to be, for the scope `fixed`'),
    // biome-ignore lint/suspicious/noThenProperty: it is the word of the policy file.
    then: words(['fail', 'warn', 'note'], 'what a broken limit means', 'fail'),
    'if-unknown': words(['match', 'no-match', 'warn'], 'what a finding counts for that lacks what is asked', 'warn'),
    events: {
      type: 'array',
      items: words(events, "GitHub's word for what started the run"),
      minItems: 1,
      description: 'for which events it holds',
    },
    status: struct(
      {
        source: words(['zadig'], 'whose status'),
        pass: some(text('a status that passes')),
        warn: some(text('a status that warns')),
        fail: some(text('a status that fails')),
        skip: some(text('a status that decides nothing')),
      },
      'what the words of Zadig mean',
      ['source'],
    ),
  },
  'a limit on findings, or what the status of Zadig means',
  ['id'],
)

const exception = struct(
  {
    id: text('what it is called in reports'),
    match: where,
    reason: text('why it is accepted'),
    owner: text('who answers for it'),
    ticket: text('where it is followed up'),
    expires: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'the last day on which it holds, UTC, as in `2027-01-31`',
    },
  },
  'findings that somebody accepted',
  ['id', 'match'],
)

const settings = struct(
  {
    'unknown-severity': words(severities, 'what a severity counts as that nobody knows', 'high'),
    'level-severity': struct(
      Object.fromEntries(
        ['error', 'warning', 'note', 'none'].map((level) => [level, words(severities, `the severity of \`${level}\``)]),
      ),
      'the severities of findings without a score',
    ),
    enforcement: words(['block', 'warn', 'off'], 'whether a broken limit fails the job', 'block'),
    'on-error': words(['fail', 'warn'], 'what becomes of something required that could not be evaluated', 'fail'),
    lock: flag('whether inputs may not loosen this file'),
    'severity-overrides': {
      type: 'array',
      items: struct(
        { ...finding, severity: words(severities, 'what it is rated as') },
        'findings that are rated otherwise',
        ['severity'],
      ),
      description: 'the first that fits wins over everything a tool says',
    },
  },
  'how findings are rated, and what a verdict does',
)

const newness = struct(
  {
    source: words(['auto', 'baseline', 'base-branch', 'diff'], 'by what a finding is told to be new', 'auto'),
    baseline: some(text('SARIF files that say what is old')),
    'diff-match': words(['any', 'all'], 'whether one changed line is enough', 'any'),
    'on-missing': words(['fail', 'warn', 'all'], 'what to do when nobody knows what is new', 'fail'),
  },
  'what "new" means',
)

const sources = struct(
  {
    scanner: words(needs, 'the scanners and their reports', 'required'),
    upload: words(needs, 'that GitHub took and processed the upload'),
    zadig: words(needs, 'the scan in Zadig'),
    'dismissed-alerts': words(needs, 'what people dismissed on GitHub', 'optional'),
  },
  'what has to be known for a verdict',
)

const exceptionRules = struct(
  {
    require: {
      type: 'array',
      items: words(['reason', 'expires', 'owner', 'ticket'], 'a key'),
      description: 'what every exception has to have',
    },
    'max-days': { type: 'integer', minimum: 1, maximum: 36_500, description: 'how far away its end may be' },
    'warn-before': {
      type: 'string',
      pattern: '^\\d+[dw]$',
      description: 'how long before its end it is listed, as in `14d`',
    },
    expired: words(['ignore', 'fail'], 'what an exception does whose day is over', 'ignore'),
    unused: words(['warn', 'ignore'], 'what becomes of an exception that meets nothing', 'warn'),
    suppressions: words(['honor', 'ignore'], 'whether suppressions in the SARIF count', 'honor'),
    dismissed: words(['honor', 'ignore'], 'whether alerts dismissed on GitHub count', 'honor'),
  },
  'what is asked of exceptions',
)

/** The policy file. `schemas/policy.schema.json` is written from it. */
export const policySchema: Schema = struct(
  {
    version: { type: 'integer', minimum: 1, maximum: 1, description: 'the version of this language: 1' },
    settings,
    new: newness,
    sources,
    gates: { type: 'array', items: gate, description: 'each is evaluated, in this order' },
    exceptions: { type: 'array', items: exception, description: 'what somebody accepted' },
    'exception-rules': exceptionRules,
  },
  'the policy of the gate',
  ['version'],
)
