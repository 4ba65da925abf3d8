import type { Run } from 'sarif'
import type { Finding, Place, Rule, Tool } from '../model/finding.ts'
import { toRun } from '../model/run.ts'
import { levelOf } from '../model/severity.ts'
import type { Converter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { hasKeys, isObjectWith, type Report } from './report.ts'
import { Impact, placeIn, rankOf, TextRange, tagOf } from './sonar.ts'

const text = nullish(string)
const At = object({ message: text, filePath: string, textRange: nullish(TextRange) })

const Issue = object({
  engineId: text,
  ruleId: string,
  type: text,
  severity: text,
  effortMinutes: nullish(number),
  primaryLocation: At,
  secondaryLocations: nullish(array(At)),
})
type Issue = Of<typeof Issue>

const RuleEntry = object({
  id: string,
  name: text,
  description: text,
  engineId: text,
  cleanCodeAttribute: text,
  type: text,
  severity: text,
  impacts: nullish(array(Impact)),
})
type RuleEntry = Of<typeof RuleEntry>

const Issues = object({ issues: array(Issue), rules: nullish(array(RuleEntry)) })

const tool: Tool = {
  name: 'SonarQube generic issues',
  url: 'https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format',
}

export const sonarGeneric: Converter = {
  id: 'sonar-generic',
  tool,
  reads: "SonarQube's generic issues (sonar.externalIssuesReportPaths), with rules of their own since 10.3",
  proof: 'documented',
  generic: true,
  detects: isGeneric,
  convert(report) {
    const { issues, rules } = readJson(report, Issues)
    return runsByEngine(issues, new Map((rules ?? []).map((rule) => [rule.id, rule])))
  },
}

function isGeneric(report: Report): boolean {
  if (!hasKeys('issues')(report)) return false
  const { issues, ...others } = report.json() as { issues: unknown }
  if (!Array.isArray(issues) || Object.keys(others).some((key) => key !== 'rules')) return false
  return issues.length === 0 || isObjectWith(issues[0], ['ruleId', 'primaryLocation'])
}

/** A run for each engine: one file may hold the issues of many. */
function runsByEngine(issues: Issue[], rules: Map<string, RuleEntry>): Run[] {
  const engines = new Map<string, Finding[]>()
  if (issues.length === 0) engines.set(soleEngine(rules), [])
  for (const issue of issues) {
    const rule = rules.get(issue.ruleId)
    const engine = issue.engineId || rule?.engineId || tool.name
    engines.set(engine, [...(engines.get(engine) ?? []), toFinding(issue, rule)])
  }
  return [...engines].map(([name, findings]) =>
    toRun(name === tool.name ? tool : { name }, { findings, columns: 'utf16CodeUnits' }),
  )
}

/** Rules without issues still tell whose clean report it is. */
function soleEngine(rules: Map<string, RuleEntry>): string {
  const names = new Set([...rules.values()].map(({ engineId }) => engineId))
  const [name] = names
  return name && names.size === 1 ? name : tool.name
}

function toFinding(issue: Issue, known: RuleEntry | undefined): Finding {
  const { primaryLocation: at, secondaryLocations, effortMinutes } = issue
  const type = issue.type ?? known?.type
  const { word, score } = rankOf(issue.severity ?? known?.severity, type, known?.impacts ?? [])
  return {
    rule: { ...ruleOf(issue.ruleId, type, known), score },
    level: levelOf(word),
    message: at.message ?? '',
    location: placeIn(at.filePath, at.textRange),
    related: (secondaryLocations ?? []).map(
      (it): Place => ({ ...placeIn(it.filePath, it.textRange), ...(it.message && { message: it.message }) }),
    ),
    sarif: ownWords({ severity: word, effortMinutes, 'security-severity': score?.toFixed(1) }),
  }
}

function ruleOf(id: string, type: string | null | undefined, known: RuleEntry | undefined): Rule {
  const qualities = (known?.impacts ?? []).map(({ softwareQuality }) => softwareQuality)
  const tags = [type, known?.cleanCodeAttribute, ...qualities].flatMap((word) => (word ? tagOf(word) : []))
  return {
    id,
    summary: known?.name ?? undefined,
    description: known?.description ?? undefined,
    tags: [...new Set(tags)],
  }
}
