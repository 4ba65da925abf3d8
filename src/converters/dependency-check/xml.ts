import { UnreadableReport } from '../../model/errors.ts'
import { readXml } from '../read/xml.ts'
import type { Dependency, Report, Vulnerability } from './model.ts'

/** Where the reader stands: texts mean other things in a dependency, a vulnerability and what these hold. */
interface Open {
  report: Report
  dependency?: Dependency | undefined
  vulnerability?: Vulnerability | undefined
  path: string[]
}

export function readXmlForm(text: string): Report {
  const open: Open = { report: { exceptions: [], dependencies: [] }, path: [] }
  readXml(text, 'analysis', {
    open(name, attributes) {
      open.path.push(name)
      // Related dependencies are the same thing in other files, and stand inside of a dependency.
      if (name === 'dependency') open.dependency = { fileName: '', packages: [], vulnerabilities: [] }
      if (name === 'vulnerability' || name === 'suppressedVulnerability')
        open.vulnerability = vulnerabilityOf(attributes['source'], name === 'suppressedVulnerability')
    },
    close(name, own) {
      const within = open.path.slice(0, -1).at(-1) ?? ''
      take(open, `${within}/${name}`, own.trim())
      open.path.pop()
    },
  })
  return open.report
}

function vulnerabilityOf(source: string | undefined, isSuppressed: boolean): Vulnerability {
  return { name: '', source, ratings: [], cwes: [], references: [], isSuppressed }
}

function take(open: Open, place: string, text: string): void {
  const { report, dependency, vulnerability } = open
  if (place === 'scanInfo/engineVersion') report.version = text
  else if (place === 'exception/message') report.exceptions.push(text)
  else if (place.endsWith('ulnerability') || place === 'dependencies/dependency') closeBlock(open, place)
  else if (vulnerability) takeOfVulnerability(vulnerability, place, text)
  else if (dependency) takeOfDependency(dependency, place, text)
}

function closeBlock(open: Open, place: string): void {
  if (place === 'dependencies/dependency') {
    if (open.dependency) open.report.dependencies.push(open.dependency)
    open.dependency = undefined
  } else {
    if (open.vulnerability?.name === '') throw new UnreadableReport('a vulnerability in it has no name')
    if (open.vulnerability) open.dependency?.vulnerabilities.push(open.vulnerability)
    open.vulnerability = undefined
  }
}

function takeOfDependency(dependency: Dependency, place: string, text: string): void {
  if (place === 'dependency/fileName') dependency.fileName = text
  if (place === 'dependency/filePath') dependency.filePath = text
  if (place === 'package/id') dependency.packages.push(text)
}

function takeOfVulnerability(of: Vulnerability, place: string, text: string): void {
  const [within = '', name = ''] = place.replace('suppressedVulnerability/', 'vulnerability/').split('/')
  if (within === 'vulnerability') takeOwn(of, name, text)
  else if (within === 'cwes') of.cwes.push(text)
  else if (place === 'reference/url') of.references.push(text)
  else if (/^cvssV[234]$/.test(within) && /^(?:score|baseScore)$/.test(name))
    of.ratings.push({ version: within.slice(-1), score: Number(text) })
}

function takeOwn(of: Vulnerability, name: string, text: string): void {
  if (name === 'name') of.name = text
  if (name === 'severity') of.severity = text
  if (name === 'description') of.description = text
  if (name === 'notes') of.notes = text
}
