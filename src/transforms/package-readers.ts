/** A package in a lock file or manifest, at a line counted from 1. */
export interface Listed {
  name: string
  version?: string | undefined
  /** Its place in the file, where one package may stand in several. */
  key?: string
  line: number
}

/** Reads the packages of one kind of file, line by line, in time linear in the text: repositories bring these files. */
export type Reader = (lines: Iterable<[line: string, number: number]>) => Generator<Listed>

/** A key and what it holds: a text, or the beginning of an object. */
const member = /^\s*"([^"]*)"\s*:\s*(?:(\{)|"([^"]*)")/

/** Objects under the name of the package, or under its path in node_modules, with the version inside. */
export function objectsByKey(versionKey: string): Reader {
  return function* (lines) {
    let open: Listed | undefined
    for (const [line, number] of lines) {
      const [, key = '', brace, value = ''] = member.exec(line) ?? []
      if (brace) open = { name: nameIn(key), key, line: number }
      else if (open && key === 'name') open.name = value
      else if (open && key === versionKey) {
        yield { ...open, version: value }
        open = undefined
      }
    }
  }
}

function nameIn(key: string): string {
  const folder = 'node_modules/'
  const at = key.lastIndexOf(folder)
  return at === -1 ? key : key.slice(at + folder.length)
}

/** Objects in a list, with the name before the version. */
export const objectsByName: Reader = function* (lines) {
  let open: Listed | undefined
  for (const [line, number] of lines) {
    const [, key, , value = ''] = member.exec(line) ?? []
    if (key === 'name' || key === 'identity') open = { name: value, line: number }
    else if (open && key === 'version') {
      yield { ...open, version: value }
      open = undefined
    }
  }
}

const dependencySection = /^(?:dev|peer|optional|bundled)?dependencies$|^require(?:-dev)?$|^resolutions$|^overrides$/i

/** What a manifest in JSON asks for. */
export const wishesInJson: Reader = function* (lines) {
  let inside = false
  for (const [line, number] of lines) {
    const [, key = '', brace, version] = member.exec(line) ?? []
    if (brace) inside = dependencySection.test(key)
    else if (inside && version !== undefined) yield { name: key, version, line: number }
    if (/^\s*\}/.test(line)) inside = false
  }
}

/** `name = "x"` before `version = "y"`, table by table: Poetry, uv, PDM, Cargo. */
export const tables: Reader = function* (lines) {
  let open: Listed | undefined
  for (const [line, number] of lines) {
    const [, key, value = ''] = /^(name|version)\s*=\s*"([^"]*)"/.exec(line) ?? []
    if (key === 'name') open = { name: value, line: number }
    else if (line.startsWith('[')) open = undefined
    else if (key === 'version' && open) yield { ...open, version: value }
  }
}

/** `name = "1.0"`, `name = { … }` and, in lists, `"name>=1.0"`. */
export const wishesInToml: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] = /^\s*"?([\w.-]+)"?\s*=\s*(?:"([^"]*)"|\{)/.exec(line) ?? []
    const inList = /^\s*["']([\w.-]+)/.exec(line)?.[1]
    if (name !== undefined) yield { name, version, line: number }
    else if (inList !== undefined) yield { name: inList, line: number }
  }
}

/** An entry at the left margin, `"@a/b@^1.0.0, @a/b@^1.1.0":`, with `version` below: Yarn of every age. */
export const yarnEntries: Reader = function* (lines) {
  let open: Listed | undefined
  for (const [line, number] of lines) {
    const name = /^"?(@?[^@\s"#]+)@/.exec(line)?.[1]
    const version = /^\s+version:?\s+"?([^\s"]+)/.exec(line)?.[1]
    if (name !== undefined) open = { name, line: number }
    else if (open && version !== undefined) {
      yield { ...open, version }
      open = undefined
    }
  }
}

/** `/a/1.0.0:` (pnpm 5), `/a@1.0.0(b@2.0.0):` (6) and `'@s/a@1.0.0':` (9). */
export const pnpmEntries: Reader = function* (lines) {
  const entry = /^ {2}'?\/?((?:@[^/@\s]+\/)?[^/@\s:]+)[/@](\d[^\s:('_]*)[^\s]*:/
  for (const [line, number] of lines) {
    const [, name, version] = entry.exec(line) ?? []
    if (name !== undefined) yield { name, version, line: number }
  }
}

export const requirements: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] =
      /^\s*([A-Za-z\d][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:(?:===?|~=|>=|<=|!=|[<>])\s*([^\s;,#\\]+))?/.exec(line) ?? []
    if (name !== undefined) yield { name, version, line: number }
  }
}

/** `require a v1.0.0`, the same in a block, `replace a => b v1.0.0`; the standard library is `go` and `toolchain`. */
export const goModules: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] = /(?:^|\s)([^\s()]+)\s+v(\d[^\s/]*)/.exec(line) ?? []
    const go = /^(?:go\s+|toolchain\s+go)(\d\S*)/.exec(line)?.[1]
    if (name !== undefined) yield { name, version, line: number }
    else if (go !== undefined) yield { name: 'stdlib', version: go, line: number }
  }
}

/** `    name (1.0.0)`, deeper are what it needs itself; CocoaPods writes `  - Name (1.0.0)`. */
export const gems: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] = /^(?: {4}| {2}- "?)([^\s()"]+) \(([^\s()=~<>]+)\)/.exec(line) ?? []
    if (name !== undefined) yield { name, version, line: number }
  }
}

export const gemWishes: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] = /^\s*gem\s+['"]([^'"]+)['"](?:\s*,\s*['"][~<>=\s]*([^'"]+)['"])?/.exec(line) ?? []
    if (name !== undefined) yield { name, version, line: number }
  }
}
