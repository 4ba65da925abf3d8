import { deepest } from './canonical.ts'

/** One place where a run breaks the schema of SARIF 2.1.0. */
export interface Violation {
  /** A JSON pointer into the log, such as `/runs/0/results/3/level`; shortened when it is very long. */
  pointer: string
  /** To stand after the place: `must be one of none, note, warning, error, not "high"`. */
  rule: string
}

export interface Violations {
  /** How many there are; counted up to `mostCounted`. */
  count: number
  /** The first of them. */
  told: Violation[]
}

export const mostCounted = 10_000
const mostTold = 5

/** Tells the walk what is wrong with a value at the place where the walk is. */
export type Check = (value: unknown, walk: Walk) => void

export interface Walk {
  readonly depth: number
  readonly found: Violations
  /** Checks a value one level further down. */
  within(key: string | number, value: unknown, check: Check): void
  /** The rule that the value breaks at this place, and the value, to be shown when it is short. */
  refuse(rule: string, value?: unknown): void
  refuseDepth(): void
}

/** A walk that counts only some of what it meets. */
export function newWalk(counts: (violation: Violation) => boolean): Walk {
  const path: (string | number)[] = []
  const found: Violations = { count: 0, told: [] }
  return {
    found,
    get depth() {
      return path.length
    },
    within(key, value, check) {
      if (found.count >= mostCounted) return
      path.push(key)
      if (path.length <= deepest) check(value, this)
      else this.refuseDepth()
      path.pop()
    },
    refuse(rule, ...value) {
      const violation = { pointer: pointerTo(path), rule: [rule, ...value.map(shown)].join(', not ') }
      if (!counts(violation)) return
      found.count++
      if (found.told.length < mostTold) found.told.push(violation)
    },
    refuseDepth() {
      this.refuse(`is nested more than ${deepest} levels deep`)
    },
  }
}

const longestKey = 60
const longestPointer = 600

/** RFC 6901. Keys are what some tool wrote. */
function pointerTo(path: (string | number)[]): string {
  const pointer = path
    .map((key) => `/${printable(String(key), longestKey).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  return pointer.length <= longestPointer ? pointer : `${pointer.slice(0, longestPointer)}…`
}

/** A value for people: what it is when it is short, and of which kind otherwise. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return printable(typeof value === 'string' ? `"${value.slice(0, longestKey)}"` : String(value), longestKey)
}

/** Cut, and without what a terminal or a log would act on. */
function printable(text: string, length: number): string {
  const begin = text.slice(0, length).toWellFormed()
  const safe = begin.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return safe.length <= length && text.length <= length ? safe : `${safe.slice(0, length - 1)}…`
}
