import type { ColumnUnit } from '../../model/columns.ts'
import { ruleNameOf } from '../rule-suffix.ts'
import { columnsOf } from '../tool-columns.ts'
import { yamllintRule } from '../yamllint-rule.ts'
import type { Command } from './command.ts'

/** What an annotation says of a finding. The command has no place for a rule, so each tool puts it somewhere else. */
export interface Annotation {
  message: string
  rule?: string
  url?: string
  columns?: ColumnUnit
}

/** Titles whose form one tool alone has, and where the rule is in them. */
const titles: { pattern: RegExp; columns?: ColumnUnit }[] = [
  { pattern: /^Ruff \((\S+)\)$/, columns: columnsOf.ruff },
  { pattern: /^TextLint \[(.*@secretlint\/[\w-]+)\]$/, columns: columnsOf.secretlint },
  { pattern: /^TextLint \[(.+)\]$/, columns: columnsOf.textlint },
  { pattern: /^(lint\/[a-z\d]+\/[A-Za-z]+)$/, columns: columnsOf.biome },
  { pattern: /^([\w@/-]+\([\w/-]+\))$/, columns: columnsOf.oxlint },
  { pattern: /^SQLFluff$/, columns: columnsOf.sqlfluff },
]

/** The pages that Spectral and Redocly put below their messages. */
const pages: { pattern: RegExp; columns?: ColumnUnit }[] = [
  { pattern: /\nDocumentation: (https:\/\/meta\.stoplight\.io\/\S+)\s*$/, columns: columnsOf.spectral },
  { pattern: /\nReference: (https:\/\/redocly\.com\/\S+)\s*$/ },
]

export function annotationOf({ properties, data }: Command): Annotation {
  const title = properties['title']?.trim() ?? ''
  const page = pageOf(data)
  const said = withoutPlace(page.message, properties)
  const known = titles.find(({ pattern }) => pattern.test(title))
  if (known) return { ...page, ...withRule(said, known.pattern.exec(title)![1]), columns: known.columns }
  const yaml = yamllintOf(said, properties)
  if (yaml) return yaml
  if (/^\S+$/.test(title)) return { ...page, message: said, rule: title }
  // A title of several words is a headline.
  return { ...page, message: title ? `${title}: ${said}` : said }
}

function pageOf(data: string): Annotation {
  for (const { pattern, columns } of pages) {
    const found = pattern.exec(data)
    if (found) return { message: data.slice(0, found.index).trim(), url: found[1]!, columns }
  }
  return { message: data.trim() }
}

/** The place again, before the message (oxlint, Ruff) or behind it (textlint). */
function withoutPlace(message: string, { file, line, col }: Record<string, string>): string {
  const before = `${file}:${line}:${col}: `
  const behind = ` | ${line}:${col}`
  if (message.startsWith(before)) return message.slice(before.length)
  return message.endsWith(behind) ? message.slice(0, -behind.length) : message
}

/** `L010: Keywords must be upper case`, `F401 imported but unused`: the rule stands in the message, or there as well. */
function withRule(message: string, named: string | undefined): { message: string; rule?: string } {
  const rule = named ? (ruleNameOf(named) ?? named) : undefined
  if (rule && message.startsWith(`${rule} `)) return { rule, message: message.slice(rule.length + 1) }
  const found = rule ? null : /^([A-Z]{1,6}\d{1,5}): /.exec(message)
  if (found) return { rule: found[1]!, message: message.slice(found[0].length) }
  return { message, ...(rule && { rule }) }
}

/** `2:1 [key-duplicates] duplication of key`, and for what is no YAML at all, `4:1 syntax error: … (syntax)`. */
function yamllintOf(message: string, { line, col }: Record<string, string>): Annotation | undefined {
  const start = `${line}:${col} `
  if (!message.startsWith(start)) return undefined
  const said = message.slice(start.length)
  const found = /^\[([\w-]+)\] /.exec(said)
  const { yamllint: columns } = columnsOf
  if (found) {
    const { id, url } = yamllintRule(found[1]!)
    return { message: said.slice(found[0].length), rule: id, ...(url && { url }), columns }
  }
  return said.endsWith(' (syntax)')
    ? { message: said.slice(0, -' (syntax)'.length), rule: 'syntax', url: yamllintRule('syntax').url!, columns }
    : undefined
}
