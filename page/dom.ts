type Child = Node | string | number | undefined | false

/**
 * An element with attributes and children. A string becomes text and nothing else: nothing in this folder makes markup of
 * what a scanner said.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number | undefined | false>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, String(value))
  for (const child of children) if (child !== undefined && child !== false) made.append(asNode(child))
  return made
}

function asNode(child: Node | string | number): Node {
  return typeof child === 'object' ? child : document.createTextNode(String(child))
}

/** A link, where there is an address: of http(s), as the program that wrote this page saw to, and as is seen to here again. */
export function link(address: string | undefined, ...children: Child[]): HTMLElement {
  const isWeb = address !== undefined && /^https?:\/\//.test(address)
  return isWeb ? element('a', { href: address, rel: 'noreferrer' }, ...children) : element('span', {}, ...children)
}

/** A message, where tools set names between backticks: those become code. */
export function message(text: string): HTMLElement {
  const parts = text.split('`')
  const isEven = parts.length % 2 === 1 && !text.includes('``')
  return element(
    'span',
    {},
    ...(isEven ? parts.map((part, at) => (at % 2 === 0 ? part : element('code', {}, part))) : [text]),
  )
}
