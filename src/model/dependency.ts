/** A property of ours, on a result about a package: it leads to the line of the package, and goes once that was looked for. */
export const dependencyMark = 'codescan-gate/dependency'

/** A package as the files know it that list packages. */
export interface Dependency {
  name: string
  version?: string
  /** Its place in the lock file, where the tool knows it: `node_modules/a/node_modules/b`. */
  key?: string
  /** Where it may be listed, the likeliest first, for a tool that names no file. Relative to where the tool ran. */
  manifests?: string[]
}
