// Bundles the action and the CLI, compiled in build/, into dist/. Usage: node scripts/bundle.mjs
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'
import { minify } from 'terser'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Packages whose modules do nothing when they are loaded, though they do not say so. ncc then leaves out what nobody uses:
 * of `@actions/core` the OpenID client, which brings undici with it and a fifth of a second to every start.
 */
const quiet = ['@actions/core', '@actions/exec', '@actions/http-client', '@actions/io']

/** Beside the compiled source, where it is found first, as the packages in node_modules are not ours to change. */
function lendManifests() {
  for (const name of quiet) {
    const copy = join(root, 'build/node_modules', name)
    cpSync(join(root, 'node_modules', name), copy, { recursive: true, dereference: true })
    const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
    writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
  }
}

/** Names of functions and classes stay: they stand in stack traces, and `error.name` is made of them. */
const smaller = { module: true, ecma: 2022, keep_fnames: true, keep_classnames: true, format: { max_line_len: 500 } }

/**
 * CommonJS, which Node loads at once and without threads, so that a start takes 15 ms less than with modules. `ncc --minify`
 * would leave the chunks as they are.
 */
async function bundle(entry, folder) {
  const { code, assets } = await ncc(join(root, 'build/src/entry', entry), {
    esm: false,
    target: 'es2022',
    license: 'licenses.txt',
    cache: false,
    sourceMapRegister: false,
    quiet: true,
  })
  const files = { ...assets, 'index.js': { source: code }, 'package.json': { source: '{\n  "type": "commonjs"\n}\n' } }
  for (const [name, { source }] of Object.entries(files)) {
    const path = join(root, folder, name)
    const content = name.endsWith('.js') ? `${(await minify(String(source), smaller)).code}\n` : source
    mkdirSync(dirname(path), { recursive: true })
    // What begins with `#!` is for people to start.
    writeFileSync(path, content, { mode: String(content).startsWith('#!') ? 0o777 : 0o666 })
  }
}

rmSync(join(root, 'dist'), { recursive: true, force: true })
lendManifests()
await bundle('action.js', 'dist')
await bundle('cli.js', 'dist/cli')
