import type { ReportingDescriptor, Run } from 'sarif'

/**
 * Completes the rules of a run as GitHub reads them: an entry for every rule that a result names, each with a short
 * description, a full one and a help text, and `security-severity` as a string. What the tool wrote itself stays.
 */
export function describeRules(run: Run): Run {
  const rules = run.tool.driver.rules ?? []
  const described = rules.map(describe)
  const missing = missingRules(run, rules)
  const unchanged = missing.length === 0 && run.tool.driver.rules && described.every((rule, at) => rule === rules[at])
  if (unchanged) return run
  return { ...run, tool: { ...run.tool, driver: { ...run.tool.driver, rules: [...described, ...missing] } } }
}

/** Rules of extensions are described there; everything else that a result names belongs to the driver. */
function missingRules(run: Run, rules: ReportingDescriptor[]): ReportingDescriptor[] {
  const known = new Set(
    [...rules, ...(run.tool.extensions ?? []).flatMap((extension) => extension.rules ?? [])].map(({ id }) => id),
  )
  const missing = new Set<string>()
  for (const { ruleId, rule } of run.results ?? []) {
    const id = ruleId ?? rule?.id
    // `CA1000/1` is a part of rule `CA1000` (SARIF 3.27.5), and needs no entry of its own.
    if (id !== undefined && !known.has(id) && !known.has(id.split('/')[0]!)) missing.add(id)
  }
  return [...missing].map((id) => describe({ id }))
}

function describe(given: ReportingDescriptor): ReportingDescriptor {
  const rule = given.helpUri === '' ? withoutHelpUri(given) : given
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
  const markdown = help?.markdown ?? `[${text.replace(/[[\]\\`*_<>]/g, '\\$&')}](${encodeURI(decodeSafely(helpUri))})`
  return { text: `${text}\n\n${helpUri}`, markdown }
}

/** So that what is encoded already is not encoded twice. */
function decodeSafely(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
