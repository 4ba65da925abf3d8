import type { Finding, Notification, Tool } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { readJson } from '../read/json.ts'
import { hasKeys, isObjectWith, type Report } from '../report.ts'
import { secretPrint, withoutSecrets } from '../secrets.ts'
import { flowOf, locationOf, targetOf } from './place.ts'
import { remediesFor } from './remedies.ts'
import { ruleOf } from './rule.ts'
import { SecurityReport, type Vulnerability } from './schema.ts'

export const gitlab = defineConverter({
  id: 'gitlab',
  tool: {
    name: 'GitLab security scan',
    url: 'https://gitlab.com/gitlab-org/security-products/security-report-schemas',
  },
  reads: "GitLab's security reports (gl-sast-report.json and its kin), formats 14 and 15",
  proof: 'seen',
  generic: true,
  detects: isSecurityReport,
  read(report) {
    const { scan, vulnerabilities, remediations } = readJson(report, SecurityReport)
    const fixesOf = remediesFor(remediations ?? [])
    const descriptions = new Map<string, string>()
    return {
      findings: vulnerabilities.map((it) => ({ ...toFinding(it, scan?.type ?? '', descriptions), fixes: fixesOf(it) })),
      notifications: notificationsOf(scan),
      tool: toolOf(scan?.scanner),
    }
  },
})

/** Before version 3 there was no `scan`, and only what is found tells whose report it is. */
function isSecurityReport(report: Report): boolean {
  if (!hasKeys('vulnerabilities')(report)) return false
  const { vulnerabilities, scan } = report.json() as { vulnerabilities: unknown; scan?: unknown }
  if (!Array.isArray(vulnerabilities)) return false
  if (isObjectWith(scan, ['scanner', 'type'])) return true
  const [first] = vulnerabilities
  if (!isObjectWith(first, ['identifiers', 'location'])) return false
  const { identifiers } = first as { identifiers: unknown }
  return Array.isArray(identifiers) && identifiers.every((it) => isObjectWith(it, ['type', 'value']))
}

function toolOf(scanner: { name?: string | null; url?: string | null; version?: string | null } | null | undefined) {
  if (!scanner?.name) return undefined
  const { name, url, version } = scanner
  return { name, ...(url && { url }), ...(version && { version }) } satisfies Tool
}

/** A scan that failed, and one that says that it had to stop, prove nothing by what they did not find. */
function notificationsOf(scan: SecurityReport['scan']): Notification[] {
  const messages = (scan?.messages ?? []).map(({ level, value }): Notification => {
    const isFatal = level === 'fatal'
    return {
      level: levelOf(level ?? undefined),
      message: value || 'An empty message',
      ...(isFatal && { incomplete: true }),
    }
  })
  if (scan?.status !== 'failure') return messages
  return [...messages, { level: 'error', message: 'The report says that the scan failed', incomplete: true }]
}

function toFinding(found: Vulnerability, type: string, descriptions: Map<string, string>): Finding {
  const secret = isSecretScan(found, type) ? found.raw_source_code_extract : undefined
  const rule = ruleOf(found, type, (text) => withoutSecrets(text, secret))
  const { description } = rule
  // A rule has one description; one that differs stays with its finding.
  if (description && !descriptions.has(rule.id)) descriptions.set(rule.id, description)
  const own = description === descriptions.get(rule.id) ? undefined : description
  return {
    rule,
    level: levelOf(found.severity ?? undefined),
    message: withoutSecrets(messageOf(found), secret),
    location: locationOf(found.location),
    fingerprint: secret ? secretPrint(rule.id, secret) : (signatureOf(found) ?? targetPrint(found, rule.id)),
    flow: flowOf(found),
    // Findings of one rule may differ in severity, and a rule has but one score: the highest.
    sarif: ownWords({ ...wordsOf(found, own), 'security-severity': rule.score?.toFixed(1) }),
  }
}

function isSecretScan({ category, location }: Vulnerability, type: string): boolean {
  return type === 'secret_detection' || category === 'secret_detection' || Boolean(location.commit)
}

/** What was found, and in what, where that is no file. */
function messageOf(found: Vulnerability): string {
  const { message, name, description, location } = found
  const said = message || name || firstLineOf(description) || ''
  const pack = location.dependency?.package?.name
  const target = targetOf(pack && said.includes(pack) ? { ...location, dependency: undefined } : location)
  return target ? `${said.replace(/\.$/, '')} in ${target}`.trim() : said
}

function firstLineOf(text: string | null | undefined): string | undefined {
  return text?.trim().split('\n')[0]
}

/** GitLab tracks a finding by the scope it is in. A signature made of lines would change with every line above. */
function signatureOf({ tracking }: Vulnerability): string | undefined {
  const signatures = tracking?.items?.flatMap((item) => item.signatures ?? []) ?? []
  const stable = ['scope_offset_compressed', 'scope_offset', 'rule_value', 'hash']
  for (const algorithm of stable) {
    const value = signatures.find((signature) => signature.algorithm === algorithm)?.value
    if (value) return value
  }
  return undefined
}

/** Without a file, rule and target are all there is to tell one finding from another. */
function targetPrint({ location }: Vulnerability, rule: string): string | undefined {
  const target = location.file ? undefined : targetOf({ ...location, dependency: withoutVersion(location.dependency) })
  return target && `${rule} in ${target}`
}

function withoutVersion<D extends Vulnerability['location']['dependency']>(dependency: D): D {
  return dependency && { ...dependency, version: undefined }
}

function wordsOf(
  { severity, confidence, category, flags, cvss_vectors, location }: Vulnerability,
  description?: string,
) {
  const { class: className, method } = location
  const notes = flags?.map((flag) => [flag.type, flag.description].filter(Boolean).join(': '))
  const vectors = cvss_vectors?.flatMap(({ vector }) => vector ?? [])
  return {
    ...{ severity, confidence, category, class: className, method, description },
    flags: notes?.length ? notes : undefined,
    cvss: vectors?.length ? vectors : undefined,
    commit: location.commit?.sha,
  }
}
