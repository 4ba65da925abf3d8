import { webUrl } from '../../model/uri.ts'
import { type Markup, markup, type Value } from './markup.ts'

/** An address of http(s) as a browser spells it; undefined for everything else that calls itself one. */
export function webAddress(text: string | undefined): string | undefined {
  const url = webUrl(text)
  // A name and password before the host are there to deceive, or should not be seen.
  return url && url.username === '' && url.password === '' ? url.href : undefined
}

/** A link where the address is one, else its text alone. */
export function link(text: Value, address: string | undefined): Markup {
  const href = webAddress(address)
  return href ? markup`<a href="${href}" rel="noreferrer">${text}</a>` : markup`${text}`
}
