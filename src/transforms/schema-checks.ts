import { isObject } from '../model/json.ts'
import { deepest, twinsIn } from './canonical.ts'
import { type Definition, definitionOf, type Shape } from './schema-shapes.ts'
import type { Check, Walk } from './schema-walk.ts'
import { soundIn } from './sound.ts'

const compiled = new Map<string, Check>()

/** The check of a definition, by its name; made when first asked for. */
export function checkOf(name: string): Check {
  const known = compiled.get(name)
  if (known) return known
  // Definitions refer to each other in circles: this one is known before its properties are looked at.
  let made: Check | undefined
  const check: Check = (value, walk) => {
    made ??= objectCheck(name)
    made(value, walk)
  }
  compiled.set(name, check)
  return check
}

function compile(shape: Shape): Check {
  switch (shape.kind) {
    case 'object':
      return checkOf(shape.definition)
    case 'list':
      return listCheck(shape)
    case 'dictionary':
      return dictionaryCheck(compile(shape.values))
    case 'word':
      return wordCheck(shape.words)
    case 'string':
      return stringCheck(shape.pattern)
    case 'boolean':
      return (value, walk) => {
        if (typeof value !== 'boolean') walk.refuse('must be true or false', value)
      }
    default:
      return numberCheck(shape)
  }
}

function stringCheck(pattern: string | undefined): Check {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  return (value, walk) => {
    if (typeof value !== 'string') walk.refuse('must be a string', value)
    else if (expression?.test(value) === false) walk.refuse(`must match ${pattern}`, value)
  }
}

function wordCheck(words: string[]): Check {
  const known = new Set<unknown>(words)
  return (value, walk) => {
    if (!known.has(value)) walk.refuse(`must be one of ${words.join(', ')}`, value)
  }
}

function numberCheck(shape: Shape & { kind: 'number' | 'integer' }): Check {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = shape
  const isRight = shape.kind === 'integer' ? Number.isInteger : Number.isFinite
  const rule = shape.kind === 'integer' ? 'must be a whole number' : 'must be a number'
  return (value, walk) => {
    if (!isRight(value)) walk.refuse(rule, value)
    else if ((value as number) < minimum) walk.refuse(`must be at least ${minimum}`, value)
    else if ((value as number) > maximum) walk.refuse(`must be at most ${maximum}`, value)
  }
}

function listCheck({ items, isUnique, minItems }: Shape & { kind: 'list' }): Check {
  const check = compile(items)
  const known: (values: unknown[]) => boolean[] = isResult(items) ? soundIn : () => []
  return (value, walk) => {
    if (!Array.isArray(value)) return walk.refuse('must be a list', value)
    if (value.length < minItems) walk.refuse(`must have at least ${minItems} item${minItems === 1 ? '' : 's'}`)
    if (isUnique) refuseTwins(value, walk)
    const sound = known(value)
    for (let at = 0; at < value.length; at++) if (!sound[at]) walk.within(at, value[at], check)
  }
}

function isResult(shape: Shape): boolean {
  return shape.kind === 'object' && shape.definition === 'result'
}

function refuseTwins(items: unknown[], walk: Walk): void {
  for (const [at, first] of twinsIn(items) ?? [])
    walk.within(at, undefined, () => walk.refuse(`equals item ${first} of the same list, and no two may be equal`))
}

function dictionaryCheck(check: Check): Check {
  return (value, walk) => {
    if (!isObject(value)) return walk.refuse('must be an object', value)
    for (const key of Object.keys(value)) walk.within(key, value[key], check)
  }
}

function objectCheck(name: string): Check {
  const definition = definitionOf(name)
  const checks = new Map([...definition.properties].map(([key, shape]) => [key, compile(shape)]))
  const missing = missingCheck(name, definition)
  const unknown = `is not a property of ${name} that SARIF knows (put it into \`properties\`, or leave it out)`
  const strange: Check = definition.isOpen ? refuseDepths : (_value, walk) => walk.refuse(unknown)
  return (value, walk) => {
    if (!isObject(value)) return walk.refuse('must be an object', value)
    missing(value, walk)
    for (const key in value) walk.within(key, value[key], checks.get(key) ?? strange)
  }
}

/** What must be there, alone or as one of several. */
function missingCheck(name: string, { required, anyOf, oneOf }: Definition): Check {
  return (value, walk) => {
    const has = (key: string) => (value as Record<string, unknown>)[key] !== undefined
    for (const key of required) if (!has(key)) walk.refuse(`lacks \`${key}\`, which ${name} must have`)
    if (anyOf.length > 0 && !anyOf.some(has))
      walk.refuse(`lacks ${anyOf.map(quoted).join(' or ')}, as ${name} must have one`)
    if (oneOf.length > 0 && oneOf.filter(has).length !== 1)
      walk.refuse(`must have one of ${oneOf.map(quoted).join(' and ')}, and only one`)
  }
}

function quoted(name: string): string {
  return `\`${name}\``
}

/** Nothing is asked of what a property bag holds, but that it can be walked and written. */
const refuseDepths: Check = (value, walk) => {
  if (typeof value === 'object' && isDeeper(value, deepest - walk.depth)) walk.refuseDepth()
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
