import { isAscii } from 'node:buffer'
import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'

/** No line of source is that far down; reading more would only cost time. */
const longestSource = 64 * 1024 * 1024

/** The files of a checkout by their paths from it, as far as they may be read. */
export interface Sources {
  has(path: string): boolean
  /** As they are on the disk; undefined for what must not be read. */
  bytes(path: string): Buffer | undefined
  text(path: string): string | undefined
}

/**
 * Only regular files that really are in the checkout: no `..`, no link that leads out, no FIFO to hang on. Where its folders
 * really are is asked once, so it is to be used at once, and not kept.
 */
export function sourcesIn(checkout: string): Sources {
  const root = realPath(checkout) ?? checkout
  const folders = new Map<string, string | undefined>()

  function realFolder(folder: string): string | undefined {
    if (!folders.has(folder)) folders.set(folder, realPath(folder))
    return folders.get(folder)
  }

  /** Throws for what no file can be called. */
  function fileAt(named: string): string | undefined {
    const folder = realFolder(dirname(named))
    if (folder === undefined) return undefined
    const file = join(folder, basename(named))
    const status = lstatSync(file)
    if (!status.isSymbolicLink()) return isSource(file, status) ? file : undefined
    const target = realpathSync.native(file)
    return isSource(target, statSync(target)) ? target : undefined
  }

  const isSource = (file: string, status: Stats) =>
    isInside(file, root) && status.isFile() && status.size <= longestSource

  function regularFile(path: string): string | undefined {
    try {
      return fileAt(join(root, path))
    } catch {
      // It is not there, or what names it is no name.
      return undefined
    }
  }

  function bytes(path: string): Buffer | undefined {
    const file = regularFile(path)
    if (file === undefined) return undefined
    try {
      return readFileSync(file)
    } catch {
      // Unreadable (permissions, gone meanwhile) is the same as unknown: the result gets no fingerprint, its columns stay.
      return undefined
    }
  }

  return {
    has: (path) => regularFile(path) !== undefined,
    bytes,
    text(path) {
      const read = bytes(path)
      return read && textOf(read)
    },
  }
}

/** UTF-8; what is all ASCII, as most is, is known at once and takes a fraction of the time. */
export function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')
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
