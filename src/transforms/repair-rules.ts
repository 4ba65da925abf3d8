import type { ReportingDescriptor, Run, ToolComponent } from 'sarif'
import { changed, type Note, textOf, withoutNulls } from './repair-change.ts'
import { repairDescriptor } from './repair-descriptors.ts'
import { repairConfiguration, repairProperties } from './repair-values.ts'

/** The mended parts of a tool, by which the references of results are followed and mended. */
export interface Book {
  tool: Run['tool']
  chapters: Chapter[]
}

export interface Chapter {
  component: ToolComponent
  rules: ReportingDescriptor[]
  indexOf: Map<string, number>
  /** Where each rule stands now that those with the same id are one. */
  moved: number[]
}

export function componentsOf({ chapters }: Book): ToolComponent[] {
  return chapters.map(({ component }) => component)
}

export function repairTool(tool: Run['tool'], note: Note): Book {
  const [driver, ...extensions] = [tool.driver, ...(tool.extensions ?? [])].map((part) => repairComponent(part, note))
  if (!textOf(tool.driver.name)?.trim()) {
    note('tool without a name called "Unknown tool"')
    driver!.component = { ...driver!.component, name: 'Unknown tool' }
  }
  const isSame = extensions.every(({ component }, at) => component === tool.extensions![at])
  const parts = isSame ? tool.extensions : extensions.map(({ component }) => component)
  return { tool: changed(tool, { driver: driver!.component, extensions: parts }), chapters: [driver!, ...extensions] }
}

function repairComponent(given: ToolComponent, note: Note): Chapter {
  const component = withoutNulls(given, note)
  const indexOf = new Map<string, number>()
  const rules: ReportingDescriptor[] = []
  const moved = (component.rules ?? []).map((before) => {
    const rule = repairRule(before, note)
    const twin = indexOf.get(rule.id)
    if (twin === undefined) {
      indexOf.set(rule.id, rules.length)
      return rules.push(rule) - 1
    }
    note('rules with the same id merged', rule.id)
    rules[twin] = merged(rules[twin]!, rule)
    return twin
  })
  const isSame = rules.length === moved.length && rules.every((rule, at) => rule === component.rules![at])
  return { component: isSame ? component : { ...component, rules }, rules, indexOf, moved }
}

function repairRule(given: ReportingDescriptor, note: Note): ReportingDescriptor {
  const rule = repairDescriptor(withoutNulls(given, note), note)
  return changed(rule, {
    defaultConfiguration: repairConfiguration(rule.defaultConfiguration, note),
    properties: repairProperties(rule.properties, note),
  })
}

/** The first wording wins, and the higher severity: no finding may get under a threshold by the merging. */
function merged(first: ReportingDescriptor, later: ReportingDescriptor): ReportingDescriptor {
  const scores = [first, later].flatMap(({ properties }) => properties?.['security-severity'] ?? [])
  const score = scores.sort((a, b) => Number(b) - Number(a))[0]
  return {
    ...later,
    ...first,
    ...((first.messageStrings || later.messageStrings) && {
      messageStrings: { ...later.messageStrings, ...first.messageStrings },
    }),
    ...((first.defaultConfiguration || later.defaultConfiguration) && {
      defaultConfiguration: {
        ...later.defaultConfiguration,
        ...first.defaultConfiguration,
        level: worseLevel(first, later),
      },
    }),
    ...((first.properties || later.properties) && {
      properties: {
        ...later.properties,
        ...first.properties,
        ...(score !== undefined && { 'security-severity': score }),
      },
    }),
  }
}

function worseLevel(a: ReportingDescriptor, b: ReportingDescriptor): 'error' | 'warning' | 'note' | 'none' {
  const levels = [a, b].map(({ defaultConfiguration }) => defaultConfiguration?.level ?? 'warning')
  return (['error', 'warning', 'note'] as const).find((level) => levels.includes(level)) ?? 'none'
}
