import type { ColumnUnit } from '../../model/columns.ts'
import type { Level, Rule } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'

/** What a message says of its rule and of how bad it is. */
export interface Said {
  rule?: Rule
  level?: Level
  message: string
}

/** One way of putting the rule and the severity into a message. Where one tool alone has it, its columns are known. */
interface Shape {
  pattern: RegExp
  read(parts: string[]): Said
  columns?: ColumnUnit
}

const severity = '([Ff]atal|[Ee]rror|[Ww]arning|[Ii]nfo|[Nn]ote|[Hh]int|[Ss]tyle)'
const letters: Record<string, Level> = { F: 'error', E: 'error', W: 'warning', C: 'note', R: 'note', I: 'note' }

const shapes: Shape[] = [
  {
    // ESLint's form, which oxlint, textlint and others have taken over.
    pattern: new RegExp(`^(.*) \\[${severity}(?:/(.+))?\\]$`),
    read: ([message = '', word, id]) => withParenthesis(message, levelOf(word), id),
  },
  {
    pattern: new RegExp(`^\\[?${severity}\\]?: (.*)$`),
    read: ([word, message = '']) => ({ ...withTail(message), level: levelOf(word) }),
  },
  {
    // RuboCop.
    pattern: /^([FEWCRI]): (?:\[Correctable\] )?(?:([A-Z]\w*(?:\/\w+)+): )?(.*)$/,
    read: ([letter = '', id, message = '']) => ({ ...(id && { rule: { id } }), level: letters[letter], message }),
    columns: 'unicodeCodePoints',
  },
  {
    // Luacheck.
    pattern: /^\(([WE]\d{3})\) (.*)$/,
    read: ([id = '', message = '']) => ({ rule: { id }, level: letters[id[0] ?? ''], message }),
    columns: 'unicodeCodePoints',
  },
  {
    // cpplint; the number is how sure it is, from 1 to 5.
    pattern: /^(.*?) +\[([\w/+-]+)\] \[[1-5]\]$/,
    read: ([message = '', id = '']) => ({ rule: { id }, message }),
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
]

/** What the text behind a place says, and by which shape. */
export function readShape(text: string): Said & Pick<Shape, 'columns'> {
  for (const { pattern, read, columns } of shapes) {
    const match = pattern.exec(text)
    if (match) return { ...read(match.slice(1)), columns }
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
