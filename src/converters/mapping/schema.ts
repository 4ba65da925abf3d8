import * as z from 'zod/mini'
import { messageOf } from '../../model/errors.ts'
import { matcherOf } from '../regexp/index.ts'
import { parsePath, parseSource } from './path.ts'

/** A text that a function must be able to read; what it throws is told with the place. */
function readable(read: (text: string) => unknown) {
  return z.check<string>(({ value, issues }) => {
    try {
      read(value)
    } catch (error) {
      issues.push({ code: 'custom', message: `\`${value}\`: ${messageOf(error)}`, input: value })
    }
  })
}

/** Without either there is nothing to read. */
const hasSource = z.check<{ from?: unknown; default?: unknown }>(({ value, issues }) => {
  if (value.from === undefined && value.default === undefined)
    issues.push({ code: 'custom', message: 'needs `from` or `default`', input: value })
})

const says = (words: string) => z.describe(words)
const text = (words: string) => z.string().check(z.minLength(1), says(words))
const path = (words: string) => z.string().check(z.minLength(1), readable(parsePath), says(words))
const source = z
  .string()
  .check(
    z.minLength(1),
    readable(parseSource),
    z.meta({ id: 'source', description: 'a path such as `location.line`, or a text with paths in braces' }),
  )
const pattern = z
  .string()
  .check(readable(matcherOf), says('a regular expression; its first group, or else all of it, is what is meant'))
const constant = z.union([z.string(), z.number(), z.boolean()])
const levels = z.enum(['error', 'warning', 'note'])

/** Where a value comes from, and what becomes of it. */
const detailed = z
  .strictObject({
    from: z.optional(source),
    match: z.optional(pattern),
    words: z.optional(
      z
        .record(z.string(), z.union([z.string(), z.number()]))
        .check(says('what to write in place of these words of the tool')),
    ),
    default: z.optional(constant.check(says('what holds where nothing is found'))),
  })
  .check(hasSource, z.meta({ id: 'field' }))

const field = (words: string) => z.union([source, detailed]).check(says(words))

const fields = (words: string) => z.union([source, detailed, z.array(z.union([source, detailed]))]).check(says(words))

const level = z
  .union([
    source,
    z
      .strictObject({
        from: z.optional(source),
        match: z.optional(pattern),
        words: z.optional(z.record(z.string(), levels).check(says('the level of each word of the tool'))),
        default: z.optional(levels),
      })
      .check(hasSource),
  ])
  .check(says('error, warning or note; words that many tools use are known'))

const condition = {
  from: source,
  equals: z.optional(z.array(constant).check(z.minLength(1), says('the values that count; `true` when left out'))),
}

const place = {
  file: z.optional(field('the path of the file')),
  line: z.optional(field('the line')),
  column: z.optional(field('the column')),
  endLine: z.optional(field('the last line')),
  endColumn: z.optional(field('the column of the end, as `positions.end` has it')),
}

const each = z.optional(path('the list, seen from the entry; left out where there is one at most'))

/** The file that `mapping` names. */
export const Mapping = z.strictObject({
  $schema: z.optional(z.string()),
  tool: z.strictObject({
    name: text('the name of the tool'),
    url: z.optional(text('its address')),
    version: z.optional(field('its version, seen from the top of the report')),
  }),
  format: z.enum(['json', 'jsonl', 'xml', 'csv']).check(says('jsonl: values one after the other, one a line')),
  csv: z.optional(
    z.strictObject({
      delimiter: z.optional(z.string().check(z.length(1), says('what parts the columns; a comma when left out'))),
      columns: z.optional(
        z.array(z.string()).check(z.minLength(1), says('the names of the columns, where no head has them')),
      ),
    }),
  ),
  entries: z.optional(path('where the findings are; every value or row when left out, for jsonl and csv')),
  only: z.optional(z.strictObject(condition).check(says('which entries are findings; all when left out'))),
  rule: field('the id of the rule'),
  level: z.optional(level),
  message: field('what is to be said'),
  ...place,
  positions: z.optional(
    z.strictObject({
      firstLine: z.optional(z.literal([0, 1]).check(says('the number of the first line: 1 when left out'))),
      firstColumn: z.optional(z.literal([0, 1]).check(says('the number of the first column: 1 when left out'))),
      end: z.optional(
        z.enum(['exclusive', 'inclusive']).check(says('whether the end column belongs to the finding: `inclusive`')),
      ),
      unit: z.optional(
        z
          .enum(['utf16CodeUnits', 'unicodeCodePoints', 'utf8Bytes', 'tabs4', 'tabs8', 'cells'])
          .check(says('what columns count')),
      ),
    }),
  ),
  tags: z.optional(fields('words that findings can be searched by')),
  cwe: z.optional(fields('weaknesses, as `79` or `CWE-79`')),
  score: z.optional(field('a security score from 0 to 10, as CVSS has it')),
  url: z.optional(field('the address of the documentation of the rule')),
  help: z.optional(field('what the rule is about, and what to do')),
  fix: z.optional(
    z.strictObject({
      each,
      text: field('what to put in place of what is there'),
      description: z.optional(field('what the fix does')),
      ...place,
    }),
  ),
  related: z.optional(
    z.strictObject({ each, message: z.optional(field('what is to be said of the place')), ...place }),
  ),
  suppressedWhen: z.optional(z.strictObject({ ...condition, because: z.optional(field('why it is suppressed')) })),
  errors: z.optional(
    z
      .strictObject({ entries: path('where they are'), message: field('what the tool says'), ...place })
      .check(says('what the tool could not do: with one of these, the scan was not complete')),
  ),
})

export type Mapping = z.output<typeof Mapping>
export type FieldSource = z.output<ReturnType<typeof field>>
export type FieldSources = z.output<ReturnType<typeof fields>>
