import { grouped } from '../model/grouped.ts'
import type { Affected } from './advisories.ts'

/**
 * One for each advisory, package, version and place. What is the only one of its advisory has no equal, so its identity need
 * not be spelled.
 */
export function putTogether(given: Affected[]): Affected[] {
  const shared = sharedIds(given)
  const isShared = ({ advisory }: Affected) => shared.has(advisory.id)
  const groups = grouped(given.filter(isShared), identityOf)
  const byFirst = new Map([...groups.values()].map((group) => [group[0]!, group]))
  const all: Affected[] = []
  for (const one of given) {
    const group = isShared(one) ? byFirst.get(one) : [one]
    if (group) all.push(group.length === 1 ? one : union(group))
    // The same object may come again.
    byFirst.delete(one)
  }
  return all
}

function sharedIds(given: Affected[]): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { advisory } of given) {
    if (seen.has(advisory.id)) shared.add(advisory.id)
    else seen.add(advisory.id)
  }
  return shared
}

function identityOf({ advisory, package: of, location, suppression }: Affected): string {
  return JSON.stringify([
    advisory.id,
    of.name,
    of.version,
    of.key,
    location?.file,
    location?.line,
    Boolean(suppression),
  ])
}

function union(group: Affected[]): Affected {
  const all = <T>(lists: (T[] | undefined)[]) => (lists.some(Boolean) ? lists.flatMap((list) => list ?? []) : undefined)
  const distinct = (words: string[] | undefined) => words && [...new Set(words)]
  return {
    ...group[0]!,
    fixed: distinct(all(group.map(({ fixed }) => fixed))),
    paths: all(group.map(({ paths }) => paths)),
    remarks: distinct(all(group.map(({ remarks }) => remarks))),
  }
}
