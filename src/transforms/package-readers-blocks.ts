import type { Listed, Reader } from './package-readers.ts'

interface Block {
  group?: string | undefined
  artifact?: string
  version?: string | undefined
  line: number
}

const tag = /<(\/?)(dependency|parent|plugin|groupId|artifactId|version)>([^<]*)/g
const blocks = new Set(['dependency', 'parent', 'plugin'])

/** Maven's dependencies, by `group:artifact` and by the artifact alone, at the line of the artifact. */
export const maven: Reader = function* (lines) {
  let open: Block | undefined
  for (const { name, isEnd, text, number } of tagsIn(lines)) {
    if (!blocks.has(name)) {
      if (open && !isEnd) setPart(open, name, text, number)
    } else {
      if (isEnd && open?.artifact) yield* bothNames(open.artifact, open)
      open = isEnd ? undefined : { line: number }
    }
  }
}

function* tagsIn(lines: Iterable<[string, number]>) {
  for (const [line, number] of lines)
    for (const [, slash, name = '', text = ''] of line.matchAll(tag))
      yield { name, isEnd: slash === '/', text: text.trim(), number }
}

/** An exclusion inside of a dependency names an artifact as well; the first is the dependency's own. */
function setPart(open: Block, name: string, text: string, line: number): void {
  if (name === 'groupId') open.group ??= text
  if (name === 'version') open.version ??= text
  if (name !== 'artifactId' || open.artifact !== undefined) return
  open.artifact = text
  open.line = line
}

function* bothNames(artifact: string, { group, version, line }: Block): Generator<Listed> {
  if (group) yield { name: `${group}:${artifact}`, version, line }
  yield { name: artifact, version, line }
}

/** `implementation 'group:artifact:1.0'`, and version catalogues. */
export const gradle: Reader = function* (lines) {
  for (const [line, number] of lines)
    for (const [, group, artifact, version] of line.matchAll(/["']([\w.-]+):([\w.-]+)(?::([\w.+-]+))?(?=["'@:])/g))
      yield* bothNames(artifact!, { group, version, line: number })
}

/** `group:artifact:1.0=runtimeClasspath` */
export const gradleLock: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, group, artifact, version] = /^([^#:=\s]+):([^:=\s]+):([^:=\s]+)=/.exec(line) ?? []
    if (artifact !== undefined) yield* bothNames(artifact, { group, version, line: number })
  }
}

/** NuGet in XML: `<package id= version=>` and `<PackageReference Include= Version=>`. */
export const nuget: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name] =
      /^\s*<(?:package|PackageReference|PackageVersion|GlobalPackageReference)\s[^>]*?\b(?:id|Include|Update)="([^"]*)"/.exec(
        line,
      ) ?? []
    const version = /\bversion="([^"]*)"/i.exec(line)?.[1]
    if (name !== undefined) yield { name, version, line: number }
  }
}

/** `"name": {:hex, :name, "1.0.0", …` */
export const mix: Reader = function* (lines) {
  for (const [line, number] of lines) {
    const [, name, version] = /^\s*"([^"]+)":\s*\{:\w+,\s*:?"?[^,]*,\s*"([^"]*)"/.exec(line) ?? []
    if (name !== undefined) yield { name, version, line: number }
  }
}

/** `  name:` with `    version: "1.0.0"` below: Dart. */
export const pubspec: Reader = function* (lines) {
  let open: Listed | undefined
  for (const [line, number] of lines) {
    const name = /^ {2}([\w-]+):\s*$/.exec(line)?.[1]
    const version = /^ {4}version:\s*"?([^\s"]+)/.exec(line)?.[1]
    if (name !== undefined) open = { name, line: number }
    else if (open && version !== undefined) yield { ...open, version }
  }
}
