import { readJson } from '../read/json.ts'
import { array, boolean, nullish, number, type Of, object, optional, string, unknown } from '../read/shape.ts'
import { isObjectWith } from '../report.ts'

const Span = object({
  file_name: string,
  line_start: number,
  line_end: number,
  column_start: number,
  column_end: number,
  is_primary: boolean,
  label: nullish(string),
  suggested_replacement: nullish(string),
  suggestion_applicability: nullish(string),
  expansion: optional(unknown),
})
export type Span = Of<typeof Span>

const Expansion = object({ span: Span, macro_decl_name: string })

/** The use of the macro that the span lies in. It is read step by step: it may lie in one itself, however deep. */
export function useOf({ expansion }: Span): Of<typeof Expansion> | undefined {
  return isObjectWith(expansion, []) ? readJson({ json: () => expansion }, Expansion) : undefined
}

const Child = object({ level: string, message: string, spans: array(Span) })

/** What rustc says, and Clippy as well. */
export const Message = object({
  ...Child.members,
  code: nullish(object({ code: string, explanation: nullish(string) })),
  children: array(Child),
})
export type Message = Of<typeof Message>

/** One line of Cargo. */
export const CargoLine = object({
  reason: string,
  message: nullish(Message),
  manifest_path: nullish(string),
  success: nullish(boolean),
})
export type CargoLine = Of<typeof CargoLine>
