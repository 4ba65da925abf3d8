import { expect } from '@jest/globals'
import type { Link, Nodes, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expectNoCommand, expectPrintable } from './surface.ts'

/** Markdown as GitHub's parser reads it: CommonMark with the extensions of GFM, bare addresses and footnotes among them. */
export function parse(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

interface Rules {
  /** Where the addresses of files begin. */
  blobUrl: string
  /** What links outside of tables are called. */
  linkTexts: RegExp
  /** What else may stand as HTML: a mark. */
  html?: RegExp
}

/** What we write ourselves; nothing foreign stands inside of it. */
const ourHtml = /^(?:<details><summary>[\w ,;.()/-]*<\/summary>|<\/details>|<\/?sub>|<\/?code>)$/

/** Blocks that a summary or a comment is made of. */
const blocks = new Set(['heading', 'paragraph', 'table', 'html', 'list', 'code'])

/** Foreign text is nothing but text: no markup, no HTML, no address, nobody is called, and no row of a table is forged. */
export function checkMarkdown(text: string, rules: Rules): void {
  const tree = parse(text)

  expectNoCommand(text)
  expectPrintable(text)
  expect(tree.children.map(({ type }) => type).filter((type) => !blocks.has(type))).toEqual([])
  expect(htmlIn(tree).filter((html) => !ourHtml.test(html) && !rules.html?.test(html))).toEqual([])
  expect(all(tree, 'heading').map(({ depth }) => depth)).toEqual([2])
  expect(
    all(tree, 'code')
      .map(({ lang }) => lang)
      .filter((lang) => lang !== 'text'),
  ).toEqual([])
  for (const type of forbidden) expect(all(tree, type).map((node) => sourceOf(node, text))).toEqual([])
  for (const table of all(tree, 'table')) checkTable(table, rules)
  checkLinks(tree, text, rules)
  checkCalls(tree)
}

const forbidden = [
  ...(['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition'] as const),
  ...(['blockquote', 'thematicBreak', 'break', 'delete', 'emphasis'] as const),
]

/** Every row has the cells of the head, and links stand where ours stand. */
function checkTable(table: Table, { blobUrl }: Rules): void {
  const [head, ...rows] = table.children
  const titles = head!.children.map((cell) => cell.children.map(textOf).join(''))
  for (const { children: cells } of rows) {
    expect(cells).toHaveLength(titles.length)
    cells.forEach((cell, at) => {
      for (const { url } of all(cell, 'link')) {
        expect(['Where', 'Rule']).toContain(titles[at])
        expect(url).toMatch(titles[at] === 'Where' ? start(blobUrl) : /^https?:\/\/[^/@]+(?:\/|$)/)
      }
    })
  }
}

function start(text: string): RegExp {
  return new RegExp(`^${text.replace(/[^\w/]/g, '\\$&')}`)
}

/** No link but those that we write, and none that a parser made of a bare address. */
function checkLinks(tree: Root, text: string, { linkTexts }: Rules): void {
  const links = all(tree, 'link')
  expect(links.map((link) => sourceOf(link, text)).filter((source) => !source.startsWith('['))).toEqual([])
  expect(links.map(({ url }) => url).filter((url) => !/^https?:\/\//.test(url))).toEqual([])
  const inTables = new Set(all(tree, 'table').flatMap((table): Link[] => all(table, 'link')))
  const others = links.filter((link) => !inTables.has(link)).map((link) => link.children.map(textOf).join(''))
  expect(others.filter((title) => !linkTexts.test(title))).toEqual([])
}

/**
 * GitHub looks for people, teams and issues in the finished page, wherever no code stands. HTML that we write as a
 * block holds text as well.
 */
function checkCalls(tree: Root): void {
  const said = proseOf(tree)
  expect(said.filter((text) => /@[\w-]/.test(text))).toEqual([])
  expect(said.filter((text) => /#\d|\bGH-\d/i.test(text))).toEqual([])
}

function proseOf(tree: Root): string[] {
  let isCode = false
  return leaves(tree).flatMap((node) => {
    if (node.type === 'html' && /^<\/?code>$/.test(node.value)) isCode = !node.value.startsWith('</')
    return node.type === 'text' && !isCode ? [node.value] : []
  })
}

function htmlIn(tree: Root): string[] {
  return all(tree, 'html').flatMap(({ value }) => value.split('\n'))
}

function leaves(node: Nodes): Nodes[] {
  return 'children' in node ? node.children.flatMap(leaves) : [node]
}

function all<Type extends RootContent['type']>(node: Nodes, type: Type): Extract<RootContent, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<RootContent, { type: Type }>] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => all(child, type))] : own
}

function textOf(node: Nodes): string {
  return leaves(node)
    .map((leaf) => ('value' in leaf && leaf.type !== 'html' ? leaf.value : ''))
    .join('')
}

/** What a parser makes of a bare address has no place of its own. */
function sourceOf({ type, position }: Nodes, text: string): string {
  return position ? text.slice(position.start.offset, position.end.offset) : type
}
