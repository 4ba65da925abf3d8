import type { Finding, Notification, Place } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { endsAreExclusive, processingError } from './pmd/violation.ts'
import { wholeNumber } from './read/whole-number.ts'
import { readXml } from './read/xml.ts'
import { hasXmlRoot } from './report.ts'

type Attributes = Record<string, string>

interface Duplication {
  lines: number
  tokens: number | undefined
  files: Attributes[]
}

export const cpd = defineConverter({
  id: 'cpd',
  tool: { name: 'CPD', url: 'https://docs.pmd-code.org/latest/pmd_userdocs_cpd.html' },
  reads: 'pmd cpd --format xml, jscpd --reporters xml',
  proof: 'run',
  generic: true,
  detects: hasXmlRoot('pmd-cpd'),
  read({ text }) {
    const duplications: Duplication[] = []
    const notifications: Notification[] = []
    const open: string[] = []
    let root: Attributes = {}
    let attributes: Attributes = {}
    let isJscpd = false
    readXml(text, 'pmd-cpd', {
      open(name, given) {
        const parent = open.at(-1)
        if (name === 'pmd-cpd') root = given
        else if (name === 'duplication') duplications.push(duplicationOf(given))
        // Files outside of duplications are all that were looked at.
        else if (name === 'file' && parent === 'duplication') duplications.at(-1)!.files.push(given)
        // PMD writes the code once for all its places.
        else if (name === 'codefragment' && parent === 'file') isJscpd = true
        else if (name === 'error') attributes = given
        open.push(name)
      },
      close(name) {
        open.pop()
        if (name === 'error') notifications.push(processingError(attributes['filename'], attributes['msg']))
      },
    })
    const version = root['pmdVersion']
    const read = isJscpd ? jscpdFinding : (it: Duplication) => cpdFinding(it, endsAreExclusive(version))
    const tool = { ...cpd.tool, ...(version && { version }) }
    return { findings: duplications.map(read), notifications, columns: 'utf16CodeUnits', tool }
  },
})

function duplicationOf({ lines, tokens }: Attributes): Duplication {
  return { lines: wholeNumber(lines) ?? 0, tokens: wholeNumber(tokens), files: [] }
}

/** jscpd counts one line less than it means, and writes no ends. */
function jscpdFinding({ lines, ...rest }: Duplication): Finding {
  return toFinding('jscpd/duplicate-code', { ...rest, lines: lines + 1 }, true)
}

function cpdFinding(duplication: Duplication, isExclusive: boolean): Finding {
  return toFinding('duplicate-code', duplication, isExclusive)
}

/** The first place is where the result is; the others are told beside it. */
function toFinding(id: string, { lines, tokens, files }: Duplication, isExclusive: boolean): Finding {
  const places = files.flatMap((file) => placeOf(file, lines, isExclusive) ?? [])
  const [first, ...others] = places
  const size = [`${lines} lines`, tokens && `${tokens} tokens`].filter(Boolean).join(', ')
  const where = others.map(({ file, line }) => [nameOf(file), line].filter(Boolean).join(':')).join(', ')
  return {
    rule: { id, summary: 'Duplicated code', tags: ['duplication'] },
    level: 'warning',
    message: `Duplicated code (${size})${where && `, also in ${where}`}`,
    location: first,
    related: others.map((place) => ({ ...place, message: 'The same code' })),
  }
}

/** Paths in a message would be those of the machine that ran the scan. */
function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
}

function placeOf(
  { path, line, endline, column, endcolumn }: Attributes,
  lines: number,
  isExclusive: boolean,
): Place | undefined {
  if (!path) return undefined
  const from = wholeNumber(line)
  const endColumn = wholeNumber(endcolumn)
  return {
    file: path,
    ...{ line: from, column: wholeNumber(column) },
    endLine: wholeNumber(endline) ?? (from && lines > 0 ? from + lines - 1 : undefined),
    endColumn: endColumn === undefined || isExclusive ? endColumn : endColumn + 1,
  }
}
