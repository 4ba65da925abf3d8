import type { Notification, Reading } from '../../model/finding.ts'
import { type Affected, advisoryFindings } from '../advisories.ts'
import { readJson } from '../read/json.ts'
import { array, boolean, nullish, type Of, object, record, string, union } from '../read/shape.ts'
import type { Report } from '../report.ts'
import { advisoryOfVia, Via } from './advisory.ts'

const Vulnerability = object({
  name: string,
  isDirect: nullish(boolean),
  via: array(union([string, Via])),
  effects: nullish(array(string)),
  range: nullish(string),
  nodes: nullish(array(string)),
  fixAvailable: nullish(
    union([boolean, object({ name: string, version: nullish(string), isSemVerMajor: nullish(boolean) })]),
  ),
})
type Vulnerability = Of<typeof Vulnerability>

const Tree = object({ vulnerabilities: record(Vulnerability) })

/**
 * npm 7 and later write one entry a package. In `via`, an object is an advisory about the package itself; a word is
 * another package that this one needs, whose own entry holds the advisory.
 */
export function readTree(report: Report): Reading {
  const vulnerabilities = Object.values(readJson(report, Tree).vulnerabilities)
  return {
    findings: advisoryFindings(vulnerabilities.flatMap(affectedBy)),
    notifications: vulnerabilities.flatMap(carriedOn),
  }
}

function affectedBy(of: Vulnerability): Affected[] {
  const [key] = of.nodes ?? []
  return of.via.flatMap((via) => {
    if (typeof via === 'string') return []
    return [
      {
        advisory: advisoryOfVia(via),
        package: { name: of.name, ...(key && { key }), manifests: ['npm-shrinkwrap.json', 'package.json'] },
        location: { file: 'package-lock.json' },
        remarks: [...rangeOf(via.range ?? of.range), ...effectsOf(of), remedyOf(of)],
        properties: {
          ...(via.range && { vulnerableVersions: via.range }),
          ...(of.nodes?.length && { nodes: of.nodes }),
          ...(of.isDirect !== undefined && of.isDirect !== null && { direct: of.isDirect }),
        },
      },
    ]
  })
}

function rangeOf(range: string | null | undefined): string[] {
  return range ? [`Affected are the versions ${range}.`] : []
}

/** So many names say enough. */
const shown = 10

function effectsOf({ effects, isDirect }: Vulnerability): string[] {
  if (!effects?.length) return isDirect ? ['The project itself asks for it.'] : []
  const more = effects.length > shown ? ` and ${effects.length - shown} more` : ''
  return [`Needed by ${effects.slice(0, shown).join(', ')}${more}.`]
}

function remedyOf({ fixAvailable }: Vulnerability): string {
  if (!fixAvailable) return 'No fix is available.'
  if (fixAvailable === true) return '`npm audit fix` mends it.'
  const { name, version, isSemVerMajor } = fixAvailable
  return `It is mended by ${name}${version ? ` ${version}` : ''}${isSemVerMajor ? ', which may break what uses it' : ''}.`
}

/** These say nothing new: the weakness stands with the package that has it. */
function carriedOn({ name, via }: Vulnerability): Notification[] {
  if (via.length === 0)
    return [{ level: 'error', message: `${name} is vulnerable, but the report does not say why.`, incomplete: true }]
  const others = via.filter((one) => typeof one === 'string')
  if (others.length < via.length) return []
  return [{ level: 'note', message: `${name} is affected only by what it needs: ${others.join(', ')}. See there.` }]
}
