import type { Schema } from './schema.ts'

const text = (description: string): Schema => ({ type: 'string', description })
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })
const words = (choices: string[], description: string): Schema => ({ type: 'string', enum: choices, description })
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description })
const struct = (properties: Record<string, Schema>, required: string[], description: string): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  description,
})

const severities = ['critical', 'high', 'medium', 'low', 'note', 'unknown']

const finding = struct(
  {
    tool: text('the name of the tool'),
    rule: text('the id of its rule'),
    message: text('what it says'),
    severity: words(severities, 'how bad it is'),
    countsAs: words(severities, 'what the gate ranks it as: the severity, unless that is unknown'),
    ratedBy: text('where the severity comes from'),
    level: words(['error', 'warning', 'note', 'none'], "SARIF's level"),
    score: { type: 'number', minimum: 0, maximum: 10, description: 'the number behind the severity' },
    file: text('the file, from the root of the repository'),
    line: count('from 1'),
    endLine: count('from 1'),
    column: count('from 1'),
    endColumn: count('from 1, exclusive'),
    url: text('the documentation of the rule'),
    cwes: list(text('as in CWE-79'), 'weaknesses'),
    cves: list(text('as in CVE-2021-44228'), 'vulnerabilities'),
    tags: list(text('a tag'), 'tags of the rule'),
    category: text('the category of the analysis'),
    language: text('of the file'),
    kind: text("SARIF's kind"),
    fixable: { type: 'boolean', description: 'whether the tool knows a fix' },
    cvss: { type: 'number', description: 'the CVSS score' },
    epss: { type: 'number', description: 'the chance of being exploited within 30 days' },
    kev: { type: 'boolean', description: 'whether it is known to be exploited' },
    fingerprints: list(text('a value'), 'all fingerprints'),
    isNew: { type: 'boolean', description: 'whether it was not there before; absent when nothing was compared' },
    knownBy: text('how it was known again'),
    since: text('the day it was first seen'),
    accepted: struct(
      {
        by: words(['suppression', 'dismissed alert', 'exception'], 'by what'),
        id: text('of the exception, or the number of the alert'),
        reason: text('why'),
        until: text('the last day'),
      },
      ['by'],
      'why it does not count',
    ),
    gates: list(text('the id of a gate'), 'the gates that count it'),
  },
  ['tool', 'rule', 'message', 'severity', 'countsAs', 'ratedBy', 'level', 'kind', 'fixable'],
  'a finding',
)

const condition = struct(
  {
    id: text('its id, as in the output `failed-gates`'),
    name: text('what was asked'),
    expected: text('what was expected'),
    actual: text('what came'),
    result: words(['pass', 'note', 'warn', 'fail', 'error', 'not-applicable'], 'what that means'),
    phrase: text('what came, as a phrase'),
    explanation: text('why it did not pass'),
    advice: text('what to do'),
    why: text('which setting makes it decide'),
  },
  ['id', 'name', 'expected', 'actual', 'result', 'phrase'],
  'one thing that was asked for',
)

const counts = struct(
  Object.fromEntries([...severities, 'total', 'new', 'fixed', 'accepted'].map((name) => [name, count(name)])),
  [...severities, 'total', 'accepted'],
  'how many findings count, by severity; those that are accepted apart',
)

/** `report.json`; `schemas/report.schema.json` is written from it. */
export const reportSchema: Schema = struct(
  {
    version: { type: 'integer', minimum: 1, maximum: 1, description: 'of this format: 1' },
    generator: struct({ name: text('its name'), version: text('its version') }, ['name', 'version'], 'what wrote it'),
    verdict: words(['pass', 'warn', 'fail', 'error', 'skipped'], 'the verdict'),
    exitCode: count('0 pass, warn or skipped; 1 the gate failed; 3 could not be evaluated'),
    reason: text('the verdict in one line'),
    counts,
    conditions: list(condition, 'everything that was asked for, in order'),
    tools: list(
      struct(
        { name: text('its name'), version: text('its version'), results: count('its results') },
        ['name', 'results'],
        'a tool',
      ),
      'the runs',
    ),
    policy: struct(
      {
        name: text('its path, or `owner/repository/path@ref`'),
        version: words(
          ['base', 'head', 'elsewhere'],
          "the base branch's, the one checked out, or another repository's",
        ),
        branch: text('the base branch, where its version decides'),
      },
      ['name', 'version'],
      'the policy file that decided; absent where the inputs did',
    ),
    comparison: struct(
      {
        status: words(['done', 'failed', 'none'], 'whether new findings were told from old ones'),
        source: words(['baseline', 'base-branch', 'diff'], 'by what'),
        against: text('what it was compared with'),
        commit: text('the commit of that'),
        reason: text('why it could not be told'),
      },
      ['status'],
      'what was there before',
    ),
    findings: list(finding, 'every finding, the worst first'),
    fixed: list(finding, 'what is gone'),
    upload: struct(
      {
        status: text('how it ended'),
        id: text("GitHub's id"),
        url: text('where the alerts are'),
        errors: list(text("GitHub's words"), 'why it failed'),
        warnings: list(text('a sentence'), 'what is worth knowing'),
      },
      ['status'],
      'the upload to code scanning',
    ),
    zadig: {
      type: 'object',
      properties: {
        status: text("Zadig's word"),
        result: words(['passed', 'failed', 'unknown'], 'what it found'),
        taskId: count('the number of the task'),
        url: text('where the task is'),
        resultLink: text('where the result in SonarQube is'),
        error: text('what went wrong'),
        metrics: { type: 'object', description: 'what SonarQube measured' },
      },
      required: ['status'],
      description: 'the scan in Zadig',
    },
    notices: list(text('a sentence'), 'what is worth knowing'),
    sarif: text('where the SARIF is'),
  },
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
  'the report of a run of codescan-gate',
)
