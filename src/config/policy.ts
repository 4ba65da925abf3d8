import { messageOf, UserError } from '../model/errors.ts'
import type { Need } from '../model/outcome.ts'
import { defaultRatings, type Gate, type Policy, type SimpleLimits, simpleGates } from '../model/policy.ts'
import type { Severity } from '../model/severity.ts'
import { type At, exceptionRulesOf, exceptionsOf } from './policy-exceptions.ts'
import { type GivenGate, type PolicyFile, parsePolicy } from './policy-file.ts'
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
  const place = (pointer: string) => `${file}:${placeOf(pointer)}`
  const words = guarded(await whereReader(text), place)
  const byInputs = policyOfInputs(given)
  const gates = gatesOf(policy, words)
  return {
    ...byInputs,
    gates: gates === undefined ? byInputs.gates : [...gates, ...(given.isAsked ? byInputs.gates : [])],
    ratings: ratingsOf(policy, words),
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

/** Undefined where the file has no gates at all, so that those of the inputs hold. */
function gatesOf({ gates }: PolicyFile, words: At): Gate[] | undefined {
  const limits = gates?.flatMap((gate, at) => (gate.status ? [] : [gateOf(gate, words(`/gates/${at}/where`))]))
  return limits && limits.length > 0 ? limits : undefined
}

function gateOf(given: GivenGate, read: ReadWhere): Gate {
  const { id, title, scope = 'all', where = {}, max, min, then = 'fail', events } = given
  const ifUnknown = given['if-unknown'] ?? 'warn'
  return {
    id,
    title: title ?? id,
    scope,
    where: read(where),
    max,
    min,
    ifBroken: then,
    ifUnknown,
    events,
    what: `of \`${id}\``,
  }
}

function ratingsOf({ settings = {} }: PolicyFile, words: At): Policy['ratings'] {
  const { 'unknown-severity': unknown, 'level-severity': levels, 'severity-overrides': overrides = [] } = settings
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

function zadigWordsOf({ gates = [] }: PolicyFile): Policy['zadigWords'] {
  const meanings = ['pass', 'warn', 'fail', 'skip'] as const
  return Object.fromEntries(
    gates.flatMap(({ status }) =>
      meanings.flatMap((meaning) => [status?.[meaning] ?? []].flat().map((word) => [word.toLowerCase(), meaning])),
    ),
  )
}
