// Writes sandbox/openapi/code-scanning.json: the part of GitHub's official OpenAPI description that the sandbox is held to.
// Usage: node scripts/extract-openapi.mjs <path to generated/api.github.com.json of @octokit/openapi>
// The package is 385 MB, so only this extract is kept.
import { readFileSync, writeFileSync } from 'node:fs'

const wanted = {
  '/meta': ['get'],
  '/rate_limit': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/code-scanning/alerts': ['get'],
  '/repos/{owner}/{repo}/code-scanning/alerts/{alert_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances': ['get'],
  '/repos/{owner}/{repo}/code-scanning/analyses': ['get'],
  '/repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}': ['get', 'delete'],
  '/repos/{owner}/{repo}/code-scanning/default-setup': ['get'],
  '/repos/{owner}/{repo}/code-scanning/sarifs': ['post'],
  '/repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
}
const noise = new Set(['description', 'summary', 'tags', 'example', 'examples', 'title'])
const isNoise = (key) => noise.has(key) || key.startsWith('x-')

/** A copy without prose and examples. Under `properties` a key is the name of a field, even when it reads `description`. */
function lean(node, keysAreNames = false) {
  if (Array.isArray(node)) return node.map((item) => lean(item))
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node).filter(([key]) => keysAreNames || !isNoise(key))
  return withNull(
    Object.fromEntries(kept.map(([key, value]) => [key, lean(value, !keysAreNames && key === 'properties')])),
  )
}

/** GitHub writes `nullable` beside an `enum` without null, which a validator reads as "never null". */
function withNull(schema) {
  if (schema.nullable !== true || !Array.isArray(schema.enum) || schema.enum.includes(null)) return schema
  return { ...schema, enum: [...schema.enum, null] }
}

function references(node) {
  if (node === null || typeof node !== 'object') return []
  const own = typeof node.$ref === 'string' ? [node.$ref] : []
  return [...own, ...Object.values(node).flatMap(references)]
}

/** The components that the paths name, those that these name, and so on. */
function closure(paths, components) {
  const found = new Map()
  const open = references(paths)
  while (open.length > 0) {
    const reference = open.pop()
    if (found.has(reference)) continue
    const [, , kind, name] = reference.split('/')
    const component = lean(components[kind][name])
    found.set(reference, { kind, name, component })
    open.push(...references(component))
  }
  const kept = {}
  for (const { kind, name, component } of [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    kept[kind] ??= {}
    kept[kind][name] = component
  }
  return kept
}

const file = process.argv[2]
if (!file) throw new Error('Give the path of `api.github.com.json` from the package @octokit/openapi.')
const source = JSON.parse(readFileSync(file, 'utf8'))

const paths = {}
for (const [path, methods] of Object.entries(wanted)) {
  const operations = methods.map((method) => [method, lean(source.paths[path][method])])
  paths[path] = Object.fromEntries(operations)
}
const extract = {
  openapi: source.openapi,
  info: {
    title: `Extract of ${source.info.title}`,
    version: source.info.version,
    description: `Taken from @octokit/openapi ${source.info.version} by scripts/extract-openapi.mjs: prose and examples left out; null added to the enum of nullable fields.`,
    license: source.info.license,
  },
  paths,
  components: closure(paths, source.components),
}
writeFileSync(
  new URL('../sandbox/openapi/code-scanning.json', import.meta.url),
  `${JSON.stringify(extract, null, 1)}\n`,
)
