import { readXml } from '../read/xml.ts'

export type Attributes = Record<string, string>

/** A bug, and the lines it names: its own first, those of its method and its class for want of better ones. */
export interface Bug {
  attributes: Attributes
  shortMessage?: string
  longMessage?: string
  lines: { of: 'BugInstance' | 'Method' | 'Field' | 'Class'; attributes: Attributes }[]
}

export interface Pattern {
  attributes: Attributes
  summary?: string
  /** HTML. */
  details?: string
}

/** What is used of a BugCollection. Bugs come before the patterns they are of. */
export interface BugCollection {
  version: string | undefined
  sourceFolders: string[]
  bugs: Bug[]
  patterns: Map<string, Pattern>
  /** The weakness of all patterns with an abbreviation. */
  codes: Map<string, string>
  errors: string[]
  missingClasses: string[]
}

export function readBugCollection(text: string): BugCollection {
  const collection: BugCollection = {
    ...{ version: undefined, sourceFolders: [], bugs: [], errors: [], missingClasses: [] },
    ...{ patterns: new Map(), codes: new Map() },
  }
  const open: { name: string; attributes: Attributes }[] = []
  let pattern: Pattern | undefined
  readXml(text, 'BugCollection', {
    open(name, attributes) {
      const parent = open.at(-1)?.name
      open.push({ name, attributes })
      if (name === 'BugCollection') collection.version = attributes['version']
      else if (name === 'BugInstance') collection.bugs.push({ attributes, lines: [] })
      else if (name === 'BugPattern') {
        pattern = { attributes }
        collection.patterns.set(attributes['type'] ?? '', pattern)
      } else if (name === 'BugCode') collection.codes.set(attributes['abbrev'] ?? '', attributes['cweid'] ?? '')
      else if (name === 'Error') collection.errors.push('')
      else if (name === 'SourceLine') addLine(collection.bugs.at(-1), parent, attributes)
    },
    close(name, own) {
      open.pop()
      const said = own.trim()
      const parent = open.at(-1)?.name
      if (parent === 'BugInstance') addMessage(collection.bugs.at(-1)!, name, said)
      else if (parent === 'BugPattern' && pattern) addDescription(pattern, name, said)
      else if (name === 'SrcDir' && said) collection.sourceFolders.push(said)
      else if (parent === 'Error') addError(collection.errors, name, said)
      else if (name === 'MissingClass') collection.missingClasses.push(said)
    },
  })
  return collection
}

function addLine(bug: Bug | undefined, parent: string | undefined, attributes: Attributes): void {
  if (parent === 'BugInstance' || parent === 'Method' || parent === 'Field' || parent === 'Class')
    bug?.lines.push({ of: parent, attributes })
}

function addMessage(bug: Bug, name: string, said: string): void {
  if (name === 'ShortMessage') bug.shortMessage = said
  else if (name === 'LongMessage') bug.longMessage = said
}

function addDescription(pattern: Pattern, name: string, said: string): void {
  if (name === 'ShortDescription') pattern.summary = said
  else if (name === 'Details') pattern.details = said
}

/** The message comes first, the exception behind it; the stack is of no use here. */
function addError(errors: string[], name: string, said: string): void {
  const known = errors.pop() ?? ''
  if (name === 'ErrorMessage') errors.push(said)
  else errors.push(name === 'Exception' && said ? [known, said].filter(Boolean).join(': ') : known)
}
