// What no converter can do without: read a report and write its findings as SARIF, by the shortest code that does it.
//
//   node bench/convert-floor.mjs FORM FILE
import { readFileSync } from 'node:fs'

const [form, file] = process.argv.slice(2)
const rules = new Map()
const results = []

function add(ruleId, [isError, text], uri, [startLine, startColumn, endLine, endColumn]) {
  if (!rules.has(ruleId)) rules.set(ruleId, rules.size)
  const region = { startLine, startColumn, endLine, endColumn }
  results.push({
    ...{ ruleId, ruleIndex: rules.get(ruleId), level: isError ? 'error' : 'warning', message: { text } },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  })
}

const json = () => JSON.parse(readFileSync(file, 'utf8'))

const forms = {
  eslint() {
    for (const { filePath, messages } of json())
      for (const it of messages)
        add(it.ruleId, [it.severity === 2, it.message], filePath, [it.line, it.column, it.endLine, it.endColumn])
  },
  trivy() {
    for (const { Target, Vulnerabilities = [], Misconfigurations = [] } of json().Results) {
      for (const it of Vulnerabilities) add(it.VulnerabilityID, [true, it.Title], Target, [1])
      for (const { ID, Message, CauseMetadata: at } of Misconfigurations)
        add(ID, [true, Message], Target, [at.StartLine, undefined, at.EndLine])
    }
  },
  pylint() {
    for (const it of json())
      add(it.symbol, [it.type === 'error', it.message], it.path, [it.line, it.column + 1, it.endLine, it.endColumn + 1])
  },
  checkstyle() {
    const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
    const plain = (text) =>
      text.includes('&') ? text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => entities[name]) : text
    let name = ''
    for (const [, tag, body] of readFileSync(file, 'utf8').matchAll(/<(file|error)\s+((?:[\w:-]+="[^"]*"\s*)*)\/?>/g)) {
      const it = {}
      for (const [, key, value] of body.matchAll(/([\w:-]+)="([^"]*)"/g)) it[key] = plain(value)
      if (tag === 'file') name = it.name
      else
        add(it.source, [it.severity === 'error', it.message], name, [Number(it.line), it.column && Number(it.column)])
    }
  },
  gcc() {
    const line = /^([^\s:][^:\n]*):(\d+):(\d+): (warning|error|fatal error): (.*?)(?: \[(-W[^\]]+)\])?$/gm
    for (const [, path, row, column, word, message, option = word] of readFileSync(file, 'utf8').matchAll(line))
      add(option, [word !== 'warning', message], path, [Number(row), Number(column)])
  },
}

forms[form]()
const driver = { name: form, rules: [...rules.keys()].map((id) => ({ id })) }
process.stdout.write(JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, results }] }))
