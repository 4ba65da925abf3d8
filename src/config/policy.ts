import { messageOf, UserError } from '../model/errors.ts'
import type { Need } from '../model/outcome.ts'
import { defaultRatings, type Policy, type SimpleLimits, simpleGates } from '../model/policy.ts'
import type { Severity } from '../model/severity.ts'
import { type At, exceptionRulesOf, exceptionsOf } from './policy-exceptions.ts'
import { type PolicyFile, parsePolicy } from './policy-file.ts'
import { gatesOf, zadigWordsOf } from './policy-gates.ts'
import { type ReadWhere, whereReader } from './policy-words.ts'

/** What inputs and flags say of the gate, and where its policy file is. */
export interface GateConfig {
  limits: SimpleLimits
  /** Whether somebody asked for these limits; else a policy file with gates stands alone. */
  isAsked: boolean
  enforcement?: Policy['enforcement']
  onError?: Policy['onError']
  /** What was asked for in so many words, and what is the case without a word. */
  upload: { given?: Need | 'off'; otherwise: Need | 'off' }
  zadig: { given?: Need | 'off'; otherwise: Need | 'off' }
  /** What this run does without, though nobody switched it off. */
  unasked: ('upload' | 'zadig')[]
  /** A run that GitHub gives less to: nothing that needs a token can be required of it. */
  isStranger?: boolean
  /** GitHub's word for what started the run. */
  event?: string
  /** Options that were given and that can hide findings from the gate. */
  hiding: string[]
}

/** The policy of inputs alone. */
export function policyOfInputs(given: GateConfig): Policy {
  return {
    gates: simpleGates(given.limits),
    ratings: defaultRatings,
    exceptions: [],
    exceptionRules: { warnBeforeMs: 0, expired: 'ignore', unused: 'warn', suppressions: 'honor', dismissed: 'honor' },
    sources: sourcesOf({}, given),
    onMissing: 'fail',
    newness: { source: 'auto', baseline: [], diffMatch: 'any' },
    enforcement: given.enforcement ?? 'block',
    onError: given.onError ?? 'fail',
    zadigWords: {},
    event: given.event,
  }
}

/**
 * The policy of a file, with what inputs say beside it: per key an input goes first, and the limits of inputs are gates
 * more, never fewer. Throws `UserError` for what is no policy, and for inputs that loosen a locked one.
 */
export async function policyOfFile(text: string, file: string, given: GateConfig, now: number): Promise<Policy> {
  const { policy, placeOf } = await parsePolicy(text, file)
  if (policy.settings?.lock) refuseLoosening(policy, file, given)
  refuseUnmet(policy, file, given)
  const place = (pointer: string) => `${file}:${placeOf(pointer)}`
  const words = guarded(await whereReader(policy), place)
  const byInputs = policyOfInputs(given)
  const gates = gatesOf(policy, words, place)
  if (policy.settings?.lock && gates === undefined)
    throw new UserError(
      `${place('/settings/lock')}: a policy without limits of its own cannot be locked, because those of the inputs would hold. Give it \`gates\` that count findings.`,
    )
  return {
    ...byInputs,
    gates: gates === undefined ? byInputs.gates : [...gates, ...(given.isAsked ? byInputs.gates : [])],
    ratings: ratingsOf(policy, words, place),
    exceptions: exceptionsOf(policy, words, { place, now }),
    exceptionRules: exceptionRulesOf(policy, byInputs.exceptionRules),
    sources: sourcesOf(policy, given),
    onMissing: policy.new?.['on-missing'] ?? 'fail',
    newness: {
      source: policy.new?.source ?? 'auto',
      baseline: [policy.new?.baseline ?? []].flat(),
      diffMatch: policy.new?.['diff-match'] ?? 'any',
    },
    enforcement: given.enforcement ?? policy.settings?.enforcement ?? 'block',
    onError: given.onError ?? policy.settings?.['on-error'] ?? 'fail',
    zadigWords: zadigWordsOf(policy),
  }
}

/** With a lock, whoever may edit the workflow but not the policy can only ask for more. */
function refuseLoosening({ settings, sources }: PolicyFile, file: string, given: GateConfig): void {
  const isLooser = (need: Need | 'off' | undefined, wanted: Need | 'off' = 'required') =>
    need !== undefined && strictness.indexOf(need) < strictness.indexOf(wanted)
  const enforcements = ['off', 'warn', 'block']
  const { enforcement, onError } = given
  const loose = [
    ...(enforcement && enforcements.indexOf(enforcement) < enforcements.indexOf(settings?.enforcement ?? 'block')
      ? ['enforcement']
      : []),
    ...(onError === 'warn' && settings?.['on-error'] !== 'warn' ? ['on-error'] : []),
    ...(isLooser(given.upload.given, sources?.upload) ? ['upload'] : []),
    ...(isLooser(given.zadig.given, sources?.zadig) ? ['zadig'] : []),
    ...given.hiding,
  ]
  if (loose.length === 0) return
  const names = loose.map((name) => `\`${name}\``).join(', ')
  throw new UserError(
    `${file} is locked (\`settings.lock\`), and ${names} would loosen it. Leave ${loose.length === 1 ? 'it' : 'them'} out, or change the policy.`,
  )
}

/** What has to be known for a verdict cannot be left out by saying nothing of it. */
function refuseUnmet({ sources = {} }: PolicyFile, file: string, { unasked }: GateConfig): void {
  const unmet = unasked.filter((name) => sources[name] === 'required')
  if (unmet.length === 0) return
  const names = unmet.map((name) => `\`${name}\``).join(' and ')
  throw new UserError(
    `${file} says that ${names} ${unmet.length === 1 ? 'is' : 'are'} \`required\`, and this run has none. Configure it, or switch it off in so many words, as in \`${unmet[0]}: off\`.`,
  )
}

const strictness: (Need | 'off')[] = ['off', 'optional', 'required']

/** A pattern that cannot be read is told with its place. */
function guarded(read: ReadWhere, place: (pointer: string) => string): At {
  return (pointer) => (given) => {
    try {
      return read(given)
    } catch (error) {
      throw new UserError(`${place(pointer)}: a pattern cannot be read: ${messageOf(error)}. Mend it there.`)
    }
  }
}

function ratingsOf({ settings = {} }: PolicyFile, words: At, place: (pointer: string) => string): Policy['ratings'] {
  const { 'unknown-severity': unknown, 'level-severity': levels, 'severity-overrides': overrides = [] } = settings
  const empty = overrides.findIndex((override) => Object.keys(override).length === 1)
  if (empty >= 0)
    throw new UserError(
      `${place(`/settings/severity-overrides/${empty}`)}: this would rate every finding. Say which findings it is for, or use \`level-severity\`.`,
    )
  return {
    unknown: (unknown as Severity | undefined) ?? defaultRatings.unknown,
    levels: { ...defaultRatings.levels, ...(levels as Partial<typeof defaultRatings.levels>) },
    overrides: overrides.map(({ severity, ...where }, at) => ({
      where: words(`/settings/severity-overrides/${at}`)(where),
      severity: severity as Severity,
      text: JSON.stringify(where),
    })),
  }
}

function sourcesOf({ sources = {} }: Pick<PolicyFile, 'sources'>, given: GateConfig): Policy['sources'] {
  const upload = given.upload.given ?? sources.upload ?? given.upload.otherwise
  return {
    scanner: sources.scanner ?? 'required',
    upload: given.isStranger && upload === 'required' ? 'optional' : upload,
    zadig: given.zadig.given ?? sources.zadig ?? given.zadig.otherwise,
    dismissedAlerts: sources['dismissed-alerts'] ?? 'optional',
  }
}
