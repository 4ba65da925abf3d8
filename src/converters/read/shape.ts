import { isObject } from '../../model/json.ts'

/** What a value of a report has to be. It is checked where it lies: nothing is copied, and what nobody named stays. */
export interface Shape<T> {
  /** What it is, in an error: `a text`. */
  words: string
  /** The first thing that is wrong with the value; undefined for one that fits. */
  mistakeIn(value: unknown): Mistake | undefined
  /** Never there: it carries the type. */
  type?: T
}

export interface Mistake {
  /** From the outermost key to the innermost. */
  path: (string | number)[]
  /** What the value there breaks: `must be a text`. */
  rule: string
}

/** The type of a value that fits. */
export type Of<S> = S extends Shape<infer T> ? T : never

type Members = Record<string, Shape<unknown>>
type MayMiss<M> = { [Key in keyof M]: undefined extends Of<M[Key]> ? Key : never }[keyof M]
type ObjectOf<M> = { [Key in Exclude<keyof M, MayMiss<M>>]: Of<M[Key]> } & { [Key in MayMiss<M>]?: Of<M[Key]> }
type Flat<T> = { [Key in keyof T]: T[Key] }

export const string = scalar<string>('a text', (value) => typeof value === 'string')
export const boolean = scalar<boolean>('true or false', (value) => typeof value === 'boolean')
/** `1e999` is JSON, and no number that one could go on with. */
export const number = scalar<number>('a number', Number.isFinite)
export const int = scalar<number>('a whole number', Number.isSafeInteger)
export const natural = scalar<number>(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
)
export const unknown = scalar<unknown>('anything', () => true)

export function literal<const T extends string | number>(only: T): Shape<T> {
  return scalar(JSON.stringify(only), (value) => value === only)
}

function scalar<T>(words: string, fits: (value: unknown) => boolean): Shape<T> {
  return { words, mistakeIn: (value) => (fits(value) ? undefined : wrong(value, words)) }
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { words: shape.words, mistakeIn: (value) => (value === undefined ? undefined : shape.mistakeIn(value)) }
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { words: shape.words, mistakeIn: (value) => (value === null ? undefined : shape.mistakeIn(value)) }
}

export function nullish<T>(shape: Shape<T>): Shape<T | null | undefined> {
  return optional(nullable(shape))
}

export function array<T>(item: Shape<T>): Shape<T[]> {
  const words = 'a list'
  return {
    words,
    mistakeIn(value) {
      if (!Array.isArray(value)) return wrong(value, words)
      for (let at = 0; at < value.length; at++) {
        const mistake = within(at, item.mistakeIn(value[at]))
        if (mistake) return mistake
      }
      return undefined
    },
  }
}

export function tuple<S extends [] | Shape<unknown>[]>(items: S): Shape<{ [At in keyof S]: Of<S[At]> }> {
  const words = `a list of ${items.length}`
  return {
    words,
    mistakeIn(value) {
      if (!Array.isArray(value) || value.length !== items.length) return wrong(value, words)
      for (const [at, item] of items.entries()) {
        const mistake = within(at, item.mistakeIn(value[at]))
        if (mistake) return mistake
      }
      return undefined
    },
  }
}

/** Members of other names may be there. Its own can be spread into another object's. */
export function object<M extends Members>(members: M): Shape<Flat<ObjectOf<M>>> & { members: M } {
  const entries = Object.entries(members)
  const words = 'an object'
  return {
    words,
    members,
    mistakeIn(value) {
      if (!isObject(value)) return wrong(value, words)
      for (const [key, member] of entries) {
        const mistake = within(key, member.mistakeIn(value[key]))
        if (mistake) return mistake
      }
      return undefined
    },
  }
}

/** An object whose keys are data: names of files, of rules. */
export function record<T>(member: Shape<T>): Shape<Record<string, T>> {
  const words = 'an object'
  return {
    words,
    mistakeIn(value) {
      if (!isObject(value)) return wrong(value, words)
      for (const key of Object.keys(value)) {
        const mistake = within(key, member.mistakeIn(value[key]))
        if (mistake) return mistake
      }
      return undefined
    },
  }
}

export function union<S extends Shape<unknown>[]>(shapes: S): Shape<Of<S[number]>> {
  const words = shapes.map((shape) => shape.words).join(' or ')
  return {
    words,
    mistakeIn(value) {
      let deepest: Mistake | undefined
      for (const shape of shapes) {
        const mistake = shape.mistakeIn(value)
        if (!mistake) return undefined
        // The value was meant as the shape that it follows furthest.
        if (mistake.path.length > (deepest?.path.length ?? 0)) deepest = mistake
      }
      return deepest ?? wrong(value, words)
    },
  }
}

export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  return shape.mistakeIn(value) === undefined
}

function wrong(value: unknown, words: string): Mistake {
  return { path: [], rule: value === undefined ? 'is missing' : `must be ${words}` }
}

function within(key: string | number, mistake: Mistake | undefined): Mistake | undefined {
  return mistake && { ...mistake, path: [key, ...mistake.path] }
}
