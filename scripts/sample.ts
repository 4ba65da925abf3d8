import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Run } from 'sarif'
import type { Finding, Rule } from '../src/model/finding.ts'
import { toRun } from '../src/model/run.ts'

/** Where the source stands that the sample's findings are about. */
export const sampleFolder = join('examples', 'shop')

/** A finding at the first place where a text stands in a file of the sample. */
interface Remark {
  rule: Rule
  level: Finding['level']
  message: string
  file: string
  at: string
}

function rule(id: string, score?: number, weaknesses?: number[]): Rule {
  return { id, url: `https://rules.example/${id}`, score, weaknesses }
}

const before: Record<string, Remark[]> = {
  Semgrep: [
    {
      rule: rule('js/log-injection', 7.8, [117]),
      level: 'warning',
      message: 'What a request brings reaches the log as it came.',
      file: 'legacy/log.js',
      at: "'visited: ' + entry",
    },
    {
      rule: rule('js/weak-hash', 5.9, [328]),
      level: 'warning',
      message: 'MD5 is broken; use SHA-256.',
      file: 'src/invoice.ts',
      at: "createHash('md5')",
    },
  ],
  ESLint: [
    warning('no-var', 'legacy/log.js', 'var entry', 'Unexpected var, use let or const instead.'),
    warning('no-var', 'legacy/log.js', 'var i', 'Unexpected var, use let or const instead.'),
    warning('prefer-template', 'legacy/log.js', "request.ip + ' '", 'Unexpected string concatenation.'),
    warning('eqeqeq', 'src/orders.ts', '== 0', 'Expected `===` and instead saw `==`.'),
  ],
  Trivy: [
    {
      rule: rule('CVE-2022-24999', 7.5, [1321]),
      level: 'error',
      message: '`qs` 6.5.2: prototype pollution through the query string; fixed in 6.5.3.',
      file: 'package.json',
      at: '"qs": "6.5.2"',
    },
  ],
}

/** What was fixed since. */
const fixed: Remark = {
  rule: rule('js/regex-injection', 7.5, [730]),
  level: 'error',
  message: 'A regular expression is made of what the user sends.',
  file: 'src/orders.ts',
  at: 'ORDER BY',
}

/** What is new. */
const added: Record<string, Remark[]> = {
  Semgrep: [
    {
      rule: rule('js/sql-injection', 9.8, [89]),
      level: 'error',
      message: 'The query is put together from `customer`, which comes from the request. Use a parameter.',
      file: 'src/orders.ts',
      at: "'${customer}'",
    },
    {
      rule: rule('js/command-injection', 8.8, [78]),
      level: 'error',
      message: 'A shell command is put together from `order`, which comes from the request.',
      file: 'src/invoice.ts',
      at: '${folder}/${order}.pdf',
    },
    {
      rule: rule('js/hardcoded-password', 7.2, [798]),
      level: 'error',
      message: 'A password stands in the source.',
      file: 'src/pool.ts',
      at: "'correct-horse-battery'",
    },
  ],
  ESLint: [warning('no-console', 'legacy/log.js', 'console.log(lines', 'Unexpected console statement.')],
  Trivy: [
    {
      rule: rule('CVE-2024-29041', 6.1, [601]),
      level: 'warning',
      message: '`express` 4.17.1: open redirect by malformed addresses; fixed in 4.19.2.',
      file: 'package.json',
      at: '"express": "4.17.1"',
    },
  ],
}

function warning(id: string, file: string, at: string, message: string): Remark {
  return { rule: rule(id), level: id === 'no-console' ? 'note' : 'warning', file, at, message }
}

const versions: Record<string, string> = { Semgrep: '1.139.0', ESLint: '10.15.0', Trivy: '0.58.1' }

/** Three tools on the sample, as they were on the base branch and as they are now. */
export function sampleRuns(root: string): { now: Run[]; before: Run[] } {
  const runOf = (name: string, remarks: Remark[]) =>
    toRun(
      { name, version: versions[name] },
      { findings: remarks.map((one) => findingOf(one, join(root, sampleFolder))) },
    )
  const tools = Object.keys(before)
  return {
    now: tools.map((tool) => runOf(tool, [...(before[tool] ?? []), ...(added[tool] ?? [])])),
    before: tools.map((tool) => runOf(tool, [...(before[tool] ?? []), ...(tool === 'Semgrep' ? [fixed] : [])])),
  }
}

function findingOf({ rule, level, message, file, at }: Remark, folder: string): Finding {
  const text = readFileSync(join(folder, file), 'utf8')
  const start = text.indexOf(at)
  if (start < 0) throw new Error(`${file} does not hold ${at}.`)
  const lines = text.slice(0, start).split('\n')
  const column = lines.at(-1)!.length + 1
  const place = { file, line: lines.length, column, endLine: lines.length, endColumn: column + at.length }
  return { rule, level, message, location: place }
}
