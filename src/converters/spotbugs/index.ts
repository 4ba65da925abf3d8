import type { Finding, Location, Notification } from '../../model/finding.ts'
import { defineConverter } from '../converter.ts'
import { ownWords } from '../own-words.ts'
import { wholeNumber } from '../read/whole-number.ts'
import { hasXmlRoot } from '../report.ts'
import { type Attributes, type Bug, type BugCollection, readBugCollection } from './document.ts'
import { levelIn, ruleOf } from './rule.ts'

const tool = { name: 'SpotBugs', url: 'https://spotbugs.github.io' }

export const spotbugs = defineConverter({
  id: 'spotbugs',
  tool,
  reads: 'spotbugs -textui -xml:withMessages, and the reports of its plugins for Maven and Gradle',
  proof: 'documented',
  detects: hasXmlRoot('BugCollection'),
  read({ text }) {
    const collection = readBugCollection(text)
    return {
      findings: collection.bugs.map((bug) => toFinding(bug, collection)),
      notifications: [...collection.errors.map(errorOf), ...collection.missingClasses.map(missingClass)],
      tool: { ...tool, ...(collection.version && { version: collection.version }) },
    }
  },
})

function errorOf(message: string): Notification {
  return { level: 'error', message: message || 'A detector failed', incomplete: true }
}

/** Classes of libraries, as a rule: SpotBugs goes on, and knows less of the code that uses them. */
function missingClass(name: string): Notification {
  return {
    level: 'warning',
    message: `The class ${name || '(without a name)'} was not found: what depends on it was not looked at closely`,
  }
}

function toFinding(bug: Bug, collection: BugCollection): Finding {
  const { attributes, longMessage, shortMessage, lines } = bug
  const rule = ruleOf(bug, collection)
  const own = lines.filter(({ of }) => of === 'BugInstance').map((line) => line.attributes)
  const primary = own.find((line) => line['primary'] === 'true') ?? own.find((line) => !line['role']) ?? own[0]
  const { rank, priority, category } = attributes
  return {
    rule,
    level: levelIn(bug),
    message: longMessage || shortMessage || rule.summary || '',
    location: primary ? linesAt(primary, collection) : startAround(bug, collection),
    related: own.filter((line) => line !== primary).flatMap((line) => placeOf(line, collection) ?? []),
    fingerprint: fingerprintOf(attributes),
    sarif: ownWords({ rank: wholeNumber(rank), priority: wholeNumber(priority), category }),
  }
}

/** Without lines of its own, a bug is shown where its method begins, or its class. */
function startAround({ lines }: Bug, collection: BugCollection): Location | undefined {
  const [around] = ['Method', 'Field', 'Class'].flatMap((of) => lines.filter((line) => line.of === of))
  const place = around && linesAt(around.attributes, collection)
  return place && { ...place, endLine: undefined }
}

function placeOf(line: Attributes, collection: BugCollection) {
  const role = line['role']
    ?.replace(/^SOURCE_LINE_/, '')
    .replaceAll('_', ' ')
    .toLowerCase()
  const place = linesAt(line, collection)
  return place && { ...place, ...(role && { message: role }) }
}

/** Bugs with the same hash are numbered. */
function fingerprintOf({ instanceHash, instanceOccurrenceNum }: Attributes): string | undefined {
  return instanceHash && `${instanceHash}:${instanceOccurrenceNum ?? '0'}`
}

function linesAt(
  { sourcepath, relSourcepath, start, end }: Attributes,
  { sourceFolders }: BugCollection,
): Location | undefined {
  if (!sourcepath) return undefined
  return { file: fileOf(sourcepath, relSourcepath, sourceFolders), line: wholeNumber(start), endLine: wholeNumber(end) }
}

/**
 * A source path counts from one of the source folders, and nothing says from which: unless there is only one, unless the
 * folders are the files themselves (Gradle's plugin), or the path from the project's folder is there as well.
 */
function fileOf(sourcePath: string, fromProject: string | undefined, folders: string[]): string {
  const sources = folders.map((folder) => folder.replaceAll('\\', '/').replace(/\/$/, ''))
  const listed = sources.find((source) => source.endsWith(`/${sourcePath}`))
  if (listed) return listed
  const paths = sources.filter((source) => !/\.\w+$/.test(source)).map((folder) => `${folder}/${sourcePath}`)
  const told = fromProject?.replaceAll('\\', '/')
  return (
    (told && paths.find((path) => path.endsWith(`/${told}`))) ?? (paths.length === 1 ? paths[0]! : (told ?? sourcePath))
  )
}
