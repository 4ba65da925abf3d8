/** A path as a scanner prints it, as a URI reference: percent-encoded, with slashes, absolute ones as `file:///…`. */
export function uriOfPath(path: string): string {
  const slashed = /^[A-Za-z]:[\\/]/.test(path) || !path.includes('/') ? path.replaceAll('\\', '/') : path
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed.slice(0, 2)}${encodePath(slashed.slice(2))}`
  return slashed.startsWith('/') ? `file://${encodePath(slashed)}` : encodePath(slashed.replace(/^(?:\.\/)+/, ''))
}

/** What RFC 3986 does not let into a path, a query or a fragment. Looking back only from a `#`, it stays linear. */
const unfit = /%(?![\da-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]|#(?<=#[^#]*#)/gi

/**
 * The URL that a text is; undefined for what is none. Not by `URL.canParse`, which in Node 20 says no to `https://ü.example`
 * once it has been called often (its quick path takes Latin-1 for UTF-8).
 */
export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** Longer ones are no addresses that anybody wrote; they would only eat the room of a summary. */
const longestUrl = 2000

/** The address of a page in the web, of http(s); undefined for everything else that calls itself one. */
export function webUrl(text: string | undefined): URL | undefined {
  return text && text.length <= longestUrl && /^https?:\/\//i.test(text) ? urlOf(text) : undefined
}

/**
 * Most addresses: a name whose last part is letters, so it is no number in disguise, nothing encoded, and a path of signs
 * that stand for themselves. To take one apart takes ten times as long.
 */
const plainAddress = /^https:\/\/(?![^/]*xn-)(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[\w.~/=&?-]*)?$/

/** An absolute address as RFC 3986 spells it, whatever else a browser lets pass; undefined for what is none. */
export function addressOf(text: string): string | undefined {
  if (plainAddress.test(text)) return text
  const url = urlOf(text)
  if (!url || text.search(unfit) === -1) return url && text
  const { href } = url
  const authority = /^[^:]*:(?:\/\/[^/?#]*)?/.exec(href)?.[0] ?? ''
  // A browser takes `https://}` for a host, RFC 3986 does not; only IPv6 has brackets.
  if (/[^\w.~:/@!$&'()*+,;=%[\]-]/.test(authority)) return undefined
  return authority + href.slice(authority.length).replace(unfit, encodeURIComponent)
}

/** The path that a URI reference without a scheme stands for; undefined when its escapes are broken. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.includes('%')) return uri
  try {
    return decodeURIComponent(uri)
  } catch {
    return undefined
  }
}

/** Nearly all paths, of which a thousand cost more to encode than all their results to place. */
const needsNoEscape = /^[\w./-]*$/

/** Each segment encoded: what a URI may not hold, and the colon, which would make `a:b` a scheme. */
export function encodePath(path: string): string {
  if (needsNoEscape.test(path)) return path
  return path.split('/').map(encodeSegment).join('/')
}

/** One part of a path. A lone surrogate, which no address can hold, becomes U+FFFD. */
export function encodeSegment(segment: string): string {
  // A lone surrogate (a broken file name) cannot be encoded; what it stood for is lost in UTF-8 anyway.
  const clean = segment.isWellFormed?.() === false ? segment.toWellFormed() : segment
  return encodeURIComponent(clean).replace(/%(?:40|24|26|2B|2C|3B|3D)/g, decodeURIComponent)
}
