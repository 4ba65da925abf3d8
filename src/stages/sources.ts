import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** No line of source is that far down; reading more would only cost time. */
const longestSource = 64 * 1024 * 1024

/** The text of a source file by its path from the checkout's real folder; undefined for what must not be read. */
export function readSource(root: string, path: string): string | undefined {
  return readBytes(root, path)?.toString('utf8')
}

/** The same as it is on the disk. */
export function readBytes(root: string, path: string): Buffer | undefined {
  const file = regularFile(root, path)
  if (file === undefined) return undefined
  try {
    return readFileSync(file)
  } catch {
    // Unreadable (permissions, gone meanwhile) is the same as unknown: the result gets no fingerprint, its columns stay.
    return undefined
  }
}

/** A path whose real file is a regular one inside the checkout: no `..`, no link that leads out, no FIFO to hang on. */
export function regularFile(root: string, path: string): string | undefined {
  const file = realPath(join(root, path))
  if (file === undefined || !isInside(file, root)) return undefined
  const status = statSync(file, { throwIfNoEntry: false })
  return status?.isFile() && status.size <= longestSource ? file : undefined
}

export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** Where a path leads once every link is followed; undefined when it leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}
