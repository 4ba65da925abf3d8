// What no uploader can do without: read, parse, write, zip and encode one log, in one process, with nothing between.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

let text = readFileSync(process.argv[2], 'utf8')
let log = JSON.parse(text)
text = JSON.stringify(log)
log = undefined
const zipped = gzipSync(text, { level: 6 })
text = undefined
process.stdout.write(`${zipped.toString('base64').length}\n`)
