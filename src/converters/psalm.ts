import * as z from 'zod/mini'
import type { Finding, Location, Place } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { ownWords } from './own-words.ts'
import { readJson } from './read/json.ts'
import { itemsHaveKeys } from './report.ts'

const Region = z.object({
  file_name: z.nullish(z.string()),
  file_path: z.nullish(z.string()),
  line_from: z.nullish(z.number()),
  line_to: z.nullish(z.number()),
  column_from: z.nullish(z.number()),
  column_to: z.nullish(z.number()),
})
const Node = z.object({ ...Region.shape, label: z.nullish(z.string()) })
const Issue = z.object({
  ...Region.shape,
  severity: z.string(),
  type: z.string(),
  message: z.string(),
  link: z.nullish(z.string()),
  error_level: z.nullish(z.number()),
  taint_trace: z.nullish(z.array(Node)),
  other_references: z.nullish(z.array(Node)),
})

export const psalm = defineConverter({
  id: 'psalm',
  tool: { name: 'Psalm', url: 'https://psalm.dev' },
  reads: 'psalm --output-format=json --no-progress',
  proof: 'seen',
  detects: itemsHaveKeys('severity', 'line_from', 'type', 'message', 'file_name', 'column_from'),
  read: (report) => ({ findings: readJson(report, z.array(Issue)).map(toFinding), columns: 'utf8Bytes' }),
})

function toFinding(issue: z.output<typeof Issue>): Finding {
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
function locationOf(at: z.output<typeof Region>): Location | undefined {
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
function placesOf(nodes: z.output<typeof Node>[] | null | undefined): Place[] {
  return (nodes ?? []).flatMap((node) => {
    const location = locationOf(node)
    return location && node.line_from ? [{ ...location, message: node.label ?? undefined }] : []
  })
}
