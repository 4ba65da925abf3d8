// Writes sandbox/openapi/code-scanning.json: the part of GitHub's official OpenAPI description that the sandbox is held to.
// Usage: node scripts/extract-openapi.mjs <path to the folder `generated` of @octokit/openapi>
// The package is 385 MB, so only this extract is kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

const wanted = {
  '/meta': ['get'],
  '/rate_limit': ['get'],
  '/orgs/{org}/code-scanning/alerts': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/code-scanning/alerts': ['get'],
  '/repos/{owner}/{repo}/code-scanning/alerts/{alert_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances': ['get'],
  '/repos/{owner}/{repo}/code-scanning/analyses': ['get'],
  '/repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}': ['get', 'delete'],
  '/repos/{owner}/{repo}/code-scanning/default-setup': ['get'],
  '/repos/{owner}/{repo}/code-scanning/sarifs': ['post'],
  '/repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
}
// GitHub took it out of the description of api.github.com, and has it in those of Enterprise Cloud and Enterprise Server.
const wantedOfEnterpriseCloud = { '/enterprises/{enterprise}/code-scanning/alerts': ['get'] }
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

/** The components that the paths name, those that these name, and so on: by their reference. */
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
  return found
}

function partOf(file, wanted) {
  const source = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const paths = Object.entries(wanted).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, lean(source.paths[path][method])])),
  ])
  return { source, paths, components: closure(paths, source.components) }
}

/** Both parts share one set of components, so what has one name has to be one thing. */
function together(parts) {
  const found = new Map()
  for (const [reference, each] of parts.flatMap(({ components }) => [...components])) {
    const known = found.get(reference) ?? each
    if (!isDeepStrictEqual(known, each)) throw new Error(`The descriptions differ in ${reference}.`)
    found.set(reference, each)
  }
  const kept = {}
  for (const { kind, name, component } of [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    kept[kind] ??= {}
    kept[kind][name] = component
  }
  return kept
}

const folder = process.argv[2]
if (!folder) throw new Error('Give the path of the folder `generated` of the package @octokit/openapi.')
const main = partOf('api.github.com.json', wanted)
const enterprise = partOf('ghec.json', wantedOfEnterpriseCloud)
const { openapi, info } = main.source
const extract = {
  openapi,
  info: {
    title: `Extract of ${info.title}`,
    version: info.version,
    description: `Taken from @octokit/openapi ${info.version} by scripts/extract-openapi.mjs: prose and examples left out; null added to the enum of nullable fields; the path of enterprises from ghec, all else from api.github.com.`,
    license: info.license,
  },
  paths: Object.fromEntries([...main.paths, ...enterprise.paths]),
  components: together([main, enterprise]),
}
writeFileSync(
  new URL('../sandbox/openapi/code-scanning.json', import.meta.url),
  `${JSON.stringify(extract, null, 1)}\n`,
)
