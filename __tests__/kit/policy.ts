import { join } from 'node:path'
import { type GateConfig, policyOfInputs } from '../../src/config/policy.ts'
import type { PolicyPlace } from '../../src/config/policy-place.ts'
import type { Need } from '../../src/model/outcome.ts'
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
  }
}

/** No policy file anywhere. */
export function noPolicy(root: string): PolicyPlace {
  return { name: 'none', isAsked: false, file: join(root, 'none.yml'), root, github: { apiUrl: 'http://127.0.0.1:9' } }
}
