import type { Finding, Notification, Place, Tool } from '../model/finding.ts'
import { levelOfWord } from './compiler-words.ts'
import { defineConverter } from './converter.ts'
import { readXml } from './read/xml.ts'
import { hasXmlRoot } from './report.ts'

/** One `<error>`, which is any message of Cppcheck. */
interface Entry {
  attributes: Record<string, string>
  /** The first one is where the problem is; the others lead there, the last one first. */
  places: Place[]
  symbols: string[]
}

/** What Cppcheck stops at: it says nothing more of the file, or of this way to compile it. */
const stopping = new Set([
  'cppcheckError',
  'internalAstError',
  'internalError',
  'noValidConfiguration',
  'preprocessorErrorDirective',
  'syntaxError',
  'unknownMacro',
])

const tool: Tool = { name: 'Cppcheck', url: 'https://cppcheck.sourceforge.io' }
const hasResults = hasXmlRoot('results')

export const cppcheck = defineConverter({
  id: 'cppcheck',
  tool,
  reads: 'cppcheck --xml',
  proof: 'run',
  // The first version of the format did not name the tool.
  detects: (report) => hasResults(report) && /<cppcheck[\s/]|<error\s[^>]*\bid=/.test(report.text.slice(0, 4096)),
  read({ text }) {
    const findings: Finding[] = []
    const notifications: Notification[] = []
    let version: string | undefined
    let entry: Entry | undefined
    const take = (whole: Entry) => {
      if (isOfItself(whole)) notifications.push(toNotification(whole))
      else findings.push(toFinding(whole))
    }
    readXml(text, 'results', {
      open(name, attributes) {
        if (name === 'cppcheck') version = attributes['version']
        if (name === 'location') entry?.places.push(placeOf(attributes))
        if (name !== 'error') return
        if (entry) take(entry)
        entry = { attributes, places: [], symbols: [] }
      },
      close(name, content) {
        if (name === 'symbol') entry?.symbols.push(content.trim())
      },
    })
    if (entry) take(entry)
    return { findings, notifications, tool: version ? { ...tool, version } : tool, columns: 'utf8Bytes' }
  },
})

function placeOf({ file = '', line, column, info }: Record<string, string>): Place {
  return { file, line: Number(line), column: Number(column), message: info }
}

/** Advice on how to run it better is no finding in the code. */
function isOfItself({ attributes: { id = '', severity } }: Entry): boolean {
  return stopping.has(id) || severity === 'information' || severity === 'debug' || severity === 'none'
}

function toNotification(entry: Entry): Notification {
  const { id = '', severity } = entry.attributes
  const stops = stopping.has(id)
  const [location] = placesOf(entry)
  const level = stops ? 'error' : levelOfWord(severity ?? '')
  return { level, message: `${id}: ${messageOf(entry)}`, location, ...(stops && { incomplete: true }) }
}

function toFinding(entry: Entry): Finding {
  const { id = 'cppcheck', severity = '', cwe, hash, inconclusive, classification, guideline } = entry.attributes
  const [location, ...others] = placesOf(entry)
  const { symbols } = entry
  return {
    rule: { id, weaknesses: cwe && cwe !== '0' ? [cwe] : undefined },
    level: levelOfWord(severity),
    message: messageOf(entry),
    location,
    flow: location && others.length > 0 ? [...others.reverse(), location] : [],
    fingerprint: hash && hash !== '0' ? hash : undefined,
    sarif: {
      properties: {
        severity,
        ...(symbols.length > 0 && { symbols }),
        ...(inconclusive === 'true' && { inconclusive: true }),
        ...(classification && { classification }),
        ...(guideline && { guideline }),
      },
    },
  }
}

/** The first version of the format has the place among the attributes. */
function placesOf({ attributes, places }: Entry): Place[] {
  const known = places.length > 0 ? places : [placeOf(attributes)]
  return known.filter(({ file }) => file !== '' && file !== 'nofile')
}

/** The verbose words often say the same once more, and sometimes say why. */
function messageOf({ attributes: { id = '', msg = '', verbose = '' } }: Entry): string {
  if (verbose === '' || verbose === msg) return msg || id
  return verbose.startsWith(msg) ? verbose : `${msg}\n\n${verbose}`
}
