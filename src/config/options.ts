import { gateOptions } from './gate-options.ts'
import { githubOptions } from './github-options.ts'
import { scanOptions } from './scan-options.ts'
import { zadigOptions } from './zadig-options.ts'

/** Every option there is, in the order people read them. */
export const options = { ...scanOptions, ...githubOptions, ...zadigOptions, ...gateOptions }

export type OptionName = keyof typeof options
export type Options = { [Name in OptionName]?: ReturnType<(typeof options)[Name]['read']> }

export const optionNames = Object.keys(options) as OptionName[]
