/** How tools tell the file as it is from the file as it would be: `a/x` and `b/x`, `x.orig` and `x`. */
const pairs: { before: [string, string]; after: [string, string] }[] = [
  { before: ['a/', ''], after: ['b/', ''] },
  { before: ['i/', ''], after: ['w/', ''] },
  { before: ['c/', ''], after: ['w/', ''] },
  { before: ['c/', ''], after: ['i/', ''] },
  { before: ['old/', ''], after: ['new/', ''] },
  { before: ['original/', ''], after: ['fixed/', ''] },
  { before: ['', '.orig'], after: ['', ''] },
  { before: ['', ':before'], after: ['', ':after'] },
]

/** The file that a `---` line and the `+++` line below it speak of, by the name it has before the change. */
export function fileOfHeaders(before: string, after: string, isGit: boolean): string {
  const [old, fresh] = [nameIn(before), nameIn(after)]
  for (const pair of pairs) {
    const file = between(old, pair.before)
    if (file && file === between(fresh, pair.after)) return file
  }
  const isNew = old === '/dev/null'
  const name = isNew ? fresh : old
  // One of the two names is none, so Git's prefix has nothing to be compared with.
  return isGit && (isNew || fresh === '/dev/null') ? name.replace(/^[a-z]\//, '') : name
}

function between(name: string, [start, end]: [string, string]): string | undefined {
  if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length) return undefined
  return name.slice(start.length, name.length - end.length)
}

/** The name in `--- name<TAB>time`. Git quotes names as C does, bytes beyond ASCII in octal. */
function nameIn(header: string): string {
  const name = header.slice(4).split('\t')[0]!.trimEnd()
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? unquoted(name.slice(1, -1)) : name
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' }

function unquoted(text: string): string {
  const bytes: number[] = []
  for (const [token, octal, letter] of text.matchAll(/\\([0-7]{3})|\\(.)|./gsu)) {
    if (octal) bytes.push(Number.parseInt(octal, 8) & 0xff)
    else bytes.push(...new TextEncoder().encode(letter ? (escapes[letter] ?? letter) : token))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}
