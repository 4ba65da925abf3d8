/**
 * The path of a file that a tool tells from the folder it scanned, as seen from where it ran: `/a.json` in `./web` is
 * `./web/a.json`. A folder that is the file itself, or stands before the path already, is not put before it again.
 */
export function pathFrom(folder: string | null | undefined, path: string): string {
  const root = (folder ?? '').replace(/^(?:dir|file):/, '').replace(/(?<=.)[/\\]+$/, '')
  const inside = path.replace(/^[/\\]+/, '')
  if (root === '' || root === '.') return inside
  if (root === '/' || path.startsWith(`${root}/`)) return path
  return root === inside || root.endsWith(`/${inside}`) ? root : `${root}/${inside}`
}

/** An image without the tag and digest that change with each build, which would open its alerts anew. */
export function imageOf(name: string): string {
  const [plain = ''] = name.split('@', 1)
  const slash = plain.lastIndexOf('/')
  const colon = plain.indexOf(':', slash + 1)
  return colon === -1 ? plain : plain.slice(0, colon)
}
