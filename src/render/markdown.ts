import { webUrl } from '../model/uri.ts'
import { oneLine } from './plain.ts'

/** Foreign text inside Markdown: no markup, no HTML, no mention of people or issues, no address to click, one line. */
export function escaped(text: string): string {
  return noList(inert(oneLine(text)))
}

/** What starts a paragraph with a dash or a number is no list. */
function noList(line: string): string {
  return line.replace(/^(\d{1,9})(?=[.)])|^(?=[-+])/, '$1\\')
}

function inert(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(calls, '$&\u200b')
}

/**
 * People, issues, and addresses of web and mail. GitHub looks for these in the finished text, where no backslash and no
 * entity is left: only a character between helps.
 */
const calls = /@(?=[\w.-])|#(?=\w)|:(?=\/\/)|www(?=\.)|\bgh(?=-\d)/gi

/** A sentence of ours with foreign words in it: what stands between backticks becomes code, nothing else is markup. */
export function prose(text: string): string {
  const line = oneLine(text)
  // Longer runs of backticks are somebody's own Markdown: shown as they are.
  if (line.includes('``')) return escaped(line)
  const parts = line.split('`')
  const last = parts.length - 1
  const told = parts.map((part, at) => {
    if (at % 2 === 0) return inert(part)
    return at === last ? inert(`\`${part}`) : code(part)
  })
  return noList(told.join(''))
}

/** Foreign text as code. Backticks and pipes, which could end the code or the cell of a table, become entities. */
export function code(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  if (!/[`|]/.test(line)) return `\`${line}\``
  return `<code>${line.replace(calls, '$&\u200b').replace(/[^\w\s./,:]|_/g, entities)}</code>`
}

function entities(text: string): string {
  return [...text].map((character) => `&#${character.codePointAt(0)};`).join('')
}

/** A link, when the address is http(s); else only its text, which must be Markdown already. */
export function link(text: string, url: string | undefined): string {
  const address = webUrl(url)
  if (!address) return text
  const { origin, pathname, search, hash } = address
  return `[${text}](${origin}${`${pathname}${search}${hash}`.replace(/[()[\]|\\`<>]/g, percent)})`
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** `alignment` has one letter a column: `l`, `r` or `c`. */
export function table(head: string[], rows: string[][], alignment = ''): string {
  const marks = head.map((_, column) => ({ r: '--:', c: ':-:' })[alignment[column] ?? ''] ?? '---')
  return [row(head), `|${marks.join('|')}|`, ...rows.map(row)].join('\n')
}

/** A row of a table. */
export function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}
