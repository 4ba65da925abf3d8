/** Columns as wide as their widest cell, up to 60; the last one as long as it is. */
export function aligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? [])
    .slice(0, -1)
    .map((_, column) => Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
