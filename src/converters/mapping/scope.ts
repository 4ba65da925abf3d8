import { UnreadableReport } from '../../model/errors.ts'
import { isObject } from '../../model/json.ts'
import type { Path, Step } from './path.ts'

/** A value on the way of a path. */
export interface Scope {
  value: unknown
  /** The name or number that its level has in what holds it. */
  name: string | number | undefined
  /** One level up: each `[]` and each `*` opens one. */
  holder?: Scope
  /** The beginning of this level, where names have led away from it. */
  level?: Scope
  /** The way from the top, for messages: `files.0.issues.2`. */
  way: string
}

export const top = (value: unknown): Scope => ({ value, name: undefined, way: '' })

/** How lists are met where a path asks for a name: those of XML are all its elements of a name, of which the first answers. */
export interface Reading {
  isXml: boolean
}

/** All that stands at the end of a path that starts from an entry; what is absent is left out. */
export function find(path: Path, from: Scope, reading: Reading): Scope[] {
  let scope: Scope | undefined = from
  for (let times = 0; times < path.up; times++) scope = scope?.level ?? scope?.holder
  let found = scope ? [scope] : []
  for (const [index, step] of path.steps.entries()) {
    const how = { ...reading, isBeforeList: isListed(path.steps[index + 1]) }
    found = found.flatMap((each) => within(each, step, how) ?? [])
  }
  return found
}

/**
 * The entries that a path leads to. A name that is not there is an error, lest a report of another shape pass for one
 * without findings: but for names with a `?`, and for elements of XML, which are not written when there are none.
 */
export function entriesAt(path: Path | undefined, root: Scope, reading: Reading): Scope[] {
  let found = [root]
  const steps: Step[] = path?.steps ?? [{ go: 'list' }]
  for (const [index, step] of steps.entries()) {
    const how = { ...reading, isBeforeList: isListed(steps[index + 1]), isStrict: true }
    found = found.flatMap((scope) => within(scope, step, how) ?? absent(scope, step, reading))
  }
  for (const { value, way } of found)
    if (Array.isArray(value) && steps.at(-1)?.go === 'key')
      throw new UnreadableReport(`at ${way}: this is a list, of which each item is an entry; write \`${path?.text}[]\``)
  return found
}

function absent(scope: Scope, step: Step, { isXml }: Reading): Scope[] {
  if (step.go === 'key' && (step.optional || isXml)) return []
  if ((step.go === 'list' || step.go === 'mapping') && (isXml || isNothing(scope.value))) return []
  const where = scope.way ? `at ${scope.way}` : 'at the top'
  throw new UnreadableReport(`${where}: ${wanted(step)}, which the mapping's \`entries\` asks for`)
}

/** Go writes an empty list as null, PHP an empty mapping as an empty list. */
function isNothing(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function wanted(step: Step): string {
  switch (step.go) {
    case 'key':
      return `there is no \`${step.key}\``
    case 'item':
      return `there is no item ${step.index}`
    case 'list':
      return 'there is no list'
    case 'mapping':
      return 'there is no mapping'
    case 'name':
      return 'a name is no entry'
  }
}

interface How extends Reading {
  /** The list itself is asked for. */
  isBeforeList: boolean
  /** Of several elements none may be left out. */
  isStrict?: boolean
}

function isListed(step: Step | undefined): boolean {
  return step?.go === 'list' || step?.go === 'item'
}

/** What one step leads to; undefined when it leads nowhere. A list, a mapping and an item open a level. */
function within(scope: Scope, step: Step, how: How): Scope[] | undefined {
  const { value, name } = scope
  switch (step.go) {
    case 'name':
      return name === undefined ? undefined : [{ ...scope, value: name }]
    case 'key':
      return named(scope, step.key, how)
    case 'item': {
      const item = Array.isArray(value) ? value.at(step.index) : undefined
      return item === undefined ? undefined : [levelOf(scope, item, step.index)]
    }
    case 'list':
      return Array.isArray(value) ? value.map((item, index) => levelOf(scope, item, index)) : undefined
    case 'mapping':
      return isObject(value) ? valuesOf(scope, value, how) : undefined
  }
}

function named(scope: Scope, key: string, { isXml, isBeforeList, isStrict }: How): Scope[] | undefined {
  const { value, level = scope } = scope
  const found = isObject(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
  if (found === undefined) return undefined
  const isFirstMeant = isXml && Array.isArray(found) && !isBeforeList && (found.length === 1 || !isStrict)
  return [{ ...scope, value: isFirstMeant ? found[0] : found, level, way: further(scope, key) }]
}

function valuesOf(scope: Scope, value: object, { isXml }: How): Scope[] {
  const inner = Object.entries(value)
  if (!isXml) return inner.map(([name, each]) => levelOf(scope, each, name))
  return inner.flatMap(([name, each]) => (Array.isArray(each) ? each.map((item) => levelOf(scope, item, name)) : []))
}

function levelOf(scope: Scope, value: unknown, name: string | number): Scope {
  return { value, name, holder: scope.level ?? scope, way: further(scope, name) }
}

function further({ way }: Scope, name: string | number): string {
  return way ? `${way}.${name}` : String(name)
}
