import type { Suppression } from 'sarif'
import type { Finding, Fix, Rule } from '../model/finding.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, boolean, int, nullish, number, type Of, object, optional, record, string, tuple } from './read/shape.ts'
import { hasKeys, isObjectWith, itemsHaveKeys, type Report } from './report.ts'

const Edit = object({ range: tuple([int, int]), text: string })
const Message = object({
  ruleId: nullish(string),
  severity: number,
  fatal: nullish(boolean),
  message: string,
  line: nullish(number),
  column: nullish(number),
  endLine: nullish(number),
  endColumn: nullish(number),
  fix: nullish(Edit),
  suggestions: nullish(array(object({ desc: optional(string), fix: Edit }))),
  suppressions: nullish(array(object({ kind: string, justification: nullish(string) }))),
})
const File = object({
  filePath: string,
  messages: array(Message),
  suppressedMessages: nullish(array(Message)),
})
const RuleMeta = object({
  type: nullish(string),
  docs: nullish(object({ description: nullish(string), url: nullish(string) })),
})
const WithMetadata = object({
  results: array(File),
  metadata: object({ rulesMeta: optional(record(RuleMeta)) }),
})

export const eslint = defineConverter({
  id: 'eslint',
  tool: { name: 'ESLint', url: 'https://eslint.org' },
  reads: 'eslint --format json (or json-with-metadata)',
  proof: 'run',
  detects: (report) => itemsHaveKeys('filePath', 'messages', 'errorCount')(report) || isWithMetadata(report),
  read(report) {
    const { files, rulesMeta } = read(report)
    const rules = new Map<string, Rule>()
    const findings = files.flatMap((file) =>
      [...file.messages, ...(file.suppressedMessages ?? [])].map((message) => {
        const id = ruleIdOf(message)
        const rule = rules.get(id) ?? ruleOf(id, rulesMeta[id])
        rules.set(id, rule)
        return toFinding(file.filePath, rule, message)
      }),
    )
    return { findings, columns: 'utf16CodeUnits' }
  },
})

function isWithMetadata(report: Report): boolean {
  if (!hasKeys('results', 'metadata')(report)) return false
  return isObjectWith((report.json() as { metadata: unknown }).metadata, ['rulesMeta'])
}

function read(report: Report): {
  files: Of<typeof File>[]
  rulesMeta: Record<string, Of<typeof RuleMeta>>
} {
  if (Array.isArray(report.json())) return { files: readJson(report, array(File)), rulesMeta: {} }
  const { results, metadata } = readJson(report, WithMetadata)
  return { files: results, rulesMeta: metadata.rulesMeta ?? {} }
}

/** ESLint gives no rule to what it says itself: syntax errors, and remarks on its own directives. */
function ruleIdOf({ ruleId, fatal, message }: Of<typeof Message>): string {
  if (ruleId) return ruleId
  if (fatal) return 'parse-error'
  return message.startsWith('Unused eslint-disable') ? 'unused-disable-directive' : 'eslint'
}

function ruleOf(id: string, meta: Of<typeof RuleMeta> | undefined): Rule {
  return {
    id,
    summary: meta?.docs?.description ?? undefined,
    url: meta?.docs?.url ?? undefined,
    tags: meta?.type ? [meta.type] : undefined,
  }
}

function toFinding(file: string, rule: Rule, message: Of<typeof Message>): Finding {
  const suppressions = message.suppressions?.map(
    ({ kind, justification }): Suppression => ({
      kind: kind === 'directive' ? 'inSource' : 'external',
      ...(justification && { justification }),
    }),
  )
  return {
    rule,
    level: message.severity === 2 || message.fatal ? 'error' : 'warning',
    message: message.message,
    location: {
      file,
      line: message.line ?? undefined,
      column: message.column ?? undefined,
      endLine: message.endLine ?? undefined,
      endColumn: message.endColumn ?? undefined,
    },
    fixes: fixesOf(file, message),
    sarif: suppressions?.length ? { suppressions } : {},
  }
}

/** ESLint's ranges are UTF-16 offsets into the file, as SARIF's character offsets are with this column kind. */
function fixesOf(file: string, { fix, suggestions }: Of<typeof Message>): Fix[] {
  const edits = [
    ...(fix ? [{ description: "ESLint's automatic fix", edit: fix }] : []),
    ...(suggestions ?? []).map(({ desc, fix: edit }) => ({ description: desc ?? 'A suggestion of ESLint', edit })),
  ]
  // A range that begins at -1 takes the byte order mark away: that is no character of the text, and has no offset.
  // One that ends before it begins is no range.
  const inText = edits.filter(({ edit: { range } }) => range[0] >= 0 && range[1] >= range[0])
  return inText.map(({ description, edit: { range, text } }) => ({
    description,
    edits: [{ file, charOffset: range[0], charLength: range[1] - range[0], text }],
  }))
}
