import { SaxesParser } from 'saxes'
import { UnreadableReport } from '../../model/errors.ts'

interface Visitor {
  open(name: string, attributes: Record<string, string>): void
  /** Gets the element's own text, without that of its children. */
  close?(name: string, text: string): void
}

/** Walks an XML document once. Entities beyond XML's own five are refused, so nothing is ever expanded or fetched. */
export function readXml(text: string, root: string, visit: Visitor): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const texts: string[] = []
  const addText = (piece: string) => {
    if (texts.length > 0) texts[texts.length - 1] += piece
  }
  parser.on('error', (error) => {
    throw new UnreadableReport(`it is not XML, or it was cut off: ${error.message}`, { cause: error })
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (texts.length === 0 && name !== root) throw new UnreadableReport(`its root element is <${name}>, not <${root}>`)
    texts.push('')
    visit.open(name, attributes)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name }) => {
    const own = texts.pop() ?? ''
    visit.close?.(name, own)
  })
  parser.write(text).close()
}
