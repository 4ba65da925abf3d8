/** What a diff says of the files as they are now. */
export interface DiffLines {
  /** Lines that were added or changed, by the file's name, ascending; `all` of a new file. */
  lines: Map<string, number[] | 'all'>
  /** The former name of a renamed file, by its name now. */
  renames: Map<string, string>
}

/** What is only in a pull request: a file of which nobody knows which of its lines changed. */
export type ChangedLines = number[] | 'all' | 'unknown'

interface State extends DiffLines {
  file: string
  former: string
  isNew: boolean
  /** Lines of the hunk that is being read are left, which may look like anything. */
  rest: number
}

/** What a line of a head begins with, and what it says. */
const heads: [start: string, read: (state: State, rest: string) => void][] = [
  ['diff --git ', (state) => (state.isNew = false)],
  ['new file mode', (state) => (state.isNew = true)],
  ['rename from ', (state, name) => (state.former = unquoted(name))],
  ['rename to ', (state, name) => state.renames.set(unquoted(name), state.former)],
  ['+++ ', startFile],
  ['@@ ', startHunk],
]

/** Reads a unified diff of Git's, without context lines and with the prefixes `a/` and `b/`. */
export function readDiff(text: string): DiffLines {
  const state: State = { lines: new Map(), renames: new Map(), file: '', former: '', isNew: false, rest: 0 }
  for (const line of text.split('\n')) {
    // "\ No newline at end of file" belongs to no side.
    if (state.rest > 0) state.rest -= line.startsWith('\\') ? 0 : 1
    else {
      const head = heads.find(([start]) => line.startsWith(start))
      head?.[1](state, line.slice(head[0].length))
    }
  }
  return { lines: state.lines, renames: state.renames }
}

/** The lines that a patch adds or changes, as the file has them now; GitHub's have lines around them, and no head. */
export function addedLines(patch: string): number[] {
  const added: number[] = []
  let at = 0
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)?.[1]
    if (start !== undefined) at = Number(start)
    else if (line.startsWith('+')) added.push(at++)
    else if (line.startsWith(' ')) at++
  }
  return added
}

function startFile(state: State, name: string): void {
  // Git ends a name that has a blank in it with a tab.
  state.file = unquoted(name.replace(/\t$/, '')).replace(/^b\//, '')
  state.lines.set(state.file, state.isNew ? 'all' : [])
}

function startHunk(state: State, range: string): void {
  const [, removed = '1', start = '0', added = '1'] = /^-\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(range) ?? []
  state.rest = Number(removed) + Number(added)
  const known = state.lines.get(state.file)
  if (Array.isArray(known)) for (let at = 0; at < Number(added); at++) known.push(Number(start) + at)
}

/** Git quotes names with quotes, backslashes or control characters in them, as C does. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name
  const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
  return name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, escaped: string) => {
    if (escaped.length === 3) return String.fromCharCode(Number.parseInt(escaped, 8))
    return letters[escaped] ?? escaped
  })
}
