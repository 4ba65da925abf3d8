#!/usr/bin/env node
import { version } from '../model/version.ts'

// Asked by every script that looks whether we are there: nothing else is loaded for it.
if (process.argv.length === 3 && process.argv[2] === '--version') process.stdout.write(`${version}\n`)
else await import('./program.ts')
