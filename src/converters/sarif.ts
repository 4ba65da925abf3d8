import type { Run } from 'sarif'
import * as z from 'zod/mini'
import type { Converter } from './converter.ts'
import { readJson } from './read/json.ts'
import { hasKeys } from './report.ts'

const isObject = (value: unknown) => typeof value === 'object' && value !== null
const Log = z.looseObject({
  version: z.literal('2.1.0', 'SARIF 2.1.0 is read, and this is another version'),
  runs: z.array(
    z.custom<Run>(
      (run) => isObject(run) && typeof (run as Run).tool?.driver?.name === 'string',
      'expected a run with tool.driver.name',
    ),
  ),
})

/** SARIF needs no conversion: its runs pass through whole, whatever they hold. */
export const sarif: Converter = {
  id: 'sarif',
  tool: { name: 'SARIF', url: 'https://sarifweb.azurewebsites.net' },
  reads: 'any scanner that writes SARIF 2.1.0',
  detects: hasKeys('version', 'runs'),
  convert: (report) => readJson(report, Log).runs,
}
