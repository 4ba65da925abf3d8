import { isAbsolute, relative } from 'node:path'
import type { ScanConfig } from '../config/config.ts'
import type { Converter } from '../converters/converter.ts'
import type { Definition } from '../model/definition.ts'
import { realPath, sourcesIn } from './sources.ts'

type Around = Pick<ScanConfig, 'root' | 'folder' | 'toolName'>

/** The converter that the user describes, who may name files from the folder that was scanned, or by their full path. */
export async function ownReader(definition: Definition, { root, folder, toolName }: Around): Promise<Converter> {
  const realRoot = realPath(root) ?? root
  const ranIn = relative(realRoot, realPath(folder) ?? folder)
  const files = sourcesIn(root)
  const exists = (file: string) => {
    if (file.length > 1000) return false
    const path = isAbsolute(file) ? relative(root, file) : `${ranIn}/${file}`
    return files.has(path)
  }
  // Few describe a format of their own, and the readers of such descriptions are slow to load.
  const { converterFor } = await import('../converters/own-format.ts')
  return converterFor(definition, { toolName, exists })
}
