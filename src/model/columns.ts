/**
 * What a scanner's columns count: UTF-16 code units (SARIF's default, and JavaScript's), Unicode code points, bytes of
 * UTF-8, code points after tabs were expanded to stops of 4 or of 8, or the cells of a terminal (tabs to stops of 8, wide
 * characters as two). Measured for each tool with a line that holds a tab, an emoji and an accented letter.
 */
export type ColumnUnit = 'utf16CodeUnits' | 'unicodeCodePoints' | 'utf8Bytes' | 'tabs4' | 'tabs8' | 'cells'

/** A property of ours, on a result or a run whose columns SARIF has no word for: they are mapped where sources are at hand. */
export const columnUnit = 'codescan-gate/columns'
