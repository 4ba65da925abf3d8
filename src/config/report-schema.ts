import type { Schema } from './schema.ts'
import { anyText, list, struct, words } from './schema-words.ts'

/** What is ours to write has no upper end. */
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })

const severities = ['critical', 'high', 'medium', 'low', 'note', 'unknown']

const finding = struct(
  {
    tool: anyText('the name of the tool'),
    rule: anyText('the id of its rule'),
    message: anyText('what it says'),
    severity: words(severities, 'how bad it is'),
    countsAs: words(severities, 'what the gate ranks it as: the severity, unless that is unknown'),
    ratedBy: anyText('where the severity comes from'),
    level: words(['error', 'warning', 'note', 'none'], "SARIF's level"),
    score: { type: 'number', minimum: 0, maximum: 10, description: 'the number behind the severity' },
    file: anyText('the file, from the root of the repository'),
    line: count('from 1'),
    endLine: count('from 1'),
    column: count('from 1'),
    endColumn: count('from 1, exclusive'),
    url: anyText('the documentation of the rule'),
    cwes: list(anyText('as in CWE-79'), 'weaknesses'),
    cves: list(anyText('as in CVE-2021-44228'), 'vulnerabilities'),
    tags: list(anyText('a tag'), 'tags of the rule'),
    category: anyText('the category of the analysis'),
    language: anyText('of the file'),
    kind: anyText("SARIF's kind"),
    fixable: { type: 'boolean', description: 'whether the tool knows a fix' },
    cvss: { type: 'number', description: 'the CVSS score' },
    epss: { type: 'number', description: 'the chance of being exploited within 30 days' },
    kev: { type: 'boolean', description: 'whether it is known to be exploited' },
    fingerprints: list(anyText('a value'), 'all fingerprints'),
    isNew: { type: 'boolean', description: 'whether it was not there before; absent when nothing was compared' },
    knownBy: anyText('how it was known again'),
    since: anyText('the day it was first seen'),
    accepted: struct(
      {
        by: words(['suppression', 'dismissed alert', 'exception'], 'by what'),
        id: anyText('of the exception, or the number of the alert'),
        reason: anyText('why'),
        until: anyText('the last day'),
      },
      'why it does not count',
      ['by'],
    ),
    gates: list(anyText('the id of a gate'), 'the gates that count it'),
  },
  'a finding',
  ['tool', 'rule', 'message', 'severity', 'countsAs', 'ratedBy', 'level', 'kind', 'fixable'],
)

const condition = struct(
  {
    id: anyText('its id, as in the output `failed-gates`'),
    name: anyText('what was asked'),
    expected: anyText('what was expected'),
    actual: anyText('what came'),
    result: words(['pass', 'note', 'warn', 'fail', 'error', 'not-applicable'], 'what that means'),
    phrase: anyText('what came, as a phrase'),
    explanation: anyText('why it did not pass'),
    advice: anyText('what to do'),
    why: anyText('which setting makes it decide'),
  },
  'one thing that was asked for',
  ['id', 'name', 'expected', 'actual', 'result', 'phrase'],
)

const counts = struct(
  Object.fromEntries([...severities, 'total', 'new', 'fixed', 'accepted'].map((name) => [name, count(name)])),
  'how many findings count, by severity; those that are accepted apart',
  [...severities, 'total', 'accepted'],
)

/** `report.json`; `schemas/report.schema.json` is written from it. */
export const reportSchema: Schema = struct(
  {
    version: { type: 'integer', minimum: 1, maximum: 1, description: 'of this format: 1' },
    generator: struct({ name: anyText('its name'), version: anyText('its version') }, 'what wrote it', [
      'name',
      'version',
    ]),
    verdict: words(['pass', 'warn', 'fail', 'error', 'skipped'], 'the verdict'),
    exitCode: count('0 pass, warn or skipped; 1 the gate failed; 3 could not be evaluated'),
    reason: anyText('the verdict in one line'),
    counts,
    conditions: list(condition, 'everything that was asked for, in order'),
    tools: list(
      struct({ name: anyText('its name'), version: anyText('its version'), results: count('its results') }, 'a tool', [
        'name',
        'results',
      ]),
      'the runs',
    ),
    policy: struct(
      {
        name: anyText('its path, or `owner/repository/path@ref`'),
        version: words(
          ['base', 'head', 'elsewhere'],
          "the base branch's, the one checked out, or another repository's",
        ),
        branch: anyText('the base branch, where its version decides'),
      },
      'the policy file that decided; absent where the inputs did',
      ['name', 'version'],
    ),
    comparison: struct(
      {
        status: words(['done', 'failed', 'none'], 'whether new findings were told from old ones'),
        source: words(['baseline', 'base-branch', 'diff'], 'by what'),
        against: anyText('what it was compared with'),
        commit: anyText('the commit of that'),
        reason: anyText('why it could not be told'),
      },
      'what was there before',
      ['status'],
    ),
    findings: list(finding, 'every finding, the worst first'),
    fixed: list(finding, 'what is gone'),
    upload: struct(
      {
        status: anyText('how it ended'),
        id: anyText("GitHub's id"),
        url: anyText('where the alerts are'),
        errors: list(anyText("GitHub's words"), 'why it failed'),
        warnings: list(anyText('a sentence'), 'what is worth knowing'),
      },
      'the upload to code scanning',
      ['status'],
    ),
    zadig: {
      type: 'object',
      properties: {
        status: anyText("Zadig's word"),
        result: words(['passed', 'failed', 'unknown'], 'what it found'),
        taskId: count('the number of the task'),
        url: anyText('where the task is'),
        resultLink: anyText('where the result in SonarQube is'),
        error: anyText('what went wrong'),
        metrics: { type: 'object', description: 'what SonarQube measured' },
      },
      required: ['status'],
      description: 'the scan in Zadig',
    },
    notices: list(anyText('a sentence'), 'what is worth knowing'),
    sarif: anyText('where the SARIF is'),
  },
  'the report of a run of codescan-gate',
  [
    'version',
    'generator',
    'verdict',
    'exitCode',
    'reason',
    'counts',
    'conditions',
    'tools',
    'comparison',
    'findings',
    'upload',
    'zadig',
    'notices',
  ],
)
