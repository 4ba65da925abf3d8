import type { Tool } from '../../model/finding.ts'
import { defineConverter } from '../converter.ts'
import { hasKeys, hasXmlRoot } from '../report.ts'
import { readPmdJson } from './json.ts'
import { readPmdXml } from './xml.ts'

const tool: Tool = { name: 'PMD', url: 'https://pmd.github.io' }
const isXml = hasXmlRoot('pmd')

export const pmd = defineConverter({
  id: 'pmd',
  tool,
  reads: 'pmd check --format json (or xml), phpmd … xml',
  proof: 'run',
  generic: true,
  detects: (report) => isXml(report) || hasKeys('formatVersion', 'pmdVersion', 'files')(report),
  read(report) {
    if (!isXml(report) && !report.text.trimStart().startsWith('<')) {
      const { version, ...reading } = readPmdJson(report)
      return { ...reading, columns: 'utf16CodeUnits', tool: { ...tool, ...(version && { version }) } }
    }
    const { version, tool: written = tool, ...reading } = readPmdXml(report.text)
    return { ...reading, columns: 'utf16CodeUnits', tool: { ...written, ...(version && { version }) } }
  },
})
