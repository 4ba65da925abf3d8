import { readXml } from './xml.ts'

export interface XmlElement {
  /** Without the prefix of its namespace. */
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, without that of its children. */
  text: string
}

/** A whole document in memory, for formats whose parts refer to each other. Nothing in here is to be walked recursively. */
export function xmlTree(text: string, root: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  readXml(text, root, {
    open(name, attributes) {
      const element = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' }
      open.at(-1)!.children.push(element)
      open.push(element)
    },
    close(_name, own) {
      open.pop()!.text = own.trim()
    },
  })
  return document.children[0]!
}

/** The elements that one path of names leads to, from this element on. */
export function elementsAt(element: XmlElement | undefined, ...path: string[]): XmlElement[] {
  let found = element ? [element] : []
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return found
}

/** The text of the first element there; undefined for none, and for an empty one. */
export function textAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return elementsAt(element, ...path)[0]?.text || undefined
}
