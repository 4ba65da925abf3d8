import { messageOf, UserError } from '../model/errors.ts'
import { didYouMean } from '../model/suggest.ts'
import { policySchema } from './policy-schema.ts'
import { type Breach, breachesOf } from './schema.ts'

/** The file as it is written, its shape checked. */
export interface PolicyFile {
  version: 1
  settings?: {
    'unknown-severity'?: string
    'level-severity'?: Record<string, string>
    enforcement?: 'block' | 'warn' | 'off'
    'on-error'?: 'fail' | 'warn'
    lock?: boolean
    'severity-overrides'?: (GivenWhere & { severity: string })[]
  }
  new?: {
    source?: NewSource
    baseline?: string | string[]
    'diff-match'?: 'any' | 'all'
    'on-missing'?: 'fail' | 'warn' | 'all'
  }
  sources?: Partial<Record<'scanner' | 'upload' | 'zadig' | 'dismissed-alerts', 'required' | 'optional' | 'off'>>
  gates?: GivenGate[]
  exceptions?: { id: string; match: GivenWhere; reason?: string; owner?: string; ticket?: string; expires?: string }[]
  'exception-rules'?: {
    require?: ('reason' | 'expires' | 'owner' | 'ticket')[]
    'max-days'?: number
    'warn-before'?: string
    expired?: 'ignore' | 'fail'
    unused?: 'warn' | 'ignore'
    suppressions?: 'honor' | 'ignore'
    dismissed?: 'honor' | 'ignore'
  }
}

export type NewSource = 'auto' | 'baseline' | 'base-branch' | 'diff'
export type GivenValue = string | number | boolean
export interface GivenWhere {
  any?: GivenWhere[]
  not?: GivenWhere
  [key: string]: GivenValue | GivenValue[] | GivenWhere | GivenWhere[] | undefined
}

export interface GivenGate {
  id: string
  title?: string
  scope?: 'new' | 'all' | 'delta' | 'fixed'
  where?: GivenWhere
  max?: number
  min?: number
  then?: 'fail' | 'warn' | 'note'
  'if-unknown'?: 'match' | 'no-match' | 'warn'
  events?: string[]
  status?: Partial<Record<'pass' | 'warn' | 'fail' | 'skip', string | string[]>> & { source: 'zadig' }
}

const mostTold = 10

/** Where a key or value of the file stands: `12:5`. */
export type PlaceOf = (pointer: string) => string

/** Reads a policy; throws `UserError` with file, line and column for what is no YAML, no policy, or a misspelt key. */
export async function parsePolicy(text: string, file: string): Promise<{ policy: PolicyFile; placeOf: PlaceOf }> {
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${line}:${col}`
  }
  const [error] = document.errors
  if (error)
    throw new UserError(
      `${file}:${at(error.pos[0])}: this is not YAML: ${error.message.split('\n')[0]}. Mend it there.`,
    )
  const placeOf: PlaceOf = (pointer) => at(offsetOf(document, pathOf(pointer)))
  const policy = values(document, file)
  const breaches = breachesOf(policySchema, policy)
  if (breaches.length > 0) throw new UserError(told(breaches, file, placeOf))
  return { policy: policy as PolicyFile, placeOf }
}

type Document = ReturnType<typeof import('yaml').parseDocument>

/** Aliases may grow into more than memory holds; the library counts them. */
function values(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new UserError(`${file}: ${messageOf(error).split('\n')[0]}. Mend it there.`)
  }
}

function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Of the key, or where the key is missing, of what should hold it. */
function offsetOf(document: Document, path: string[]): number {
  const holder: unknown = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true)
  const { items, range } = (holder ?? {}) as {
    items?: { key?: Ranged & { value?: unknown }; range?: Ranged['range'] }[]
  } & Ranged
  const last = path.at(-1)
  const pair = items?.find(({ key }) => key?.value === last)
  const item = last !== undefined && /^\d+$/.test(last) ? (items?.[Number(last)] as Ranged | undefined) : undefined
  return pair?.key?.range?.[0] ?? item?.range?.[0] ?? range?.[0] ?? 0
}

interface Ranged {
  range?: [number, ...number[]] | null
}

function told(breaches: Breach[], file: string, placeOf: PlaceOf): string {
  const lines = breaches.slice(0, mostTold).map((breach) => `${file}:${placeOf(breach.pointer)}: ${sentence(breach)}`)
  const more = breaches.length - lines.length
  return [...lines, ...(more > 0 ? [`${file}: and ${more} more of that kind.`] : [])].join('\n')
}

function sentence({ pointer, rule, wanted, unknown }: Breach): string {
  const name = `\`${pointer || 'the file'}\``
  if (!unknown) return `${name} ${rule}${wanted ? `: ${wanted}` : ''}.`
  const { key, known } = unknown
  return `${name} ${rule}.${didYouMean(key, known) || ` The keys are ${known.join(', ')}.`}`
}
