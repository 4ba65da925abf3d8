/** The package that a package URL names, as its own files spell it; undefined for what is no such URL. */
export function packageOf(purl: string): { type: string; name: string; version?: string } | undefined {
  const [, scheme, type = '', path = ''] = /^(pkg):\/*([^/?#]+)\/([^?#]+)/i.exec(purl) ?? []
  if (scheme === undefined) return undefined
  // The version follows the last name; an `@` right at a name's start is a scope of npm.
  const at = path.lastIndexOf('@')
  const hasVersion = at > path.lastIndexOf('/') + 1
  const name = unescaped(hasVersion ? path.slice(0, at) : path)
  const kind = type.toLowerCase()
  return {
    type: kind,
    name: kind === 'maven' ? name.replace('/', ':') : name,
    ...(hasVersion && { version: unescaped(path.slice(at + 1)) }),
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
