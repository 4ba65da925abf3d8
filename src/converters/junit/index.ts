import type { Finding, Notification, Reading, Rule } from '../../model/finding.ts'
import { levelOf, scoreOfWord } from '../../model/severity.ts'
import { precisionOf } from '../confidence.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { readXml } from '../read/xml.ts'
import { hasXmlRoot, type Report } from '../report.ts'
import { type Entry, listedEntries, soleEntry } from './entries.ts'
import {
  caseProducer,
  fileOf,
  type Producer,
  placeInNames,
  ruleIdOf,
  severityIn,
  suiteProducer,
  type TestCase,
} from './names.ts'

const isSuites = hasXmlRoot('testsuites')

export const junit = defineConverter({
  id: 'junit',
  tool: { name: 'JUnit', url: 'https://github.com/testmoapp/junitxml' },
  reads: 'JUnit XML as linters write it: a test case for each problem, or for each file',
  proof: 'run',
  generic: true,
  detects: (report) => isSuites(report) || hasXmlRoot('testsuite')(report),
  read: (report) => {
    const { producer, troubles } = troublesIn(report)
    const readings = troubles.map((trouble) => readTrouble(trouble, producer))
    return {
      findings: readings.flatMap(({ findings }) => findings),
      notifications: readings.flatMap(({ notifications = [] }) => notifications),
      columns: producer?.columns,
      tool: producer?.tool,
    }
  },
})

type Attributes = Record<string, string>

/** A failure or an error, and the test case that it stands in. */
interface Trouble {
  kind: 'failure' | 'error'
  attributes: Attributes
  text: string
  testCase: TestCase
}

function troublesIn(report: Report): { producer: Producer | undefined; troubles: Trouble[] } {
  const troubles: Trouble[] = []
  const suites: Attributes[] = []
  let producer: Producer | undefined
  let own: Attributes = {}
  let attributes: Attributes = {}
  readXml(report.text, isSuites(report) ? 'testsuites' : 'testsuite', {
    open(name, given) {
      if (name === 'testsuite' || name === 'testsuites') {
        suites.push(given)
        producer ??= suiteProducer(given)
      } else if (name === 'testcase') {
        own = given
        producer ??= caseProducer(given)
      }
      if (isTrouble(name)) attributes = given
    },
    close(name, text) {
      if (name === 'testsuite' || name === 'testsuites') suites.pop()
      else if (name === 'testcase') own = {}
      else if (isTrouble(name))
        troubles.push({ kind: name, attributes, text, testCase: { own, suite: suites.at(-1) ?? {} } })
    },
  })
  return { producer, troubles }
}

function isTrouble(name: string): name is Trouble['kind'] {
  return name === 'failure' || name === 'error'
}

function readTrouble({ kind, attributes, text, testCase }: Trouble, producer: Producer | undefined): Reading {
  const listed = listedEntries(text)
  const entries = listed.length > 0 ? listed : [withPlace(soleEntry(attributes['message'], text), testCase)]
  // An error is a test that could not be carried out. Many linters mean a finding, and then it has a place.
  const [sole] = entries
  if (kind === 'error' && listed.length === 0 && sole?.line === undefined && fileOf(sole!, testCase) === undefined)
    return { findings: [], notifications: [troubleOf(sole!)] }
  return { findings: entries.map((entry) => toFinding(entry, { kind, attributes, text, testCase }, producer)) }
}

function troubleOf({ message, more }: Entry): Notification {
  return { level: 'error', message: more ?? (message || 'A test could not be carried out'), incomplete: true }
}

/** What the failure leaves open, the attributes and names of the test case may tell. */
function withPlace(entry: Entry, testCase: TestCase): Entry {
  return entry.line === undefined ? { ...placeInNames(testCase), ...entry } : entry
}

function toFinding(entry: Entry, { attributes, testCase }: Trouble, producer: Producer | undefined): Finding {
  const id = ruleIdOf(entry, attributes, testCase)
  const severity = entry.severity || severityIn(attributes, testCase)
  const file = fileOf(entry, testCase)
  // RuboCop writes its rule before the message as well.
  const said = entry.message.startsWith(`${id}: `) ? entry.message.slice(id.length + 2) : entry.message
  const title = id === 'junit' ? titleOf(testCase, file) : undefined
  return {
    rule: ruleOf(id, entry, { attributes, testCase }, producer),
    // A test that fails fails the build, unless the tool has a word of its own for how bad it is.
    level: severity ? levelOf(severity) : 'error',
    message: title && !said.includes(title) ? [title, said].filter(Boolean).join(': ') : said,
    location: file === undefined ? undefined : { ...entry, file },
    sarif: ownWords({ severity, output: entry.more }),
  }
}

/** What is tested, unless the name is a mere place. */
function titleOf({ own }: TestCase, file: string | undefined): string | undefined {
  return file !== undefined && own['name']?.startsWith(file) ? undefined : own['name']
}

function ruleOf(
  id: string,
  { severity = '', confidence = '', url }: Entry,
  { attributes, testCase }: Pick<Trouble, 'attributes' | 'testCase'>,
  producer: Producer | undefined,
): Rule {
  // Of the tools known here, Bandit alone looks for weaknesses, and says how sure it is.
  const isSecurity = confidence !== ''
  return {
    id,
    name: isSecurity ? testCase.own['name'] : undefined,
    url: attributes['more_info'] ?? url,
    precision: precisionOf(confidence),
    score: isSecurity && producer ? scoreOfWord(severity) : undefined,
  }
}
