import { UnreadableReport } from '../../model/errors.ts'
import { readXml } from './xml.ts'

type Container = { list: unknown[] } | { dict: [string, unknown][]; key: string }

/** The value of an XML property list, as JSON would have it. Dates and data stay text. */
export function readPlist(text: string): unknown {
  const open: Container[] = [{ list: [] }]
  readXml(text, 'plist', {
    open(name) {
      if (name === 'dict') open.push({ dict: [], key: '' })
      if (name === 'array') open.push({ list: [] })
    },
    close(name, content) {
      const above = open.at(-1)!
      if (name === 'key' && 'dict' in above) above.key = content
      else if (name === 'dict' || name === 'array') put(open.at(-2)!, contentsOf(open.pop()!))
      else if (name !== 'plist') put(above, scalarOf(name, content))
    },
  })
  const [root] = open
  return root && 'list' in root ? root.list[0] : undefined
}

function put(container: Container, value: unknown): void {
  if ('list' in container) container.list.push(value)
  else container.dict.push([container.key, value])
}

function contentsOf(container: Container): unknown {
  return 'list' in container ? container.list : Object.fromEntries(container.dict)
}

function scalarOf(name: string, content: string): unknown {
  if (name === 'true' || name === 'false') return name === 'true'
  if (name !== 'integer' && name !== 'real') return content
  const number = Number(content)
  if (content.trim() !== '' && Number.isFinite(number)) return number
  throw new UnreadableReport(`<${name}> holds no number`)
}
