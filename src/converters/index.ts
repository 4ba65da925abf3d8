import * as all from './all.ts'
import type { Converter } from './converter.ts'

/** All of them, loaded: `registry.ts` loads what is needed. */
export const converters: Converter[] = Object.values(all)
