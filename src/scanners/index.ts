import { UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import * as all from './all.ts'
import type { Preset } from './preset.ts'

export { type ExitCodes, includesCode, namesOf } from './exit-codes.ts'
export type { Preset } from './preset.ts'

export const presets: Preset[] = Object.values(all)

/** The preset with this id; throws `UserError` with the nearest id for a word nobody knows. */
export function findPreset(id: string): Preset {
  const found = presets.find((preset) => preset.id === id)
  if (found) return found
  const ids = presets.map((preset) => preset.id)
  throw new UserError(
    `\`scanner\`: there is no preset \`${id}\`.${didYouMean(id, ids)} Known: ${ids.join(', ')}. Any other tool runs with \`command\`.`,
  )
}
