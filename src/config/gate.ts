import type { Need } from '../model/outcome.ts'
import type { Threshold } from '../model/severity.ts'
import type { Build } from './build.ts'
import type { OptionName, Options } from './options.ts'
import type { GateConfig } from './policy.ts'

/** A step below: what is worth a look once everything that blocks is gone. */
const below: Record<Threshold, Threshold> = {
  critical: 'high',
  high: 'medium',
  medium: 'low',
  low: 'note',
  note: 'never',
  never: 'never',
  error: 'warning',
  warning: 'note',
}

/** Where only new findings are of interest to whoever started the run. */
const forNewCode = ['pull_request', 'pull_request_target', 'merge_group']

/** Options that keep findings from the gate; a locked policy does not let them. */
const hiding: OptionName[] = ['baseline', 'filter', 'filter-severity', 'new-only', 'policy-ref']

interface Needs {
  upload?: Need
  zadig?: Need
  byDefault: Need | 'off'
  /** Whether there is anything that could be uploaded. */
  isScanning: boolean
}

export function gateConfig(options: Options, build: Build, needs: Needs): GateConfig {
  const failOn = options['fail-on'] ?? ['high']
  const newOnly = options['new-only'] ?? 'auto'
  const isNewOnly = newOnly === 'auto' ? forNewCode.includes(build.event ?? '') : newOnly === 'true'
  const asked: OptionName[] = ['fail-on', 'warn-on', 'max-findings', 'new-only']
  return {
    limits: {
      failOn,
      warnOn: options['warn-on'] ?? failOn.map((word) => below[word]),
      maxFindings: options['max-findings'] ?? 0,
      scope: isNewOnly ? 'new' : 'all',
    },
    isAsked: asked.some((name) => options[name] !== undefined),
    enforcement: options.enforcement,
    onError: options['on-error'],
    upload: { given: options.upload, otherwise: needs.upload ?? needs.byDefault },
    zadig: { given: options.zadig, otherwise: needs.zadig ?? 'optional' },
    unasked: unaskedOf(options, build, needs),
    isStranger: build.stranger !== undefined,
    event: build.event,
    hiding: hiding.filter((name) => options[name] !== undefined),
  }
}

function unaskedOf(options: Options, { stranger }: Build, needs: Needs): GateConfig['unasked'] {
  const lacks = (name: 'upload' | 'zadig') => options[name] === undefined && needs[name] === undefined
  return [
    ...(needs.isScanning && !stranger && lacks('upload') ? (['upload'] as const) : []),
    ...(lacks('zadig') ? (['zadig'] as const) : []),
  ]
}
