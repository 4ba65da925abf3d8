import { gateOptions } from './gate-options.ts'
import { githubOptions } from './github-options.ts'
import type { Values } from './option.ts'
import { scanOptions } from './scan-options.ts'
import { zadigOptions } from './zadig-options.ts'

/** Every option there is, in the order people read them. */
export const options = { ...scanOptions, ...githubOptions, ...zadigOptions, ...gateOptions }

export type OptionName = keyof typeof options
export type Options = Values<typeof options>

export const optionNames = Object.keys(options) as OptionName[]
