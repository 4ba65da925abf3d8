import { elementsAt, textAt, type XmlElement, xmlTree } from '../read/xml-tree.ts'
import { fileIn, propertyOf } from './json.ts'
import type { Bom, Component, Vulnerability } from './model.ts'

export function readXmlForm(text: string): Bom {
  const bom = xmlTree(text, 'bom')
  const [list] = elementsAt(bom, 'vulnerabilities')
  const components = componentsIn(bom)
  // An extension of 1.0 to 1.3 lists vulnerabilities inside of the component.
  const nested = components.flatMap(({ element, ref }) =>
    elementsAt(element, 'vulnerabilities', 'vulnerability').map((one) => vulnerabilityOf(one, ref)),
  )
  const isListed =
    list !== undefined || components.some(({ element }) => elementsAt(element, 'vulnerabilities').length > 0)
  const [tool] = [
    ...elementsAt(bom, 'metadata', 'tools', 'tool'),
    ...elementsAt(bom, 'metadata', 'tools', 'components', 'component'),
  ]
  return {
    tool: tool && { name: textAt(tool, 'name'), version: textAt(tool, 'version') },
    components,
    vulnerabilities: isListed
      ? [...elementsAt(list, 'vulnerability').map((one) => vulnerabilityOf(one)), ...nested]
      : undefined,
  }
}

type Listed = Component & { ref: string; element: XmlElement }

function componentsIn(bom: XmlElement): Listed[] {
  const found: Listed[] = []
  const left = [...elementsAt(bom, 'components', 'component'), ...elementsAt(bom, 'metadata', 'component')]
  for (let element = left.pop(); element; element = left.pop()) {
    const properties = elementsAt(element, 'properties', 'property').map(({ attributes, text }) => ({
      name: attributes['name'],
      value: text,
    }))
    found.push({
      element,
      // What has no reference of its own is told by its place in the list.
      ref: element.attributes['bom-ref'] || `#${found.length}`,
      group: textAt(element, 'group'),
      name: textAt(element, 'name'),
      version: textAt(element, 'version'),
      purl: textAt(element, 'purl'),
      file: textAt(element, 'evidence', 'occurrences', 'occurrence', 'location') ?? fileIn(properties),
      key: propertyOf(properties, ['cdx:npm:package:path']),
    })
    for (const child of elementsAt(element, 'components', 'component')) left.push(child)
  }
  return found
}

/** `owner` is the component that the old extension nests it in. */
function vulnerabilityOf(of: XmlElement, owner?: string): Vulnerability {
  const [analysis] = elementsAt(of, 'analysis')
  const advisories = elementsAt(of, 'advisories', 'advisory')
  const references = elementsAt(of, 'references', 'reference')
  return {
    id: textAt(of, 'id'),
    sourceUrl: textAt(of, 'source', 'url'),
    aliases: references.flatMap((reference) => textAt(reference, 'id') ?? []),
    ratings: elementsAt(of, 'ratings', 'rating').map(ratingOf),
    cwes: elementsAt(of, 'cwes', 'cwe').map(({ text }) => text),
    description: textAt(of, 'description'),
    detail: textAt(of, 'detail'),
    recommendation: textAt(of, 'recommendation') ?? textAt(of, 'recommendations', 'recommendation'),
    references: [
      ...advisories.flatMap((advisory) => (textAt(advisory, 'url') ?? advisory.text) || []),
      ...references.flatMap((reference) => textAt(reference, 'source', 'url') ?? []),
    ],
    analysis: analysis && {
      state: textAt(analysis, 'state'),
      justification: textAt(analysis, 'justification'),
      detail: textAt(analysis, 'detail'),
    },
    affects: owner === undefined ? elementsAt(of, 'affects', 'target').map(targetOf) : [{ ref: owner, unaffected: [] }],
  }
}

function ratingOf(rating: XmlElement): Vulnerability['ratings'][number] {
  const score = Number(textAt(rating, 'score') ?? textAt(rating, 'score', 'base'))
  return {
    ...(Number.isFinite(score) && { score }),
    severity: textAt(rating, 'severity'),
    method: textAt(rating, 'method'),
    vector: textAt(rating, 'vector'),
  }
}

function targetOf(target: XmlElement): { ref: string; unaffected: string[] } {
  const versions = elementsAt(target, 'versions', 'version')
  return {
    ref: textAt(target, 'ref') ?? '',
    unaffected: versions.flatMap((one) => (textAt(one, 'status') === 'unaffected' && textAt(one, 'version')) || []),
  }
}
