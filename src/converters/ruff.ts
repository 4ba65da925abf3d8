import * as z from 'zod/mini'
import { UnreadableReport } from '../model/errors.ts'
import type { Finding, Fix, Notification, Rule } from '../model/finding.ts'
import { levelOf } from '../model/severity.ts'
import { defineConverter } from './converter.ts'
import { withoutPassword } from './hardcoded-passwords.ts'
import { readJson } from './read/json.ts'
import { itemsHaveKeys, type Report, someValueHasKeys } from './report.ts'

const Position = z.object({ row: z.number(), column: z.number() })
const Edit = z.object({ content: z.nullish(z.string()), location: Position, end_location: Position })
const Diagnostic = z.object({
  code: z.nullish(z.string()),
  name: z.nullish(z.string()),
  message: z.string(),
  filename: z.string(),
  location: z.nullish(Position),
  end_location: z.nullish(Position),
  fix: z.nullish(
    z.object({ applicability: z.nullish(z.string()), message: z.nullish(z.string()), edits: z.array(Edit) }),
  ),
  url: z.nullish(z.string()),
  cell: z.nullish(z.number()),
  severity: z.nullish(z.string()),
})
type Diagnostic = z.output<typeof Diagnostic>

const keys = ['code', 'message', 'filename', 'location', 'end_location', 'fix']

export const ruff = defineConverter({
  id: 'ruff',
  tool: { name: 'Ruff', url: 'https://docs.astral.sh/ruff' },
  reads: 'ruff check --output-format json (or json-lines)',
  proof: 'run',
  detects: (report) => itemsHaveKeys(...keys)(report) || someValueHasKeys(...keys)(report),
  read(report) {
    const diagnostics = readJson(listOf(report), z.array(Diagnostic))
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
    sarif: isInCell ? { properties: { cell, location, end_location: end } } : {},
  }
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
