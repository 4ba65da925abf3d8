import { messageOf, UnreadableReport } from '../../model/errors.ts'
import type { Fix, Location, Place, Reading } from '../../model/finding.ts'
import { readJson } from '../read/json.ts'
import { array, nullish, number, type Of, object, string } from '../read/shape.ts'
import { type Diagnosis, isFailure, toFinding, toNotification } from './diagnosis.ts'

const Range = object({ FilePath: string, FileOffset: number, Length: number })
const Replacement = object({
  FilePath: string,
  Offset: number,
  Length: number,
  ReplacementText: nullish(string),
})
const Message = object({
  Message: nullish(string),
  FilePath: nullish(string),
  FileOffset: nullish(number),
  Replacements: nullish(array(Replacement)),
  Ranges: nullish(array(Range)),
})
const Diagnostic = object({
  DiagnosticName: string,
  DiagnosticMessage: nullish(Message),
  // Until version 8 these stood beside the name.
  ...Message.members,
  Notes: nullish(array(Message)),
  Level: nullish(string),
  BuildDirectory: nullish(string),
})
const Fixes = object({ Diagnostics: nullish(array(Diagnostic)) })
type Message = Of<typeof Message>

let parse: typeof import('yaml')['parse'] | undefined

/** Loads the YAML parser: a tenth of a second that only who reads YAML pays. */
export async function loadYaml(): Promise<void> {
  parse ??= (await import('yaml')).parse
}

/** Reads what `--export-fixes` writes. Its places are offsets in bytes. */
export function readYaml(text: string): Reading {
  const { Diagnostics } = readJson({ json: () => parsed(text) }, Fixes)
  const diagnoses = (Diagnostics ?? []).map(toDiagnosis)
  return {
    findings: diagnoses.filter((it) => !isFailure(it)).map(toFinding),
    notifications: diagnoses.filter(isFailure).map(toNotification),
    columns: 'utf8Bytes',
  }
}

function parsed(text: string): unknown {
  // YAML that was cut off between two entries is YAML all the same.
  if (text.trimStart().startsWith('---') && !text.trimEnd().endsWith('\n...'))
    throw new UnreadableReport('it was cut off: the last line, `...`, is missing')
  try {
    return parse!(text, { prettyErrors: false, logLevel: 'silent' })
  } catch (cause) {
    throw new UnreadableReport(`it is not YAML, or it was cut off: ${messageOf(cause)}`, { cause })
  }
}

function toDiagnosis(diagnostic: Of<typeof Diagnostic>): Diagnosis {
  const { DiagnosticName, DiagnosticMessage, Notes, Level, BuildDirectory } = diagnostic
  const message = DiagnosticMessage ?? diagnostic
  const located = (it: Message) => placeOf(it, BuildDirectory ?? '')
  return {
    names: DiagnosticName,
    word: Level?.toLowerCase() ?? 'warning',
    message: message.Message ?? '',
    location: located(message),
    notes: (Notes ?? []).flatMap((note) => {
      const place = located(note)
      return place ? [{ ...place, message: note.Message ?? undefined } satisfies Place] : []
    }),
    fixes: [
      ...fixOf(message, "clang-tidy's own fix", BuildDirectory ?? ''),
      ...(Notes ?? []).flatMap((note) => fixOf(note, note.Message ?? '', BuildDirectory ?? '')),
    ],
  }
}

/** From the caret to the end of the range that holds it. */
function placeOf({ FilePath, FileOffset, Ranges }: Message, folder: string): Location | undefined {
  if (!FilePath) return undefined
  const offset = FileOffset ?? 0
  const range = Ranges?.find(
    (it) => it.FilePath === FilePath && it.FileOffset <= offset && offset < it.FileOffset + it.Length,
  )
  const byteLength = range ? range.FileOffset + range.Length - offset : 0
  return { file: inFolder(FilePath, folder), byteOffset: offset, byteLength }
}

function fixOf({ Replacements }: Message, description: string, folder: string): Fix[] {
  if (!Replacements?.length) return []
  const edits = Replacements.map(({ FilePath, Offset, Length, ReplacementText }) => ({
    file: inFolder(FilePath, folder),
    byteOffset: Offset,
    byteLength: Length,
    text: ReplacementText ?? '',
  }))
  return [{ description, edits }]
}

/** A path that is not absolute starts in the folder of the build, which the report names. */
function inFolder(path: string, folder: string): string {
  return folder === '' || /^(?:[\\/]|[A-Za-z]:)/.test(path) ? path : `${folder}/${path}`
}
