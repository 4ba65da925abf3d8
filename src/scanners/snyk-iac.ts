import type { Preset } from './preset.ts'
import { snyk } from './snyk.ts'

export const snykIac: Preset = { ...snyk, id: 'snyk-iac', name: 'Snyk IaC', args: ['iac', 'test', '--json'] }
