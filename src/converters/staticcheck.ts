import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Location, Notification } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { isObjectWith, type Report, valuesWith } from './report.ts'

const Point = object({ file: string, line: number, column: nullish(number) })
const Place = object({ location: Point, end: nullish(Point), message: string })
const Problem = object({
  ...Place.members,
  code: string,
  severity: nullish(string),
  related: nullish(array(Place)),
})
type Problem = Of<typeof Problem>

export const staticcheck = defineConverter({
  id: 'staticcheck',
  tool: { name: 'Staticcheck', url: 'https://staticcheck.dev' },
  reads: 'staticcheck -f json',
  proof: 'seen',
  detects,
  read(report) {
    const { values, otherLines } = report.jsonValues()
    if (values.length === 0 && otherLines.length > 0)
      throw new UnreadableReport('none of its lines is a JSON object of Staticcheck')
    const problems = readJson({ json: () => values }, array(Problem))
    return {
      findings: problems.filter((it) => !isFailure(it)).map(toFinding),
      notifications: [
        ...problems.filter(isFailure).map(toNotification),
        ...otherLines.map((message): Notification => ({ level: 'warning', message })),
      ],
      // As all tools for Go.
      columns: 'utf8Bytes',
    }
  },
})

function detects(report: Report): boolean {
  return valuesWith(report, ['location', 'code']).some(isProblem)
}

function isProblem(value: unknown): boolean {
  if (!isObjectWith(value, ['code', 'location', 'message'])) return false
  const { code, location } = value as Record<string, unknown>
  return typeof code === 'string' && isObjectWith(location, ['file', 'line'])
}

/** A package that does not compile was not checked. */
function isFailure({ code }: Problem): boolean {
  return code === 'compile' || code === 'config'
}

function toNotification({ code, message, location }: Problem): Notification {
  return { level: 'error', message: `${code}: ${message}`, location: placeOf({ location }), incomplete: true }
}

function toFinding({ code, severity, message, location, end, related }: Problem): Finding {
  const isIgnored = severity === 'ignored'
  const places = (related ?? []).flatMap((it) => {
    const place = placeOf(it)
    return place ? [{ ...place, message: it.message }] : []
  })
  return {
    rule: { id: code, url: /^[A-Z]+\d{4}$/.test(code) ? `https://staticcheck.dev/docs/checks/#${code}` : undefined },
    level: isIgnored ? 'note' : levelOf(severity ?? undefined),
    message,
    location: placeOf({ location, end }),
    related: places,
    sarif: isIgnored ? { suppressions: [{ kind: 'inSource' }] } : {},
  }
}

function placeOf({ location, end }: Pick<Problem, 'location' | 'end'>): Location | undefined {
  const { file, line, column } = location
  if (file === '') return undefined
  return { file, line, column: column ?? undefined, endLine: end?.line, endColumn: end?.column ?? undefined }
}
