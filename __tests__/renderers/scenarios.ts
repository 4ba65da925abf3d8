import type { Run } from 'sarif'
import { policyOfInputs } from '../../src/config/policy.ts'
import { judge } from '../../src/gate/judge.ts'
import { match } from '../../src/gate/match.ts'
import { NotEvaluated, ServiceError } from '../../src/model/errors.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Facts, Outcome, Upload, ZadigScan } from '../../src/model/outcome.ts'
import type { Policy } from '../../src/model/policy.ts'
import { toRun } from '../../src/model/run.ts'
import { inputsOf, policyFrom } from '../kit/policy.ts'
import { hostile } from './hostile.ts'

/**
 * What renderers are tried on: outcomes as the real gate makes them of real facts, at a fixed time. Nothing here is an
 * outcome written by hand, so a renderer meets no combination that cannot come about.
 */
export interface Scenario {
  /** The start of the names of its golden files: `<name>.<surface>`. */
  name: string
  outcome: Outcome
}

/** The time of every scenario. */
export const now = Date.UTC(2026, 10, 22, 12)

/** Where the run stands, for renderers that link. */
export const place = {
  blobUrl: 'https://github.example/octo/shop/blob/9e1b0c2f00000000000000000000000000000000/',
  commit: '9e1b0c2f00000000000000000000000000000000',
  runUrl: 'https://github.example/octo/shop/actions/runs/4711',
  reportPath: 'out/report.json',
} as const

const hourMs = 3_600_000

const injection: Finding = {
  rule: {
    id: 'js/sql-injection',
    summary: 'Query built from user input',
    url: 'https://rules.example/js/sql-injection',
    weaknesses: ['CWE-89'],
    score: 8.8,
  },
  level: 'error',
  message: 'Query built from `req.query.id`.',
  location: { file: 'src/db.ts', line: 42, column: 9, endLine: 42, endColumn: 31 },
}
const shell: Finding = {
  rule: {
    id: 'js/command-line-injection',
    summary: 'Shell command from user input',
    url: 'https://rules.example/js/command-line-injection',
    weaknesses: ['CWE-78', 'CWE-88'],
  },
  level: 'error',
  message: 'Shell command from user input.',
  location: { file: 'src/run [old].ts', line: 7, column: 3 },
}
const unused: Finding = {
  rule: { id: 'no-unused-vars', url: 'https://rules.example/no-unused-vars' },
  level: 'warning',
  message: "'x' is assigned a value but never used.",
  location: { file: 'src/run [old].ts', line: 1, column: 7, endLine: 1, endColumn: 8 },
}
const loose: Finding = {
  rule: { id: 'eqeqeq', url: 'https://rules.example/eqeqeq' },
  level: 'warning',
  message: "Expected '===' and instead saw '=='.",
  location: { file: 'src/cart.ts', line: 12, column: 8, endLine: 14, endColumn: 2 },
}
const style: Finding = {
  rule: { id: 'semi' },
  level: 'note',
  message: 'Missing semicolon.',
  location: { file: 'src/cart.ts', line: 3 },
}
const wholeFile: Finding = {
  rule: { id: 'license-header' },
  level: 'note',
  message: 'There is no licence header.',
  location: { file: 'README.md' },
}
const legacy: Finding = {
  rule: { id: 'js/log-injection', url: 'https://rules.example/js/log-injection', weaknesses: [117], score: 7.8 },
  level: 'error',
  message: 'User input reaches the log.',
  location: { file: 'legacy/log.js', line: 88, column: 5 },
}
const inSource: Finding = {
  rule: { id: 'no-eval' },
  level: 'error',
  message: '`eval` can be harmful.',
  location: { file: 'src/console.ts', line: 5, column: 1 },
  sarif: { suppressions: [{ kind: 'inSource', justification: 'The console is for developers only.' }] },
}
const dismissed: Finding = {
  rule: { id: 'js/weak-hash', url: 'https://rules.example/js/weak-hash', weaknesses: [328], score: 7.5 },
  level: 'error',
  message: 'MD5 is broken.',
  location: { file: 'src/etag.ts', line: 19, column: 10 },
}
const odd: Finding = {
  rule: { id: 'odd' },
  level: 'warning',
  message: 'A score that is none.',
  location: { file: '/opt/elsewhere.ts', line: 2 },
  sarif: { properties: { 'security-severity': 'very' } },
}

const eslint = (findings: Finding[]): Run => toRun({ name: 'ESLint', version: '10.15.0' }, { findings })
const shellcheck = (findings: Finding[]): Run => toRun({ name: 'ShellCheck', version: '0.11.0' }, { findings })

/** What a policy file says, read as the program reads it. */
const policyFile = `
version: 1
sources: {upload: required, zadig: required}
gates:
  - {id: no-new-high, title: No new high or critical findings, scope: new, where: {severity: ">=high"}, max: 0}
  - {id: ratchet, title: Total must not grow (medium and above), scope: delta, where: {severity: ">=medium"}, max: 0}
  - {id: medium, title: Medium findings, scope: all, where: {severity: medium}, max: 2, then: warn}
exceptions:
  - id: EX-12
    match: {rule: js/log-injection, path: "legacy/**"}
    reason: The legacy module is removed in Q1; its input is numeric only.
    expires: 2027-01-31
`
const strict = await policyFrom(policyFile, inputsOf({ zadig: 'required' }, 'pull_request'), now)
const policy = { name: '.github/codescan-gate.yml', version: 'base', branch: 'main' } as const

/** What the inputs say, where there is no policy file. */
const simple = policyOfInputs(inputsOf({ 'fail-on': 'high', zadig: 'required' }))

const uploaded: Upload = {
  id: 'b3f1c2d4-0000-4000-8000-000000000000',
  status: 'complete',
  url: 'https://github.example/octo/shop/security/code-scanning?query=is%3Aopen%20pr%3A12',
  uploads: [],
  errors: [],
  warnings: [],
  elapsedMs: 11_000,
}
const scanned: ZadigScan = {
  taskId: 318,
  scan: 'shop-codescan',
  project: 'shop',
  branch: 'main',
  prs: [12],
  status: 'passed',
  result: 'passed',
  url: 'https://zadig.example/v1/projects/detail/shop/scanner/detail/shop-codescan/task/318?id=64b000000000000000000001',
  resultLink: '',
  elapsedMs: 221_000,
}

const done = <T>(value: T) => ({ status: 'done', value }) as const

/** The same findings as an analysis of the base branch has them. */
function comparedWith(runs: Run[], before: Run[]): Facts['comparison'] {
  return done({
    source: 'base-branch',
    against: 'the analysis of main at 4f2c1aa (2 hours old)',
    commit: '4f2c1aa000000000000000000000000000000000',
    before,
    notices: [],
    ...match(runs, before),
  } as const)
}

function outcomeOf(facts: Partial<Facts>, wanted: Policy = simple): Outcome {
  const all: Facts = { runs: [], problems: [], upload: { status: 'skipped' }, zadig: { status: 'skipped' }, ...facts }
  return { ...all, ...judge(all, wanted, now) }
}

function pass(): Outcome {
  const runs = [eslint([loose, legacy, inSource, style, wholeFile]), shellcheck([])]
  const before = [eslint([unused, loose, legacy, inSource, style, wholeFile]), shellcheck([])]
  return outcomeOf(
    {
      runs,
      policy,
      upload: done(uploaded),
      zadig: done(scanned),
      comparison: comparedWith(runs, before),
      sarifPath: 'out/gate.sarif',
    },
    strict,
  )
}

function failWithNew(): Outcome {
  const runs = [eslint([unused, injection, shell, loose, legacy, inSource, dismissed, style, wholeFile, odd])]
  const before = [eslint([loose, legacy, inSource, dismissed, style])]
  const result = runs[0]!.results!.find(({ ruleId }) => ruleId === dismissed.rule.id)!
  return outcomeOf(
    {
      runs,
      policy,
      upload: done(uploaded),
      comparison: comparedWith(runs, before),
      dismissed: done(new Map([[result, { alert: 31, reason: 'false positive', comment: 'An ETag is no secret.' }]])),
      sarifPath: 'out/gate.sarif',
      notices: ['This pull request changes the policy. After the merge the verdict would be PASS: no findings.'],
    },
    strict,
  )
}

function warn(): Outcome {
  const warnings = [
    'ESLint: 1 result has no place in the repository, so GitHub shows it without a file.',
    'GitHub stored 1 of 2 results; the gate has used all of them.',
  ]
  return outcomeOf({
    runs: [eslint([unused, loose])],
    upload: done({ ...uploaded, warnings }),
    sarifPath: 'out/gate.sarif',
  })
}

function zadigFailed(): Outcome {
  const runs = [eslint([])]
  return outcomeOf(
    {
      runs,
      policy,
      upload: done(uploaded),
      zadig: done({
        ...scanned,
        status: 'failed',
        result: 'failed',
        resultLink: 'https://sonar.example/dashboard?id=shop',
        error: 'quality gate of the project shop is ERROR',
        metrics: { gate: 'ERROR', bugs: '3', vulnerabilities: '1', codeSmells: '27', coverage: '61.4' },
      }),
      comparison: comparedWith(runs, [eslint([unused])]),
      sarifPath: 'out/gate.sarif',
    },
    strict,
  )
}

function uploadRejected(): Outcome {
  const errors = [
    'locationFromSarifResult: expected artifact location (run 0, result 17, rule KSV014)',
    'rejecting SARIF, as there are <more> results per run than allowed (26000 > 25000)',
  ]
  return outcomeOf({
    runs: [eslint([style])],
    upload: done({ ...uploaded, status: 'failed', errors }),
    sarifPath: 'out/gate.sarif',
  })
}

function error(): Outcome {
  const crash = `ESLint ended with exit code 2, which means that it did not complete the scan (it does with 0 or 1). It said:
Oops! Something went wrong! :(

TypeError: Cannot read properties of undefined (reading 'type')
    at \`Linter\` (lib/linter.js:1)
\`\`\`
<b>not bold</b>`
  return outcomeOf({
    runs: [shellcheck([unused])],
    problems: [
      new NotEvaluated(crash),
      new NotEvaluated('No report matches `out/*.sarif`. Did the scanner run, and write it there?'),
    ],
    upload: {
      status: 'failed',
      error: new ServiceError(
        'The upload failed. GitHub answered 403 (Resource not accessible by integration). The token lacks a permission. Add `permissions: { contents: read, security-events: write }` to the job.',
        403,
      ),
    },
    sarifPath: 'out/gate.sarif',
  })
}

async function skipped(): Promise<Outcome> {
  const text = 'version: 1\ngates: [{id: nightly, title: Nothing old, where: {age: ">30d"}, events: [schedule]}]\n'
  const nightly = await policyFrom(text, inputsOf({}, 'push'), now)
  return outcomeOf({ runs: [eslint([style])], policy: { name: policy.name, version: 'head' } }, nightly)
}

function noFindings(): Outcome {
  return outcomeOf({
    runs: [eslint([]), shellcheck([])],
    upload: done(uploaded),
    sarifPath: 'out/gate.sarif',
  })
}

function manyFindings(count: number): Outcome {
  const findings = Array.from({ length: count }, (_, at): Finding => {
    const { location, ...known } = [injection, unused, style][at % 3]!
    return { ...known, location: { ...location!, file: `src/deep/file${at % 500}.ts`, line: at + 1, endLine: at + 1 } }
  })
  return outcomeOf({ runs: [eslint(findings)], upload: done(uploaded), sarifPath: 'out/gate.sarif' })
}

/** One text in every field that a scanner, a repository, a server, a policy or a user may fill. */
export function outcomeOfText(...texts: string[]): Outcome {
  const finding = (text: string, at: number): Finding => ({
    rule: { id: text || 'empty', summary: text, help: text, url: text, weaknesses: [text], tags: [text] },
    level: at % 2 ? 'warning' : 'error',
    message: text,
    location: { file: text, line: at + 1, column: 1 },
  })
  const findings = texts.flatMap((text, at) => [
    finding(text, at),
    { ...finding(text, at), rule: { id: `x ${text}`, url: `https://rules.example/${text}` } },
    { ...finding(text, at), sarif: { suppressions: [{ kind: 'external' as const, justification: text }] } },
  ])
  const all = texts.join('\n')
  const run = toRun({ name: all || 'T', version: all, url: all }, { findings })
  const gate = { id: all, title: all, what: all, where: { tool: [{ text: all, matches: () => false }] } }
  const limits = [
    ...simple.gates,
    { ...gate, scope: 'all', max: 0, ifBroken: 'fail', ifUnknown: 'warn' },
    { ...gate, scope: 'new', max: 0, ifBroken: 'fail', ifUnknown: 'warn' },
  ] as const
  const exceptions = [{ id: all, reason: all, expires: now + hourMs, match: { rule: [{ text: all, matches: isX }] } }]
  const problems = [new NotEvaluated(all), ...texts.slice(0, 3).map((text) => new NotEvaluated(text))]
  const facts: Partial<Facts> = {
    runs: [{ ...run, automationDetails: { id: all } }],
    problems,
    policy: { name: all, version: 'base', branch: all },
    upload: done({ ...uploaded, id: all, status: 'failed', errors: texts, warnings: texts, url: all }),
    zadig: done({
      ...scanned,
      ...{ scan: all, project: all, branch: all, status: all, url: all, resultLink: all, error: all },
      result: 'failed',
      metrics: { gate: all, bugs: all, vulnerabilities: all, codeSmells: all, coverage: all },
    }),
    comparison: done({
      source: 'baseline',
      against: all,
      commit: all,
      known: new Map(),
      fixed: new Set(),
      notices: [all],
    }),
    dismissed: done(new Map([[run.results![0]!, { alert: 1, reason: all, comment: all }]])),
    notices: texts,
    sarifPath: all,
  }
  return outcomeOf(facts, { ...simple, gates: [...limits], exceptions })
}

const isX = (rule: string) => rule.startsWith('x ')

/** Those of the corpus that are short enough to be read by people in one golden file. */
export const readable = hostile.map(([, text]) => text).filter((text) => text.length < 300)

export const scenarios: Scenario[] = [
  { name: 'pass', outcome: pass() },
  { name: 'fail-with-new', outcome: failWithNew() },
  { name: 'warn', outcome: warn() },
  { name: 'zadig-failed', outcome: zadigFailed() },
  { name: 'upload-rejected', outcome: uploadRejected() },
  { name: 'error', outcome: error() },
  { name: 'skipped', outcome: await skipped() },
  { name: 'no-findings', outcome: noFindings() },
  { name: '25000-findings', outcome: manyFindings(25_000) },
  { name: 'hostile', outcome: outcomeOfText(...readable) },
]
