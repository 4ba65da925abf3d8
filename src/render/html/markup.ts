import { cut } from '../plain.ts'

/** A piece of HTML. What stands in it as text is foreign until it is printed. */
export interface Markup {
  parts: readonly string[]
  values: Value[]
}

/** Text of which only the start is shown; as prose, what stands between backticks is code. */
interface Shortened {
  text: string
  most: number
  isProse?: true
}

export type Value = string | number | undefined | false | Markup | Shortened | Value[]

/** HTML as it is written here, with values in it that are text, whatever they look like. Attributes stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return { parts, values }
}

/** Cut only when it is printed: half a secret would not be known again. */
export function shortened(text: string, most: number): Shortened {
  return { text, most }
}

/** A sentence of ours with foreign words in it. */
export function prose(text: string, most = 600): Shortened {
  return { text, most, isProse: true }
}

/** `told` makes foreign text fit to be seen. */
export function printed(value: Value, told: (text: string) => string): string {
  if (value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((one) => printed(one, told)).join('')
  if (typeof value !== 'object') return escaped(told(String(value)))
  if ('text' in value)
    return value.isProse ? sentence(cut(told(value.text), value.most)) : escaped(cut(told(value.text), value.most))
  return value.parts.map((part, at) => part + printed(value.values[at], told)).join('')
}

function sentence(text: string): string {
  const parts = text.split('`').map(escaped)
  if (parts.length % 2 === 0 || text.includes('``')) return escaped(text)
  return parts.map((part, at) => (at % 2 === 0 ? part : `<code>${part}</code>`)).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
