import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import { Impact, TextRange } from '../sonar.ts'

const text = nullish(string)
const tags = nullish(array(string))
const total = nullish(number)

const Step = object({ component: text, textRange: nullish(TextRange), msg: text })
const Flows = nullish(array(object({ locations: nullish(array(Step)) })))
export type Step = Of<typeof Step>

const Issue = object({
  // The old sonar-report.json has the fields of a text range in the issue itself.
  ...TextRange.members,
  key: text,
  rule: string,
  component: string,
  subProject: text,
  severity: text,
  type: text,
  impacts: nullish(array(Impact)),
  line: nullish(number),
  textRange: nullish(TextRange),
  flows: Flows,
  message: text,
  status: text,
  issueStatus: text,
  resolution: text,
  tags,
  effort: text,
})
export type Issue = Of<typeof Issue>

const Hotspot = object({
  key: text,
  // Older servers leave the rule out.
  ruleKey: text,
  component: string,
  securityCategory: text,
  vulnerabilityProbability: text,
  line: nullish(number),
  textRange: nullish(TextRange),
  flows: Flows,
  message: text,
  status: text,
  resolution: text,
})
export type Hotspot = Of<typeof Hotspot>

const Component = object({ key: string, path: text, qualifier: text, moduleKey: text })
export type Component = Of<typeof Component>

const RuleEntry = object({ key: string, name: text })

/** One page of `api/issues/search` or `api/hotspots/search`, or a whole sonar-report.json. */
export const Page = object({
  version: text,
  total,
  paging: nullish(object({ total })),
  issues: nullish(array(Issue)),
  hotspots: nullish(array(Hotspot)),
  components: nullish(array(Component)),
  rules: nullish(array(RuleEntry)),
})
export type Page = Of<typeof Page>
