import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Fix, Notification, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { withoutPassword } from './hardcoded-passwords.ts'
import { readJson } from './read/json.ts'
import { array, nullish, number, type Of, object, string } from './read/shape.ts'
import { itemsHaveKeys, type Report, someValueHasKeys } from './report.ts'

const Position = object({ row: number, column: number })
const Edit = object({ content: nullish(string), location: Position, end_location: Position })
const Diagnostic = object({
  code: nullish(string),
  name: nullish(string),
  message: string,
  filename: string,
  location: nullish(Position),
  end_location: nullish(Position),
  fix: nullish(object({ applicability: nullish(string), message: nullish(string), edits: array(Edit) })),
  url: nullish(string),
  cell: nullish(number),
  severity: nullish(string),
})
type Diagnostic = Of<typeof Diagnostic>

const keys = ['code', 'message', 'filename', 'location', 'end_location', 'fix']

export const ruff = defineConverter({
  id: 'ruff',
  tool: { name: 'Ruff', url: 'https://docs.astral.sh/ruff' },
  reads: 'ruff check --output-format json (or json-lines)',
  proof: 'run',
  detects: (report) => itemsHaveKeys(...keys)(report) || someValueHasKeys(...keys)(report),
  read(report) {
    const diagnostics = readJson(listOf(report), array(Diagnostic))
    const unread = diagnostics.filter(isUnread)
    return {
      findings: diagnostics.filter((diagnostic) => !isUnread(diagnostic)).map(toFinding),
      notifications: unread.map(
        ({ filename, message }): Notification => ({
          level: 'error',
          message,
          location: { file: filename },
          incomplete: true,
        }),
      ),
      columns: 'unicodeCodePoints',
    }
  },
})

function listOf(report: Report): Pick<Report, 'json'> {
  const { values } = report.jsonValues()
  if (values.length === 0)
    throw new UnreadableReport(
      report.text.trim() === ''
        ? 'it is empty: with nothing to say, `--output-format json` writes `[]`, but json-lines writes nothing, as a crash does'
        : 'it holds no JSON',
    )
  return { json: () => (Array.isArray(values[0]) ? values[0] : values) }
}

/** E902: the file could not be read. */
function isUnread({ code }: Diagnostic): boolean {
  return code === 'E902'
}

function toFinding(diagnostic: Diagnostic): Finding {
  const { message, filename, location, end_location: end, severity, cell } = diagnostic
  const isInCell = typeof cell === 'number'
  const text = withoutPassword(message)
  return {
    rule: ruleOf(diagnostic),
    // Ruff calls everything an error, also in the SARIF that it wrote when its JSON had no severity yet.
    level: severity ? levelOf(severity) : 'error',
    message: isInCell ? `${text} (cell ${cell}, line ${location?.row})` : text,
    location: {
      file: filename,
      // Rows count within the cell of a notebook, whose file has other lines.
      ...(!isInCell && { line: location?.row, column: location?.column, endLine: end?.row, endColumn: end?.column }),
    },
    fixes: isInCell ? [] : fixesOf(diagnostic),
    sarif: isInCell ? { properties: { cell, location: inCell(location), end_location: inCell(end) } } : {},
  }
}

function inCell(at: Diagnostic['location']) {
  return at && { row: at.row, column: at.column }
}

/** Syntax errors had no code until they became `invalid-syntax`. */
function ruleOf({ code, name, url }: Diagnostic): Rule {
  const id = code || 'invalid-syntax'
  return {
    id,
    name: name && name !== id ? name : undefined,
    url: url ?? undefined,
    // The rules that come from Bandit.
    tags: /^S\d{3}$/.test(id) ? ['security'] : undefined,
  }
}

function fixesOf({ filename, fix }: Diagnostic): Fix[] {
  if (!fix || fix.edits.length === 0) return []
  const { message, applicability, edits } = fix
  return [
    {
      description: `${message || "Ruff's fix"}${applicability && applicability !== 'safe' ? ` (${applicability})` : ''}`,
      edits: edits.map(({ content, location, end_location: end }) => ({
        file: filename,
        line: location.row,
        column: location.column,
        endLine: end.row,
        endColumn: end.column,
        text: content ?? '',
      })),
    },
  ]
}
