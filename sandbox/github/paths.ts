/** Any word before a colon counts as one, `image:tag` included. */
export function schemeOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]
}

/** The path an alert shows: below the base when it lies there, else as it came. `./` stays, as on the real server. */
export function pathOf(uri: string, base: string | undefined): string {
  const root = plain(base ?? '').replace(/\/?$/, '/')
  const path = plain(uri)
  return base !== undefined && path.startsWith(root) ? path.slice(root.length) : path
}

function plain(uri: string): string {
  return decoded(uri).replace(/^file:\/\//i, '')
}

/** Bytes that are no UTF-8 stay escaped. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
