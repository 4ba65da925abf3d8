import type { Finding, Location, Place } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys } from './report.ts'

const Region = object({
  file_name: nullish(string),
  file_path: nullish(string),
  line_from: nullish(number),
  line_to: nullish(number),
  column_from: nullish(number),
  column_to: nullish(number),
})
const Node = object({ ...Region.members, label: nullish(string) })
const Issue = object({
  ...Region.members,
  severity: string,
  type: string,
  message: string,
  link: nullish(string),
  error_level: nullish(number),
  taint_trace: nullish(array(Node)),
  other_references: nullish(array(Node)),
})

export const psalm = defineConverter({
  id: 'psalm',
  tool: { name: 'Psalm', url: 'https://psalm.dev' },
  reads: 'psalm --output-format=json --no-progress',
  proof: 'seen',
  detects: itemsHaveKeys('severity', 'line_from', 'type', 'message', 'file_name', 'column_from'),
  read: (report) => ({ findings: readJson(report, array(Issue)).map(toFinding), columns: 'utf8Bytes' }),
})

function toFinding(issue: Of<typeof Issue>): Finding {
  const { type, link, severity, message, error_level, taint_trace, other_references } = issue
  const isTaint = type.startsWith('Tainted')
  return {
    // As Psalm's own SARIF sorts them.
    rule: { id: type, url: link ?? undefined, tags: [isTaint ? 'security' : 'maintainability'] },
    level: levelOf(severity),
    message,
    location: locationOf(issue),
    flow: placesOf(taint_trace),
    related: placesOf(other_references),
    sarif: ownWords({ severity, errorLevel: error_level }),
  }
}

/** The relative path is the one that holds outside of a container as well. */
function locationOf(at: Of<typeof Region>): Location | undefined {
  const file = at.file_name || at.file_path
  if (!file) return undefined
  return {
    file,
    line: at.line_from ?? undefined,
    column: at.column_from ?? undefined,
    endLine: at.line_to ?? undefined,
    endColumn: at.column_to ?? undefined,
  }
}

/** Steps through what is not in the code, such as `$_GET` itself, have no place. */
function placesOf(nodes: Of<typeof Node>[] | null | undefined): Place[] {
  return (nodes ?? []).flatMap((node) => {
    const location = locationOf(node)
    return location && node.line_from ? [{ ...location, message: node.label ?? undefined }] : []
  })
}
