// Adds to package-lock.json the optional packages of other platforms that a registry did not serve when the lock was
// written. npm leaves them out, and `npm ci` then refuses the very lock it wrote ("Missing: … from lock file").
// Run after every `npm install` that changes the lock; a second run changes nothing.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const platform =
  /(android|darwin|freebsd|linux|win32|openharmony|aix|sunos|wasm32)-?(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64)?/

function placeholder(name, range, owner) {
  const [, os, cpu] = platform.exec(name) ?? []
  return {
    version: range.replace(/^[^\d]*/, ''),
    ...(cpu ? { cpu: [cpu] } : os === 'wasm32' ? { cpu: ['wasm32'] } : {}),
    ...(owner.dev ? { dev: true } : {}),
    ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
    optional: true,
    ...(os && os !== 'wasm32' ? { os: [os] } : {}),
  }
}

let added = 0
for (const [path, owner] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(owner.optionalDependencies ?? {})) {
    const known = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => lock.packages[place])
    if (known) continue
    lock.packages[`node_modules/${name}`] = placeholder(name, range, owner)
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} optional package(s) of other platforms added`)
