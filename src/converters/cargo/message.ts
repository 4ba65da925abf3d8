import * as z from 'zod/mini'
import { readJson } from '../read/json.ts'
import { isObjectWith } from '../report.ts'

const Span = z.object({
  file_name: z.string(),
  line_start: z.number(),
  line_end: z.number(),
  column_start: z.number(),
  column_end: z.number(),
  is_primary: z.boolean(),
  label: z.nullish(z.string()),
  suggested_replacement: z.nullish(z.string()),
  suggestion_applicability: z.nullish(z.string()),
  expansion: z.optional(z.unknown()),
})
export type Span = z.output<typeof Span>

const Expansion = z.object({ span: Span, macro_decl_name: z.string() })

/** The use of the macro that the span lies in. It is read step by step: it may lie in one itself, however deep. */
export function useOf({ expansion }: Span): z.output<typeof Expansion> | undefined {
  return isObjectWith(expansion, []) ? readJson({ json: () => expansion }, Expansion) : undefined
}

const Child = z.object({ level: z.string(), message: z.string(), spans: z.array(Span) })

/** What rustc says, and Clippy as well. */
export const Message = z.object({
  ...Child.shape,
  code: z.nullish(z.object({ code: z.string(), explanation: z.nullish(z.string()) })),
  children: z.array(Child),
})
export type Message = z.output<typeof Message>

/** One line of Cargo. */
export const CargoLine = z.object({
  reason: z.string(),
  message: z.nullish(Message),
  manifest_path: z.nullish(z.string()),
  success: z.nullish(z.boolean()),
})
export type CargoLine = z.output<typeof CargoLine>
