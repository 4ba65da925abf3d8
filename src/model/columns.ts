import type { Run } from 'sarif'

/**
 * What a scanner's columns count: UTF-16 code units (SARIF's default, and JavaScript's), Unicode code points, bytes of
 * UTF-8, code points after tabs were expanded to stops of 4 or of 8, or the cells of a terminal (tabs to stops of 8, wide
 * characters as two). Measured for each tool with a line that holds a tab, an emoji and an accented letter.
 */
const units = ['utf16CodeUnits', 'unicodeCodePoints', 'utf8Bytes', 'tabs4', 'tabs8', 'cells'] as const
export type ColumnUnit = (typeof units)[number]

/** A property of ours, on a result or a run whose columns SARIF has no word for: they are mapped where sources are at hand. */
export const columnUnit = 'codescan-gate/columns'

/** The unit that a result or a run of a converter is marked with; undefined where nothing is known of it. */
export function markedUnit({ properties }: Pick<Run, 'properties'>): ColumnUnit | undefined {
  const mark: unknown = properties?.[columnUnit]
  return mark === undefined ? undefined : units.find((unit) => unit === mark)
}

/** The run of a converter, told from SARIF that a tool wrote itself: its columns and offsets are ours to map. */
export function markConverted(run: Run): Run {
  const unit = run.properties?.[columnUnit] ?? run.columnKind ?? 'unknown'
  return { ...run, properties: { ...run.properties, [columnUnit]: unit } }
}

export function isConverted({ properties }: Pick<Run, 'properties'>): boolean {
  return properties?.[columnUnit] !== undefined
}
