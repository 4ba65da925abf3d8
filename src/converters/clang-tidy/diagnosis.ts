import type { Finding, Fix, Location, Notification, Place } from '../../model/finding.ts'
import { levelOfWord } from '../compiler-words.ts'
import { checkOf, compileError } from './check.ts'

/** One problem, as both forms of the report tell it. */
export interface Diagnosis {
  /** The check and its other names, with commas. */
  names: string
  /** `warning`, `error` or `remark`. */
  word: string
  message: string
  location?: Location
  notes: Place[]
  fixes: Fix[]
}

export function isFailure({ names, word, location }: Diagnosis): boolean {
  return names === compileError || (word === 'error' && !location)
}

/** What clang-tidy could not parse it has not checked. */
export function toNotification({ word, message, location }: Diagnosis): Notification {
  return { level: 'error', message: `${word}: ${message}`, location, incomplete: true }
}

export function toFinding({ names, word, message, location, notes, fixes }: Diagnosis): Finding {
  const { rule, aliases } = checkOf(names)
  const weaknesses = message.match(/\bCWE-\d+/g)
  // The notes of the analyzer are the way through the program; those of other checks only explain.
  const isWay = rule.id.startsWith('clang-analyzer-')
  return {
    rule: weaknesses ? { ...rule, weaknesses } : rule,
    level: levelOfWord(word),
    message,
    location,
    ...(isWay ? { flow: notes } : { related: notes }),
    fixes,
    ...(aliases.length > 0 && { sarif: { properties: { aliases } } }),
  }
}
