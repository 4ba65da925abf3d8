import type { Excerpt } from './excerpt.ts'
import type { Severity } from './severity.ts'

/**
 * What is to be shown in a terminal: what things are, not how they look. Only who paints it knows whether there are
 * colours, and how wide the terminal is.
 */
export type Sheet = Block[]

/** Text as it stands, perhaps of several lines; a line of parts; or source with its marks. */
export type Block = string | Line | { excerpt: Excerpt; role: Role }

export interface Line {
  spans: Span[]
  /** How far the lines are indented that a narrow terminal makes of it, in cells. */
  hang: number
}

export interface Span {
  text: string
  role?: Role
  /** Where it leads to, in terminals that can follow: an address of http(s), or of a file. */
  url?: string
  /** Cells that it takes at least, where there is room: so columns stand below each other. */
  width?: number
}

export type Role = Severity | 'pass' | 'warn' | 'fail' | 'error' | 'strong' | 'faint'
