import * as z from 'zod/mini'
import type { Option } from '../src/config/option.ts'
import { optionNames, options } from '../src/config/options.ts'
import { policySchema } from '../src/config/policy-schema.ts'
import { reportSchema } from '../src/config/report-schema.ts'
import type { Schema } from '../src/config/schema.ts'
import { definitionSchema } from '../src/config/zadig-definition-schema.ts'
import { converters } from '../src/converters/index.ts'
import { Mapping } from '../src/converters/mapping/schema.ts'
import { ownFormats } from '../src/converters/own-formats.ts'
import { outputs } from '../src/render/outputs.ts'
import { namesOf, presets } from '../src/scanners/index.ts'
import { fidelityHead, fidelityOf } from './fidelity.ts'
import { helpModule } from './help.ts'
import { pageModule } from './page.ts'
import { schemaModule } from './schema.ts'
import { troubleshootingPage } from './troubleshooting.ts'

/** What is generated from the tables of the source: a test compares, `npm run generate` writes. */
export interface Generated {
  file: string
  /** The file as it should be, given what it is. */
  render(current: string): string
}

export const documents: Generated[] = [
  { file: 'action.yml', render: (current) => between(current, '# ', actionYml()) },
  {
    file: 'README.md',
    render: (current) => between(between(current, 'options', optionsTable()), 'outputs', outputsTable()),
  },
  {
    file: 'README.zh-CN.md',
    render: (current) =>
      between(
        between(current, 'options', translated(current, optionsTable(), '| 输入项，或 `--flag` | 默认值 | 含义 |')),
        'outputs',
        translated(current, outputsTable(), '| 输出项 | 含义 |'),
      ),
  },
  {
    file: 'FORMATS.md',
    render: (current) =>
      between(
        between(
          between(between(current, 'formats', formatsTable()), 'own formats', ownFormatsTable()),
          'fidelity',
          fidelityTable(),
        ),
        'scanners',
        scannersTable(),
      ),
  },
  { file: 'docs/policy.md', render: (current) => policyParts.reduce(policyPart, current) },
  { file: 'docs/troubleshooting.md', render: (current) => troubleshootingPage(current) },
  { file: 'src/entry/help-text.ts', render: helpModule },
  { file: 'src/transforms/schema-definitions.ts', render: schemaModule },
  { file: 'src/render/html/assets.ts', render: pageModule },
  { file: 'schemas/mapping.schema.json', render: mappingSchemaText },
  { file: 'schemas/zadig-definition.schema.json', render: () => schemaText('zadig-definition', definitionSchema) },
  { file: 'schemas/policy.schema.json', render: () => schemaText('policy', policySchema) },
  { file: 'schemas/report.schema.json', render: () => schemaText('report', reportSchema) },
]

/** The program's own check reads the same object. */
function schemaText(name: string, schema: Schema): string {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `${name} of codescan-gate` }
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`
}

/** For editors; the program's own check is the same object, and reads paths and patterns besides. */
function mappingSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(Mapping, { io: 'input' })
  return `${JSON.stringify({ $schema, title: 'mapping of codescan-gate', ...schema }, null, 2)}\n`
}

/** Replaces what stands between the two marks of a part; the marks stay. */
function between(text: string, part: string, content: string): string {
  const [start, end] =
    part === '# ' ? ['# generated\n', '# end of generated\n'] : [`<!-- ${part} -->\n`, `<!-- end of ${part} -->\n`]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`There are no marks ${start.trim()} … ${end.trim()}`)
  return `${text.slice(0, from + start.length)}${content}${text.slice(to)}`
}

function actionYml(): string {
  const inputs = optionNames.flatMap((name) => {
    const { help, default: byDefault, expression } = options[name] as Option
    const told = byDefault && !expression ? `${help} Default: ${shown(byDefault)}.` : help
    const lines = [`  ${name}:`, `    description: ${JSON.stringify(told)}`]
    return expression ? [...lines, `    default: ${expression}`] : lines
  })
  const outs = Object.entries(outputs).flatMap(([name, { help }]) => [
    `  ${name}:`,
    `    description: ${JSON.stringify(help)}`,
  ])
  return `${['inputs:', ...inputs, 'outputs:', ...outs].join('\n')}\n`
}

/** A value as code, a sentence as it is. */
function shown(byDefault: string): string {
  return /^[\w.,]+$/.test(byDefault) ? `\`${byDefault}\`` : byDefault
}

function optionsTable(): string {
  const rows = optionNames.map((name) => {
    const { help, default: byDefault = '–' } = options[name] as Option
    return [`\`${name}\``, shown(byDefault), help]
  })
  return table(['Input, or `--flag`', 'Default', 'Meaning'], rows)
}

function outputsTable(): string {
  return table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { help }]) => [`\`${name}\``, help]),
  )
}

/**
 * A table with the words that the current one has for each row, in another language; a row that is new there has the words
 * of the original until somebody translates them. Values stay as they are.
 */
function translated(current: string, original: string, head: string): string {
  const [, rule = '', ...rows] = original.trimEnd().split('\n')
  const cellsOf = (row: string) => row.slice(2, -2).split(/ (?<!\\)\| /)
  const known = current.split('\n').map(cellsOf)
  const lines = rows.map((row) => {
    const cells = cellsOf(row)
    // An input and an output may share a name; their tables differ in width.
    const [name, ...words] = known.find((each) => each[0] === cells[0] && each.length === cells.length) ?? cells
    return [name, ...words.map((word, at) => (/^(?:`[^`]*`|–)$/.test(cells[at + 1] ?? '') ? cells[at + 1] : word))]
  })
  return `${[head, rule, ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')}\n`
}

function formatsTable(): string {
  return table(
    ['`format`', 'Tool', 'Reads', 'Known from'],
    converters.map(({ id, tool, reads, proof }) => [`\`${id}\``, link(tool.name, tool.url), reads, known[proof]]),
  )
}

const known = { run: 'reports made by running it', seen: 'reports seen in public', documented: 'its documentation' }

function fidelityTable(): string {
  return table(
    fidelityHead,
    converters.map(({ id }) => fidelityOf(id)),
  )
}

function ownFormatsTable(): string {
  return table(
    ['Option', 'Takes', 'Reads'],
    ownFormats.map(({ by, takes, reads }) => [`\`${by}\``, takes, reads]),
  )
}

const presetProofs = { ci: 'running it, in CI', run: 'running it', documented: 'its documentation' }

function scannersTable(): string {
  return table(
    ['`scanner`', 'Runs', 'Report', 'Exit codes of a completed scan', 'Known from'],
    presets.map(({ id, program, args, stream, format, exitCodes, proof }) => [
      `\`${id}\``,
      `\`${[program, ...args].join(' ')}\``,
      `${typeof stream === 'string' ? stream : 'a file'}, format \`${format}\``,
      namesOf([...exitCodes.clean, ...exitCodes.findings]),
      presetProofs[proof],
    ]),
  )
}

/** The parts of the policy file that have a table of their own, and where each is in the schema. */
const policyParts: [part: string, schema: Schema][] = [
  ['keys', policySchema],
  ...['settings', 'new', 'sources', 'gates', 'exceptions', 'exception-rules'].map((key): [string, Schema] => [
    key,
    policySchema.properties![key]!,
  ]),
  ['where', policySchema.properties!['gates']!.items!.properties!['where']!],
]

function policyPart(text: string, [part, schema]: [part: string, schema: Schema]): string {
  const { properties = {}, required = [] } = schema.items ?? schema
  const rows = Object.entries(properties).map(([key, value]) => [
    required.includes(key) ? `\`${key}\` (required)` : `\`${key}\``,
    valuesOf(value),
    value.default === undefined ? '–' : `\`${value.default}\``,
    value.description ?? '',
  ])
  return between(text, part, table(['Key', 'Value', 'Default', 'Meaning'], rows))
}

/** In words, which value a key takes; a list says what it is a list of. */
function valuesOf({ type, enum: choices, items, anyOf }: Schema): string {
  if (anyOf) return anyOf.map(valuesOf).join(', or ')
  if (choices) return choices.length > 8 ? 'a word' : choices.map((word) => `\`${word}\``).join(', ')
  if (type === 'array' && items?.enum) return items.enum.length > 8 ? 'a list of words' : `a list of ${valuesOf(items)}`
  if (type === 'array') return items?.type === 'object' ? 'a list of mappings' : 'a list of them'
  return {
    object: 'a mapping',
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true`, `false`',
  }[type ?? 'string']
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}

function link(text: string, url: string | undefined): string {
  return url ? `[${text}](${url})` : text
}
