import type { ReportingDescriptor, Run, ToolComponent } from 'sarif'

/**
 * Completes the rules of a run as GitHub reads them: an entry for every rule that a result names, each with a short
 * description, a full one and a help text, and `security-severity` as a string. What the tool wrote itself stays.
 */
export function describeRules(run: Run): Run {
  const driver = complete(run.tool.driver, missingRules(run))
  // An extension without rules brings something else, and needs none.
  const extensions = run.tool.extensions?.map((extension) => (extension.rules ? complete(extension) : extension))
  const isSame = driver === run.tool.driver && !extensions?.some((it, at) => it !== run.tool.extensions![at])
  return isSame ? run : { ...run, tool: { ...run.tool, driver, ...(extensions && { extensions }) } }
}

function complete(component: ToolComponent, missing: ReportingDescriptor[] = []): ToolComponent {
  const rules = component.rules ?? []
  const all = rules.map(describe)
  const isComplete = component.rules && missing.length === 0 && all.every((rule, at) => rule === rules[at])
  return isComplete ? component : { ...component, rules: [...all, ...missing] }
}

/** Rules of extensions are described there; everything else that a result names belongs to the driver. */
function missingRules({ tool: { driver, extensions = [] }, results = [] }: Run): ReportingDescriptor[] {
  const known = new Set([driver, ...extensions].flatMap(({ rules = [] }) => rules.map(({ id }) => id)))
  const missing = new Set<string>()
  for (const { ruleId, ruleIndex = -1, rule } of results) {
    const id = ruleId ?? rule?.id
    // Most results say where their rule stands, which is seen sooner than it is looked up.
    if (id === undefined || driver.rules?.[ruleIndex]?.id === id) continue
    if (!isKnown(id, known)) missing.add(id)
  }
  return [...missing].map((id) => describe({ id }))
}

/** `CA1000/1` is a part of rule `CA1000` (SARIF 3.27.5), and needs no entry of its own. */
function isKnown(id: string, known: Set<string>): boolean {
  const slash = id.lastIndexOf('/')
  return known.has(id) || (slash > 0 && isKnown(id.slice(0, slash), known))
}

function describe(given: ReportingDescriptor): ReportingDescriptor {
  return isDescribed(given) ? given : described(given)
}

function isDescribed({ helpUri, shortDescription, fullDescription, help, properties }: ReportingDescriptor): boolean {
  const isTold = shortDescription?.text && fullDescription?.text && help?.text
  return Boolean(isTold) && helpUri !== '' && typeof properties?.['security-severity'] !== 'number'
}

function described(given: ReportingDescriptor): ReportingDescriptor {
  const rule = 'helpUri' in given && !given.helpUri ? withoutHelpUri(given) : given
  const text = rule.fullDescription?.text || rule.shortDescription?.text || rule.name || rule.id
  const additions = {
    ...(!rule.shortDescription?.text && { shortDescription: { ...rule.shortDescription, text } }),
    ...(!rule.fullDescription?.text && { fullDescription: { ...rule.fullDescription, text } }),
    ...(!rule.help?.text && { help: { ...rule.help, ...helpOf(rule, text) } }),
    ...(typeof rule.properties?.['security-severity'] === 'number' && {
      properties: { ...rule.properties, 'security-severity': String(rule.properties['security-severity']) },
    }),
  }
  return Object.keys(additions).length > 0 ? { ...rule, ...additions } : rule
}

/** An empty address is no URI; some linters write one for rules without documentation. */
function withoutHelpUri({ helpUri: _empty, ...rule }: ReportingDescriptor): ReportingDescriptor {
  return rule
}

function helpOf({ helpUri, help }: ReportingDescriptor, text: string): { text: string; markdown?: string } {
  if (helpUri === undefined) return { text }
  const name = text.replace(/[[\]\\`*_<>]/g, '\\$&')
  return { text: `${text}\n\n${helpUri}`, markdown: help?.markdown ?? `[${name}](${linkable(helpUri)})` }
}

/** What would end a Markdown link too early, encoded. */
function linkable(uri: string): string {
  return uri
    .replace(/[\s<>\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
}
