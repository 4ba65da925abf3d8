import type { Rule } from '../model/finding.ts'
import { addressOf } from '../model/uri.ts'
import type { Affected } from './advisories.ts'

/** An advisory in half the packages of an image needs no more examples than this. */
const shown = 20

/** What an advisory says, which packages it is about here, and what mends them: as text and as Markdown. */
export function helpOf(affected: Affected[]): Pick<Rule, 'help' | 'markdown'> {
  const { advisory } = affected[0]!
  const about = advisory.description || advisory.title || ''
  const links = linksOf(advisory)
  const packages = [...new Set(affected.map(packageLine))]
  const listed = packages.slice(0, shown)
  const left = packages.length - listed.length
  const more = left > 0 ? [`and ${left} more`] : []
  return {
    help: parts([about, list('Found here:', [...listed, ...more]), list('References:', links)]),
    markdown: parts([
      about,
      list('**Found here**\n', [...listed.map(plain), ...more]),
      list(
        '**References**\n',
        links.map((link) => `<${link.replace(/[<>]/g, encodeURIComponent)}>`),
      ),
    ]),
  }
}

function linksOf({ url, references = [] }: Affected['advisory']): string[] {
  const links = new Set<string>()
  for (const link of [url, ...references]) {
    const address = link ? addressOf(link) : undefined
    if (address) links.add(address)
  }
  return [...links]
}

function packageLine({ package: of, location, fixed }: Affected): string {
  const where = location ? ` in ${location.file}` : ''
  const mends = fixed && (fixed.length > 0 ? `, fixed in ${fixed.join(', ')}` : ', no fixed version is known')
  return `${[of.name, of.version].filter(Boolean).join(' ')}${where}${mends ?? ''}`
}

function list(title: string, items: string[]): string {
  return items.length > 0 ? `${title}\n- ${items.join('\n- ')}` : ''
}

function parts(texts: string[]): string {
  let whole = ''
  for (const text of texts) {
    const trimmed = text.trim()
    if (trimmed) whole += whole ? `\n\n${trimmed}` : trimmed
  }
  return whole
}

/** What Markdown reads as its own, and blanks that it would not keep. */
const unplain = /[[\]\\`*_<>#|~]|\s\s|[^\S ]/

/** Names of packages are no Markdown. */
function plain(text: string): string {
  if (!unplain.test(text)) return text
  return text.replace(/[[\]\\`*_<>#|~]/g, '\\$&').replace(/\s+/g, ' ')
}

/** With a full stop, unless it ends in a mark of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
