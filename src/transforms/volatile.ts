import type { Run } from 'sarif'
import { pathOfUri } from '../model/uri.ts'
import { categoryOf } from './split.ts'

/**
 * Names that will be others in the next run, sentences: GitHub knows a thing again by its name only, so alerts under
 * them are opened anew each time, and the old ones stay open or look fixed.
 */
export function volatileNames(runs: Run[]): string[] {
  const categories = distinct(runs.map(categoryOf))
  const rules = distinct(runs.flatMap(ruleIds))
  const paths = distinct(runs.flatMap(pathsOf))
  return [
    ...categories.flatMap(categoryNote),
    ...note(
      rules.filter((id) => commit.test(id) || date.test(id)),
      {
        what: 'Rule ids that hold a commit or a date',
        so: 'GitHub takes them for new rules each time, and opens their alerts anew',
      },
    ),
    ...note(
      paths.filter((path) => commit.test(path)),
      {
        what: 'Paths that hold a commit',
        so: 'The alerts in them are opened anew with each commit',
      },
    ),
    ...note(
      paths.filter((path) => temporary.test(path)),
      {
        what: 'Paths in a temporary folder',
        so: 'GitHub cannot show them, and opens their alerts anew each time. Scan the checkout itself, or set `checkout-path`',
      },
    ),
  ]
}

/** SHA-1 and SHA-256 as Git writes them. */
const commit = /(?<![\da-z])(?:[\da-f]{40}|[\da-f]{64})(?![\da-z])/i
const date = /(?<!\d)20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/
const compactDate = /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/
/** As `git rev-parse --short` writes it: letters and digits, so that no word and no number is taken for one. */
const shortCommit = /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,12}(?![\da-z])/
/** Run ids of GitHub and seconds since 1970 have ten digits and more. */
const number = /(?<!\d)\d{10,}(?!\d)/
const temporary = /^(?:\/private)?\/(?:tmp|var\/folders)\/|\/AppData\/Local\/Temp\//

function categoryNote(category: string): string[] {
  const kinds: [RegExp, string][] = [
    [commit, 'a commit'],
    [shortCommit, 'a commit'],
    [date, 'a date'],
    [compactDate, 'a date'],
    [number, 'the number of a run'],
  ]
  const kind = kinds.find(([pattern]) => pattern.test(category))?.[1]
  if (kind === undefined) return []
  return [
    `The category \`${category}\` seems to hold ${kind}. GitHub closes an alert only when every category that reported it has been uploaded again without it, so a category of one run keeps its alerts open for ever: give \`category\` a name that stays.`,
  ]
}

function note(names: string[], { what, so }: { what: string; so: string }): string[] {
  if (names.length === 0) return []
  return [`${what}: ${names.length}, such as \`${names[0]}\`. ${so}.`]
}

function ruleIds({ results }: Run): string[] {
  return (results ?? []).flatMap(({ ruleId }) => ruleId ?? [])
}

function pathsOf({ results }: Run): string[] {
  return (results ?? []).flatMap(({ locations }) => {
    const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri
    const path = uri?.startsWith('file:') ? uri.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : uri
    return path === undefined ? [] : [pathOfUri(path) ?? path]
  })
}

function distinct(names: string[]): string[] {
  return [...new Set(names)]
}
