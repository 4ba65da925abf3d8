import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Run } from 'sarif'
import { converters } from '../../src/converters/index.ts'
import { reportOf } from '../../src/converters/report.ts'
import { UnreadableReport } from '../../src/model/errors.ts'
import { relativePaths } from '../../src/transforms/paths.ts'
import { describeRules } from '../../src/transforms/rules.ts'
import { findConverter } from './find-converter.ts'

await Promise.all(converters.map(({ prepare }) => prepare?.()))

/** The folder of all tests. */
export const tests = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The checkout that the reports among the fixtures were written in. */
export const checkout = { roots: ['/home/runner/work/app/app'], ranIn: '', exists: () => false }

/** A report of a real tool, or one made by hand where no tool at hand writes such a one. */
export interface Fixture {
  /** The converter's. */
  id: string
  name: string
  text: string
  /** How many findings and notifications it holds, counted by other means than the converter: the tool's own count, a search. */
  entries: number | undefined
  /** Where the SARIF is kept that it must become. */
  golden: string
}

export function fixturesOf(id: string): Fixture[] {
  const folder = join(tests, 'converters', id)
  const names = readdirSync(folder).filter((name) => name !== 'entries.json' && !name.startsWith('expected.'))
  const entries: Record<string, number> = JSON.parse(readFileSync(join(folder, 'entries.json'), 'utf8'))
  return names.sort().map((name) => ({
    id,
    name,
    text: readFileSync(join(folder, name), 'utf8'),
    entries: entries[name],
    golden: join(folder, `expected.${name.replace(/\.[a-z]+$/, '')}.sarif`),
  }))
}

/** A report's runs, made ready as production makes them. */
export function runsOf({ id, text }: Pick<Fixture, 'id' | 'text'>): Run[] {
  return findConverter(id)
    .convert(reportOf(text))
    .map((run) => describeRules(relativePaths(run, checkout)))
}

/** A report's runs, or the `UnreadableReport` that says why there are none; any other error is thrown on. */
export function readOrRefused(report: Pick<Fixture, 'id' | 'text'>): Run[] | UnreadableReport {
  try {
    return runsOf(report)
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error
    return error
  }
}
