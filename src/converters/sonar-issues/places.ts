import type { Finding, Place } from '../../model/finding.ts'
import { placeIn } from '../sonar.ts'
import type { Component, Issue, Step } from './schema.ts'

/** The path of a component's file in the checkout; undefined for a project, which is no file. */
export type FileOf = (component: string, module?: string | null) => string | undefined

/** A file's path counts from its module, which has a path of its own; since 7.6 there is but one module. */
export function filesOf(components: Component[]): FileOf {
  const byKey = new Map(components.map((component) => [component.key, component]))
  return (key, module) => {
    const component = byKey.get(key)
    if (component?.qualifier && ['TRK', 'BRC', 'APP', 'VW'].includes(component.qualifier)) return undefined
    // A component that the report does not describe still has its path in its key, behind the project's.
    const path = component ? component.path : key.slice(key.lastIndexOf(':') + 1)
    if (!path || (!component && !key.includes(':'))) return undefined
    const folder = byKey.get(component?.moduleKey ?? module ?? '')?.path
    return folder ? `${folder}/${path}` : path
  }
}

/**
 * SonarQube tells ways through the code from their end to their start ("a path that backtracks the issue", says its plugin
 * API); a way of one step is another place to look at.
 */
export function waysOf(flows: Issue['flows'], fileOf: FileOf): Pick<Finding, 'related' | 'flow'> {
  const ways = (flows ?? []).map(({ locations }) => (locations ?? []).flatMap((step) => placeOf(step, fileOf) ?? []))
  const way = ways.find((places) => places.length > 1)
  const related = ways.filter((places) => places !== way).flat()
  return { ...(related.length > 0 && { related }), ...(way && { flow: way.toReversed() }) }
}

function placeOf({ component, textRange, msg }: Step, fileOf: FileOf): Place | undefined {
  const file = component ? fileOf(component) : undefined
  return file === undefined ? undefined : { ...placeIn(file, textRange), ...(msg && { message: msg }) }
}
