import type { Level, Location } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'

const levels = new Map<string, Level>([
  ['fatal error', 'error'],
  ['internal compiler error', 'error'],
  ['sorry, unimplemented', 'error'],
  ['remark', 'note'],
  ['debug', 'note'],
])

/** The level for a compiler's word, in small letters. */
export function levelOfWord(word: string): Level {
  return levels.get(word) ?? levelOf(word)
}

/** After these a compiler says nothing more of the file. */
export function isGivingUp(word: string): boolean {
  return word === 'fatal error' || word === 'internal compiler error'
}

/** `<command-line>`, `<stdin>` and the like are no files, nor is what Cppcheck calls `nofile`. */
export function realPlace<T extends Location>(place: T): T | undefined {
  const { file } = place
  const isNone = file === '' || file === 'nofile' || (file.startsWith('<') && /^<.*>$/.test(file))
  return isNone ? undefined : place
}

/** The rule of a diagnostic that comes from no option: its severity. */
export function idOfWord(word: string): string {
  return word.replaceAll(/\W+/g, '-')
}
