#!/usr/bin/env node
import { exitCodes } from '../model/outcome.ts'
import { version } from '../model/version.ts'

// `codescan-gate convert … | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitCodes.error))

// Asked by every script that looks whether we are there, and by people before they know us: nothing else is loaded for it.
const only = process.argv.length === 3 ? process.argv[2] : undefined
const { isTTY, columns } = process.stdout
if (only === '--version') process.stdout.write(`${version}\n`)
else if (only === '--help' && (!isTTY || columns === 80))
  process.stdout.write((await import('./help-text.ts')).helpText)
else await (await import('./command-line.ts')).runCommandLine()
