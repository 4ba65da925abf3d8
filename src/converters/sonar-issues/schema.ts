import * as z from 'zod/mini'
import { Impact, TextRange } from '../sonar.ts'

const text = z.nullish(z.string())
const tags = z.nullish(z.array(z.string()))
const total = z.nullish(z.number())

const Step = z.object({ component: text, textRange: z.nullish(TextRange), msg: text })
const Flows = z.nullish(z.array(z.object({ locations: z.nullish(z.array(Step)) })))
export type Step = z.output<typeof Step>

const Issue = z.object({
  // The old sonar-report.json has the fields of a text range in the issue itself.
  ...TextRange.shape,
  key: text,
  rule: z.string(),
  component: z.string(),
  subProject: text,
  severity: text,
  type: text,
  impacts: z.nullish(z.array(Impact)),
  line: z.nullish(z.number()),
  textRange: z.nullish(TextRange),
  flows: Flows,
  message: text,
  status: text,
  issueStatus: text,
  resolution: text,
  tags,
  effort: text,
})
export type Issue = z.output<typeof Issue>

const Hotspot = z.object({
  key: text,
  // Older servers leave the rule out.
  ruleKey: text,
  component: z.string(),
  securityCategory: text,
  vulnerabilityProbability: text,
  line: z.nullish(z.number()),
  textRange: z.nullish(TextRange),
  flows: Flows,
  message: text,
  status: text,
  resolution: text,
})
export type Hotspot = z.output<typeof Hotspot>

const Component = z.object({ key: z.string(), path: text, qualifier: text, moduleKey: text })
export type Component = z.output<typeof Component>

const RuleEntry = z.object({ key: z.string(), name: text })

/** One page of `api/issues/search` or `api/hotspots/search`, or a whole sonar-report.json. */
export const Page = z.object({
  version: text,
  total,
  paging: z.nullish(z.object({ total })),
  issues: z.nullish(z.array(Issue)),
  hotspots: z.nullish(z.array(Hotspot)),
  components: z.nullish(z.array(Component)),
  rules: z.nullish(z.array(RuleEntry)),
})
export type Page = z.output<typeof Page>
