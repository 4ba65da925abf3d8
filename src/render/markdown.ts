import { oneLine } from './plain.ts'

/** Foreign text inside Markdown: no markup, no HTML, no mention of people or issues, one line. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>()#+!|~$-]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(?=https?:|www\.)/gi, '\u200b')
}

/** Foreign text as code. It closes over backticks of its own, and keeps the cells of a table apart. */
export function code(text: string): string {
  const line = oneLine(text).replace(/\|/g, '\\|')
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${fence}${padding}${line}${padding}${fence}`
}

/** A link, when the address is http(s); else only its text, which must be Markdown already. */
export function link(text: string, url: string | undefined): string {
  if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return text
  return `[${text}](${new URL(url).href.replace(/[()|]/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29')})`
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
