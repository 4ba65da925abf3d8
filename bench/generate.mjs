// Makes what the benchmarks read: trees of source files, and SARIF over them. Once; it is kept between runs.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { camel, capital, nouns, pascal, prose, random } from './random.mjs'

/** Raised when the data changes, so that nobody measures with what an older generator left behind. */
export const edition = 1

/** A folder with `tree/` and `log.sarif`: so many results, one file for every 20 of them, 50 at least. */
export function logOf(data, results) {
  return once(join(data, `${edition}-${results}`), (folder) => {
    const files = makeTree(join(folder, 'tree'), Math.max(50, results / 20))
    writeLog(join(folder, 'log.sarif'), join(folder, 'tree'), files, results)
  })
}

/** The same shape with all results in one file of so many lines. */
export function oneFile(data, results, lines) {
  return once(join(data, `${edition}-one-file-${results}-${lines}`), (folder) => {
    const dice = random(results)
    const line = () => `  ${camel(dice, 2)}(${camel(dice, 2)}, ${dice.int(0, 9999)});\n`
    writeFile(join(folder, 'tree', 'big.js'), Array.from({ length: lines }, line).join(''))
    writePlainLog(folder, 'big.js', () => dice.int(1, lines), results)
  })
}

/** Results on the one line of a minified file. */
export function oneLine(data, results, bytes) {
  return once(join(data, `${edition}-one-line-${results}-${bytes}`), (folder) => {
    const dice = random(results)
    let text = ''
    while (text.length < bytes) text += `function ${camel(dice, 1)}(a,b){return a.${camel(dice, 1)}(b)};`
    writeFile(join(folder, 'tree', 'bundle.min.js'), text)
    writePlainLog(folder, 'bundle.min.js', () => 1, results)
  })
}

/** The folder, made when it is not there; half of one is never taken for a whole. */
export function once(folder, make) {
  if (existsSync(folder)) return folder
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(join(making, 'tree'), { recursive: true })
  process.stderr.write(`Making ${folder}\n`)
  make(making)
  renameSync(making, folder)
  return folder
}

function writeFile(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const endings = ['ts', 'ts', 'ts', 'js', 'java', 'java', 'py', 'go', 'c', 'cpp', 'cs']

/** About 300 lines a file, many short ones and a few long; some with CRLF, some with characters beyond ASCII. */
export function makeTree(folder, count) {
  const dice = random(count)
  return Array.from({ length: count }, (_, at) => {
    const folders = Array.from({ length: dice.int(1, 4) }, () => nouns[dice.skewed(40)])
    const path = ['src', ...folders, `${dice.pick(nouns)}-${dice.pick(nouns)}${at}.${dice.pick(endings)}`].join('/')
    const lines = codeLines(dice, Math.max(12, Math.round(300 * (0.25 + 2.25 * dice.next() ** 2))))
    writeFile(
      join(folder, path),
      lines
        .map((line) => `${line}\n`)
        .join('')
        .replaceAll('\n', dice.chance(0.05) ? '\r\n' : '\n'),
    )
    return { path, lines: lines.length }
  })
}

function codeLines(dice, count) {
  const beyondAscii = dice.chance(0.15) ? 0.04 : 0
  let depth = 0
  return Array.from({ length: count }, () => {
    depth = Math.max(0, Math.min(5, depth + dice.int(-1, 1)))
    const code = dice.pick(codes)(dice)
    return `${code && '  '.repeat(depth)}${code}${code && dice.chance(beyondAscii) ? ' // é ü – 変更' : ''}`
  })
}

const codes = [
  (dice) =>
    `const ${camel(dice, 2)} = await this.${camel(dice, 2)}.${camel(dice, 1)}(${camel(dice, 2)}, ${dice.int(0, 999)});`,
  (dice) => `if (!${camel(dice, 2)} || ${camel(dice, 1)}.${camel(dice, 2)}.length === ${dice.int(0, 9)}) {`,
  (dice) => `return ${camel(dice, 2)}(${camel(dice, 1)}, { ${dice.pick(nouns)}: ${camel(dice, 2)} });`,
  (dice) => `// ${prose(dice, dice.int(4, 12))}`,
  (dice) => `logger.debug("${prose(dice, dice.int(3, 8))}", ${camel(dice, 2)});`,
  (dice) => `for (const ${dice.pick(nouns)} of ${camel(dice, 2)}.${camel(dice, 1)}()) {`,
  (dice) => `public async ${camel(dice, 3)}(${dice.pick(nouns)}: ${pascal(dice, 2)}): Promise<${pascal(dice, 2)}> {`,
  (dice) => `let ${camel(dice, 2)} = ${dice.int(0, 65_535)} + ${camel(dice, 1)}[${dice.int(0, 20)}];`,
  (dice) => `${camel(dice, 1)}.${camel(dice, 2)}(${camel(dice, 1)} => ${camel(dice, 2)}(${camel(dice, 1)}));`,
  () => '}',
  () => '} else {',
  () => '',
]

/**
 * 120 rules with help, and results of 0.8 KB: 15 % with code flows of 3 to 10 steps, 35 % with a snippet and its
 * surroundings, 12 % with related locations, 60 % with an end. No fingerprints: those are the uploader's work.
 */
function writeLog(path, tree, files, count) {
  const dice = random(count * 7919)
  const rules = Array.from({ length: 120 }, (_, at) => ruleOf(dice, at))
  const order = files.map((file) => ({ file, key: dice.next() })).sort((a, b) => a.key - b.key)
  const places = Array.from({ length: count }, () => {
    const at = dice.skewed(order.length)
    return { at, line: dice.int(1, order[at].file.lines) }
  })
  places.sort((a, b) => a.at - b.at || a.line - b.line)
  const scene = { dice, rules, files, tree }
  const run = {
    tool: { driver: { name: 'GenScan', version: '3.4.5', informationUri: 'https://example.com/genscan', rules } },
    originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///github/workspace/' } },
    columnKind: 'utf16CodeUnits',
    results: [],
  }
  const text = JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  })
  const file = openSync(path, 'w')
  writeSync(file, text.slice(0, -4))
  places.forEach(({ at, line }, index) => {
    writeSync(file, `${index > 0 ? ',' : ''}${JSON.stringify(resultOf(scene, order[at].file, line))}`)
  })
  writeSync(file, text.slice(-4))
  closeSync(file)
}

function ruleOf(dice, at) {
  const id = `${dice.pick(['js', 'java', 'py', 'go', 'cpp'])}/${dice.pick(nouns)}-${dice.pick(nouns)}-${at}`
  const level = dice.pick(['error', 'warning', 'warning', 'note'])
  const cwe = dice.int(20, 1300)
  return {
    id,
    name: pascal(dice, 3),
    shortDescription: { text: prose(dice, 8) },
    fullDescription: { text: prose(dice, 28) },
    defaultConfiguration: { level },
    helpUri: `https://example.com/rules/${id}`,
    help: {
      text: prose(dice, 120),
      markdown: `# ${capital(dice.pick(nouns))}\n\n${prose(dice, 100)}\n\n* CWE-${cwe}\n`,
    },
    properties: {
      tags: ['security', `external/cwe/cwe-${String(cwe).padStart(3, '0')}`, 'correctness'],
      precision: dice.pick(['very-high', 'high', 'medium']),
      'security-severity': (dice.int(10, 99) / 10).toFixed(1),
    },
  }
}

function resultOf(scene, file, line) {
  const { dice, rules, files } = scene
  const ruleIndex = dice.skewed(rules.length)
  const result = {
    ruleId: rules[ruleIndex].id,
    ruleIndex,
    level: rules[ruleIndex].defaultConfiguration.level,
    message: { text: `${prose(dice, dice.int(6, 16))} '${camel(dice, 2)}' at ${pascal(dice, 2)}.` },
    locations: [locationOf(scene, file, line, dice.chance(0.35))],
  }
  const elsewhere = (other) => locationOf(scene, other, dice.int(1, other.lines), false)
  if (dice.chance(0.12))
    result.relatedLocations = Array.from({ length: dice.int(1, 3) }, (_, id) => ({
      id,
      ...elsewhere(file),
      message: { text: prose(dice, 4) },
    }))
  if (dice.chance(0.15)) {
    const locations = Array.from({ length: dice.int(3, 10) }, () => ({
      location: { ...elsewhere(dice.chance(0.7) ? file : dice.pick(files)), message: { text: camel(dice, 2) } },
    }))
    result.codeFlows = [{ threadFlows: [{ locations }] }]
  }
  if (dice.chance(0.3)) result.properties = { confidence: dice.pick(['HIGH', 'MEDIUM', 'LOW']), rank: dice.int(0, 99) }
  return result
}

function locationOf({ dice, tree }, { path, lines }, line, withSnippet) {
  const region = { startLine: line, startColumn: 1, ...(dice.chance(0.6) && { endLine: line, endColumn: 80 }) }
  const physicalLocation = { artifactLocation: { uri: path, uriBaseId: '%SRCROOT%' }, region }
  if (withSnippet) {
    const [first, last] = [Math.max(1, line - 2), Math.min(lines, line + 2)]
    const around = linesOf(join(tree, path)).slice(first - 1, last)
    region.snippet = { text: around[line - first] }
    physicalLocation.contextRegion = { startLine: first, endLine: last, snippet: { text: around.join('\n') } }
  }
  return { physicalLocation }
}

/** Results come file by file, so that the last one read is nearly always the one that is wanted. */
let latest = { path: '', lines: [] }
export function linesOf(path) {
  if (latest.path !== path) latest = { path, lines: readFileSync(path, 'utf8').split(/\r?\n/) }
  return latest.lines
}

function writePlainLog(folder, uri, line, count) {
  const dice = random(count)
  const results = Array.from({ length: count }, () => ({
    ruleId: 'R1',
    level: 'warning',
    message: { text: `${prose(dice, 8)} '${camel(dice, 2)}'` },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line(), startColumn: 1 } } }],
  }))
  const runs = [{ tool: { driver: { name: 'Special', rules: [{ id: 'R1' }] } }, results }]
  writeFileSync(join(folder, 'log.sarif'), JSON.stringify({ version: '2.1.0', runs }))
}
