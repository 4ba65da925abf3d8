import { converters } from '../converters/index.ts'
import { presets } from '../scanners/index.ts'

export function listFormats(): void {
  list(converters.map(({ id, tool, reads }) => [id, tool.name, reads]))
}

export function listScanners(): void {
  list(presets.map(({ id, name, program, args }) => [id, name, [program, ...args].join(' ')]))
}

function list(rows: string[][]): void {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
}
