// Makes reports in the forms that are converted most: over a tree of its own, findings clustered as real ones are.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { edition, linesOf, makeTree, once } from './generate.mjs'
import { camel, nouns, pascal, prose, random } from './random.mjs'

/** A folder with a report of so many entries in each form, by the names in `forms`, and the `tree/` they speak of. */
export function reportsOf(data, results) {
  return once(join(data, `${edition}-reports-${results}`), (folder) => {
    const tree = join(folder, 'tree')
    const files = makeTree(tree, Math.max(50, results / 20))
    const dice = random(results * 104_729)
    const scene = { dice, tree, files, root: '/home/runner/work/app/app', places: placesIn(dice, files, results) }
    for (const [file, pieces] of Object.entries(forms)) write(join(folder, file), pieces(scene))
  })
}

/** File and line of each finding, in the order of files; low numbers of files have more. */
function placesIn(dice, files, count) {
  const places = Array.from({ length: count }, () => {
    const at = dice.skewed(files.length)
    return { at, file: files[at], line: dice.int(1, files[at].lines) }
  })
  return places.sort((a, b) => a.at - b.at || a.line - b.line)
}

function write(path, pieces) {
  const file = openSync(path, 'w')
  let held = ''
  for (const piece of pieces) {
    held += piece
    if (held.length < 1 << 20) continue
    writeSync(file, held)
    held = ''
  }
  writeSync(file, held)
  closeSync(file)
}

const forms = {
  'eslint.json': eslint,
  'checkstyle.xml': checkstyle,
  'gcc.log': gcc,
  'trivy.json': trivy,
  'pylint.json': pylint,
  'cppcheck.xml': cppcheck,
  'flawfinder.csv': flawfinder,
}

/** Places file by file. */
function* byFile(places) {
  for (let from = 0; from < places.length; ) {
    let to = from
    while (to < places.length && places[to].at === places[from].at) to++
    yield places.slice(from, to)
    from = to
  }
}

function* eslint({ dice, tree, root, places }) {
  const rules = Array.from(
    { length: 90 },
    (_, at) => `${dice.pick(['', '', 'import/', 'n/'])}no-${dice.pick(nouns)}${at}`,
  )
  let before = '['
  for (const group of byFile(places)) {
    const [{ file }] = group
    const lines = linesOf(join(tree, file.path))
    const messages = group.map(({ line }) => eslintMessage(dice, rules, line, lines[line - 1] ?? ''))
    const errorCount = messages.filter(({ severity }) => severity === 2).length
    yield before +
      JSON.stringify({
        ...{ filePath: `${root}/${file.path}`, messages, suppressedMessages: [], errorCount, fatalErrorCount: 0 },
        ...{ warningCount: messages.length - errorCount, fixableErrorCount: 0, fixableWarningCount: 0 },
        // As ESLint does where there are messages.
        source: readFileSync(join(tree, file.path), 'utf8'),
        usedDeprecatedRules: [],
      })
    before = ','
  }
  yield ']\n'
}

function eslintMessage(dice, rules, line, text) {
  const column = text.length - text.trimStart().length + 1
  const edit = (words) => ({ range: [dice.int(0, 5000), dice.int(5001, 9999)], text: camel(dice, words) })
  return {
    ...{ ruleId: rules[dice.skewed(rules.length)], severity: dice.chance(0.4) ? 2 : 1 },
    ...{ message: `'${camel(dice, 2)}' ${prose(dice, dice.int(4, 12))}`, line, column, nodeType: 'Identifier' },
    ...{ messageId: camel(dice, 2), endLine: line, endColumn: Math.max(column + 1, text.length + 1) },
    ...(dice.chance(0.2) && { fix: edit(1) }),
    ...(dice.chance(0.1) && { suggestions: [{ messageId: camel(dice, 2), fix: edit(2), desc: prose(dice, 6) }] }),
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function* checkstyle({ dice, root, places }) {
  const packages = ['coding', 'naming', 'sizes', 'whitespace']
  const rules = Array.from(
    { length: 80 },
    () => `com.puppycrawl.tools.checkstyle.checks.${dice.pick(packages)}.${pascal(dice, 2)}Check`,
  )
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.12.1">\n'
  for (const group of byFile(places)) {
    yield `<file name="${root}/${group[0].file.path}">\n`
    for (const { line } of group) {
      const column = dice.chance(0.8) ? ` column="${dice.int(1, 80)}"` : ''
      const message = escaped(`'${camel(dice, 2)}' has <${pascal(dice, 1)}> & ${prose(dice, dice.int(4, 12))}`)
      const severity = dice.pick(['error', 'warning', 'warning', 'info'])
      const source = rules[dice.skewed(rules.length)]
      yield `<error line="${line}"${column} severity="${severity}" message="${message}" source="${source}"/>\n`
    }
    yield '</file>\n'
  }
  yield '</checkstyle>\n'
}

/** A compiler's log: diagnostics with excerpts and carets, among what a build prints besides. */
function* gcc({ dice, tree, places }) {
  const options = Array.from({ length: 60 }, (_, at) => `-W${dice.pick(nouns)}-${dice.pick(nouns)}${at}`)
  for (const { file, line } of places) {
    for (let noise = dice.int(0, 6); noise > 0; noise--) yield `${dice.pick(noises)(dice, file.path)}\n`
    const text = linesOf(join(tree, file.path))[line - 1] ?? ''
    const column = text.length - text.trimStart().length + 1
    const word = dice.pick(['warning', 'warning', 'warning', 'error'])
    const said = `${prose(dice, dice.int(4, 12)).slice(0, -1)} '${camel(dice, 2)}'`
    yield `${file.path}:${line}:${column}: ${word}: ${said} [${options[dice.skewed(options.length)]}]\n`
    yield `${String(line).padStart(5)} | ${text}\n      | ${' '.repeat(column - 1)}^${'~'.repeat(dice.int(2, 14))}\n`
    if (dice.chance(0.2)) yield `${file.path}:${dice.int(1, file.lines)}:${dice.int(1, 40)}: note: declared here\n`
  }
}

const noises = [
  (dice, path) => `[${String(dice.int(0, 100)).padStart(3)}%] Building CXX object CMakeFiles/app.dir/${path}.o`,
  (dice, path) => `g++ -DNDEBUG -I/usr/include/${dice.pick(nouns)} -O2 -Wall -Wextra -MD -MT ${path}.o -c ${path}`,
  (dice, path) => `In file included from ${path}:${dice.int(1, 20)}:`,
  (dice, path) => `${path}: In function 'int ${camel(dice, 2)}(${dice.pick(nouns)}*)':`,
  (dice) => `make[2]: Entering directory '/build/${dice.pick(nouns)}'`,
  (dice) => `2026-01-${dice.int(10, 28)}T10:${dice.int(10, 59)}:${dice.int(10, 59)}Z ${prose(dice, 6)}`,
]

function* trivy({ dice, places }) {
  yield '{"SchemaVersion":2,"ArtifactName":".","ArtifactType":"repository","Metadata":{},"Results":['
  const perTarget = 200
  for (let from = 0, target = 0; from < places.length; from += perTarget, target++) {
    const items = (make) => Array.from({ length: Math.min(perTarget, places.length - from) }, () => make(dice))
    const manifest = dice.pick(['package-lock.json', 'go.sum', 'pom.xml', 'Cargo.lock'])
    const Target = `${dice.pick(nouns)}/${dice.pick(nouns)}${target}/${manifest}`
    const result =
      target % 5 === 4
        ? { Target, Class: 'config', Type: 'kubernetes', Misconfigurations: items(misconfiguration) }
        : { Target, Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: items(vulnerability) }
    yield (target > 0 ? ',' : '') + JSON.stringify(result)
  }
  yield ']}\n'
}

const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'UNKNOWN']

function misconfiguration(dice) {
  const AVDID = `AVD-KSV-${String(dice.int(1, 150)).padStart(4, '0')}`
  return {
    ...{ Type: 'Kubernetes Security Check', ID: AVDID.slice(4), AVDID, Title: prose(dice, 6) },
    ...{ Description: prose(dice, 30), Message: prose(dice, 14), Resolution: prose(dice, 12) },
    ...{ Severity: dice.pick(severities), PrimaryURL: `https://avd.aquasec.com/misconfig/${AVDID.toLowerCase()}` },
    ...{ References: [`https://example.com/${AVDID}`], Status: 'FAIL' },
    CauseMetadata: {
      Provider: 'Kubernetes',
      Service: 'general',
      StartLine: dice.int(1, 200),
      EndLine: dice.int(201, 260),
    },
  }
}

function vulnerability(dice) {
  const id = `CVE-${dice.int(2015, 2026)}-${dice.int(1000, 59_999)}`
  const name = `${dice.pick(nouns)}-${dice.pick(nouns)}`
  const version = `${dice.int(0, 9)}.${dice.int(0, 30)}.${dice.int(0, 20)}`
  const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'
  return {
    ...{ VulnerabilityID: id, PkgID: `${name}@${version}`, PkgName: name },
    ...{ PkgIdentifier: { PURL: `pkg:npm/${name}@${version}` }, InstalledVersion: version },
    ...{ FixedVersion: `${dice.int(9, 19)}.0.${dice.int(0, 9)}`, Status: 'fixed', Layer: {}, SeveritySource: 'ghsa' },
    PrimaryURL: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
    DataSource: { ID: 'ghsa', Name: 'GitHub Security Advisory npm', URL: 'https://github.com/advisories' },
    ...{ Title: prose(dice, 9), Description: prose(dice, 60), Severity: dice.pick(severities) },
    ...{ CweIDs: [`CWE-${dice.int(20, 1300)}`], VendorSeverity: { ghsa: dice.int(1, 4), nvd: dice.int(1, 4) } },
    CVSS: { nvd: { V3Vector: vector, V3Score: dice.int(10, 99) / 10 } },
    References: [`https://nvd.nist.gov/vuln/detail/${id}`, `https://example.com/${name}/issues/${dice.int(1, 999)}`],
    ...{ PublishedDate: '2025-02-01T10:15:09.1Z', LastModifiedDate: '2025-03-01T11:00:00.0Z' },
  }
}

function* pylint({ dice, tree, places }) {
  let before = '['
  for (const { file, line } of places) {
    const text = linesOf(join(tree, file.path))[line - 1] ?? ''
    const kind = dice.pick(['convention', 'warning', 'refactor', 'error'])
    yield before +
      JSON.stringify({
        ...{ type: kind, module: file.path.replaceAll('/', '.'), obj: camel(dice, 2), line, column: 4, endLine: line },
        ...{ endColumn: text.length, path: file.path, symbol: `${dice.pick(nouns)}-found`, message: prose(dice, 10) },
        'message-id': `${kind[0].toUpperCase()}${dice.int(1000, 1099)}`,
      })
    before = ','
  }
  yield ']\n'
}

function* cppcheck({ dice, places }) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<results version="2">\n<cppcheck version="2.10"/>\n<errors>\n'
  for (const { file, line } of places) {
    const message = escaped(`${prose(dice, 10)} '${camel(dice, 2)}'`)
    const severity = dice.pick(['error', 'warning', 'style', 'performance'])
    const said = `severity="${severity}" msg="${message}" verbose="${message}" cwe="${dice.int(20, 1300)}"`
    yield `<error id="${dice.pick(nouns)}Found" ${said}>\n<location file="${file.path}" line="${line}" column="5"/>\n</error>\n`
  }
  yield '</errors>\n</results>\n'
}

function* flawfinder({ dice, tree, places }) {
  yield 'File,Line,Column,DefaultLevel,Level,Category,Name,Warning,Suggestion,Note,CWEs,Context,Fingerprint,ToolVersion,RuleId,HelpUri\n'
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`
  for (const { file, line } of places) {
    const text = linesOf(join(tree, file.path))[line - 1] ?? ''
    const cwe = dice.int(20, 1300)
    const levels = [dice.int(0, 5), dice.int(0, 5), dice.pick(['buffer', 'format', 'shell']), dice.pick(nouns)]
    const words = [quoted(prose(dice, 10)), quoted(prose(dice, 8)), '', `CWE-${cwe}`, quoted(text)]
    const ends = [
      '0123456789abcdef'.repeat(4),
      '2.0.19',
      `FF10${dice.int(10, 99)}`,
      `https://cwe.mitre.org/${cwe}.html`,
    ]
    yield `${[file.path, line, 3, ...levels, ...words, ...ends].join(',')}\n`
  }
}
