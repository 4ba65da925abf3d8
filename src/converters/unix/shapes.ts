import type { ColumnUnit } from '../../model/columns.ts'
import type { Level, Rule, Tool } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { pylintRule } from '../pylint-rule.ts'
import { yamllintRule } from '../yamllint-rule.ts'

/** What a message says of its rule and of how bad it is. */
export interface Said {
  rule?: Rule
  level?: Level
  message: string
}

/** One way of putting the rule and the severity into a message. Some belong to one tool alone. */
interface Shape {
  pattern: RegExp
  read(parts: string[]): Said
  tool?: Tool
  columns?: ColumnUnit
}

const pylint: Tool = { name: 'Pylint', url: 'https://pylint.readthedocs.io' }
const severity = '([Ff]atal|[Ee]rror|[Ww]arning|[Ii]nfo|[Nn]ote|[Hh]int|[Ss]tyle)'
const letters: Record<string, Level> = { F: 'error', E: 'error', W: 'warning', C: 'note', R: 'note', I: 'note' }

const shapes: Shape[] = [
  {
    pattern: /^([A-Z]\d{4}): (.*) \(([a-z\d-]+)\)$/,
    read: ([code = '', message = '', symbol = '']) => ({ ...pylintRule(code, symbol), message }),
    tool: pylint,
  },
  {
    pattern: /^\[([A-Z]\d{4})\(([a-z\d-]+)\),[^\]]*\] (.*)$/,
    read: ([code = '', symbol = '', message = '']) => ({ ...pylintRule(code, symbol), message }),
    tool: pylint,
  },
  {
    // ESLint's form, which oxlint, textlint and others have taken over.
    pattern: new RegExp(`^(.*) \\[${severity}(?:/(.+))?\\]$`),
    read: ([message = '', word, id]) => withParenthesis(message, levelOf(word), id),
  },
  {
    pattern: new RegExp(`^\\[${severity}\\] (.*) \\(([\\w-]+)\\)$`),
    read: ([word, message = '', id = '']) => ({
      rule: yamllintRule(id),
      level: levelOf(word),
      message,
    }),
    tool: { name: 'yamllint', url: 'https://yamllint.readthedocs.io' },
    columns: 'unicodeCodePoints',
  },
  {
    pattern: new RegExp(`^\\[?${severity}\\]?: (.*)$`),
    read: ([word, message = '']) => ({ ...withTail(message), level: levelOf(word) }),
  },
  {
    pattern: /^([FEWCRI]): (?:\[Correctable\] )?(?:([A-Z]\w*(?:\/\w+)+): )?(.*)$/,
    read: ([letter = '', id, message = '']) => ({ ...(id && { rule: { id } }), level: letters[letter], message }),
    tool: { name: 'RuboCop', url: 'https://rubocop.org' },
    columns: 'unicodeCodePoints',
  },
  {
    pattern: /^\(([WE]\d{3})\) (.*)$/,
    read: ([id = '', message = '']) => ({ rule: { id }, level: letters[id[0] ?? ''], message }),
    tool: { name: 'Luacheck', url: 'https://luacheck.readthedocs.io' },
    columns: 'unicodeCodePoints',
  },
  {
    // The number is how sure it is, from 1 to 5.
    pattern: /^(.*?) +\[([\w/+-]+)\] \[[1-5]\]$/,
    read: ([message = '', id = '']) => ({ rule: { id }, message }),
    tool: { name: 'cpplint', url: 'https://github.com/cpplint/cpplint' },
  },
  {
    // libxml2: `parser error : Opening and ending tag mismatch`.
    pattern: /^((?:[\w-]+ )?\w+) (error|warning) : (.*)$/,
    read: ([part = '', word = '', message = '']) => ({
      rule: { id: `${part.replaceAll(' ', '-')}-${word}` },
      level: levelOf(word),
      message,
    }),
  },
  { pattern: /^\[?([A-Z]{1,8}\d{2,5})\]?:? (.*)$/, read: ([id = '', message = '']) => ({ rule: { id }, message }) },
  {
    // ansible-lint: `fqcn[action-core]: Use FQCN`, or the rule alone.
    pattern: /^([a-z][a-z\d-]*(?:\[[\w-]+\]|-[a-z\d]+))(?:: (.*))?$/,
    read: ([id = '', message]) => ({ rule: { id }, message: message ?? id }),
  },
]

/** What the text behind a place says, and by which shape. */
export function readShape(text: string): Said & Pick<Shape, 'tool' | 'columns'> {
  for (const { pattern, read, tool, columns } of shapes) {
    const match = pattern.exec(text)
    if (match) return { ...read(match.slice(1)), tool, columns }
  }
  return withTail(text)
}

/** Stylelint puts its rule in parentheses before the severity. */
function withParenthesis(text: string, level: Level, id: string | undefined): Said {
  if (id) return { rule: { id }, level, message: text }
  const [, message = text, rule] = /^(.*) \(([\w@/-]+)\)$/.exec(text) ?? []
  return { ...(rule && { rule: { id: rule } }), level, message }
}

/** A word in brackets at the end is a rule when it looks like a name that people give to rules; else it is just said. */
function withTail(text: string): Said {
  const [, message, square, round] = /^(.*) (?:\[([^[\]\s]+)\]|\(([^()\s]+)\))$/.exec(text) ?? []
  const id = square ?? round
  const isName = id !== undefined && /^(?:@?[A-Za-z][\w.]*(?:[-/][\w.-]+)+(?:\([\w/-]+\))?|[A-Z]{1,8}\d{2,5})$/.test(id)
  return isName && message ? { rule: { id }, message } : { message: text }
}
