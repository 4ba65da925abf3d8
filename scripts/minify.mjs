// Makes the bundles in dist/ small, the chunks too, which `ncc --minify` leaves as they are: it halves what is loaded at start.
// Also takes out what of a package nobody uses. Usage: node scripts/minify.mjs FOLDER…
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'terser'

/** Names of functions and classes stay: they stand in stack traces, and `error.name` is made of them. */
const options = { module: true, ecma: 2022, keep_fnames: true, keep_classnames: true, format: { max_line_len: 500 } }

for (const folder of process.argv.slice(2))
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const path = join(folder, name)
    const { code } = await minify(readFileSync(path, 'utf8'), options)
    writeFileSync(path, `${code}\n`)
  }
