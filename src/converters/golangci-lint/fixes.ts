import type { Edit, Fix } from '../../model/finding.ts'
import { array, boolean, int, nullish, number, type Of, object, string } from '../read/shape.ts'

/** Version 1: whole lines, or a piece of one line in bytes from 0. */
export const Replacement = object({
  NeedOnlyDelete: nullish(boolean),
  NewLines: nullish(array(string)),
  Inline: nullish(object({ StartCol: number, Length: number, NewString: string })),
})

/** Version 2: byte offsets in the file; the new text is in Base64, as Go writes bytes. */
export const SuggestedFix = object({
  Message: nullish(string),
  TextEdits: nullish(array(object({ Pos: int, End: int, NewText: nullish(string) }))),
})

interface Fixable {
  FromLinter: string
  Pos: { Filename: string; Line?: number | null | undefined }
  LineRange?: { From: number; To: number } | null | undefined
  Replacement?: Of<typeof Replacement> | null | undefined
  SuggestedFixes?: Of<typeof SuggestedFix>[] | null | undefined
}

export function fixesOf(issue: Fixable): Fix[] {
  const description = `The fix of ${issue.FromLinter}`
  const replaced = replacementOf(issue)
  const suggested = (issue.SuggestedFixes ?? []).flatMap(({ Message, TextEdits }): Fix[] => {
    const edits = (TextEdits ?? []).map((edit) => suggestedEdit(issue.Pos.Filename, edit))
    const known = edits.filter((edit) => edit !== undefined)
    // Half of a fix may do harm.
    return known.length > 0 && known.length === edits.length
      ? [{ description: Message || description, edits: known }]
      : []
  })
  return replaced ? [{ description, edits: [replaced] }, ...suggested] : suggested
}

function replacementOf({ Pos, LineRange, Replacement: replacement }: Fixable): Edit | undefined {
  if (!replacement || !Pos.Line) return undefined
  const { NeedOnlyDelete, NewLines, Inline } = replacement
  const file = Pos.Filename
  const { From: line, To: endLine } = LineRange?.From ? LineRange : { From: Pos.Line, To: Pos.Line }
  if (Inline) {
    const column = Inline.StartCol + 1
    return {
      file,
      line: Pos.Line,
      column,
      endLine: Pos.Line,
      endColumn: column + Inline.Length,
      text: Inline.NewString,
    }
  }
  if (NeedOnlyDelete) return { file, line, column: 1, endLine: endLine + 1, endColumn: 1, text: '' }
  return NewLines?.length ? { file, line, endLine, text: NewLines.join('\n') } : undefined
}

function suggestedEdit(
  file: string,
  { Pos, End, NewText }: { Pos: number; End: number; NewText?: string | null | undefined },
): Edit | undefined {
  const text = decoded(NewText ?? '')
  if (text === undefined || Pos < 0 || End < Pos) return undefined
  return { file, byteOffset: Pos, byteLength: End - Pos, text }
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}
