import { join } from 'node:path'
import type { Run } from 'sarif'
import { gateConfig } from '../../src/config/gate.ts'
import { type GateConfig, policyOfFile, policyOfInputs } from '../../src/config/policy.ts'
import type { PolicyPlace } from '../../src/config/policy-place.ts'
import { type Raw, readOptions } from '../../src/config/read.ts'
import { match, type Renames } from '../../src/gate/match.ts'
import type { Facts, Need } from '../../src/model/outcome.ts'
import type { Policy, SimpleLimits } from '../../src/model/policy.ts'

/** A policy as inputs make it, in few words. */
export interface Given extends Omit<SimpleLimits, 'scope'> {
  scope?: SimpleLimits['scope']
  enforcement: Policy['enforcement']
  onError: Policy['onError']
  upload: Need
  zadig: Need
}

export function policyOf(given: Given): Policy {
  return policyOfInputs(gateOf(given))
}

/** The gate's part of a configuration, as inputs make it. */
export function gateOf({ upload, zadig, enforcement, onError, scope = 'all', ...limits }: Given): GateConfig {
  return {
    limits: { ...limits, scope },
    isAsked: true,
    enforcement,
    onError,
    upload: { given: upload, otherwise: upload },
    zadig: { given: zadig, otherwise: zadig },
    hiding: [],
    unasked: [],
  }
}

/** No policy file anywhere. */
export function noPolicy(root: string): PolicyPlace {
  return { name: 'none', isAsked: false, file: join(root, 'none.yml'), root, github: { apiUrl: 'http://127.0.0.1:9' } }
}

/** The gate's part of a configuration, as options of the action make it. */
export function inputsOf(raw: Raw = {}, event = 'push'): GateConfig {
  const needs = { upload: 'required', byDefault: 'required', isScanning: true } as const
  return gateConfig(readOptions(raw), { platform: 'github', event }, needs)
}

/** The policy of a file, with what inputs say beside it. */
export function policyFrom(text: string, given = inputsOf(), now = Date.now()): Promise<Policy> {
  return policyOfFile(text, 'policy.yml', given, now)
}

/** What the stages learn where nothing goes wrong and no server is asked. */
export function factsOf(runs: Run[], more: Partial<Facts> = {}): Facts {
  return { runs, problems: [], upload: { status: 'skipped' }, zadig: { status: 'skipped' }, ...more }
}

/** What a comparison with these runs tells. */
export function comparedWith(runs: Run[], before: Run[], renames?: Renames): Facts['comparison'] {
  const value = { source: 'baseline', against: 'a baseline', before, notices: [] } as const
  return { status: 'done', value: { ...value, notices: [], ...match(runs, before, renames) } }
}
