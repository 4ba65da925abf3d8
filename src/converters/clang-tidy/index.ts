import { defineConverter } from '../converter.ts'
import { type Report, someLine } from '../report.ts'
import { modules } from './check.ts'
import { readText } from './text.ts'
import { loadYaml, readYaml } from './yaml.ts'

const checked = new RegExp(`: (?:warning|error|remark): .* \\[(?:${modules})-[\\w.,+-]+\\]$`)

export const clangTidy = defineConverter({
  id: 'clang-tidy',
  tool: { name: 'clang-tidy', url: 'https://clang.llvm.org/extra/clang-tidy/' },
  reads: 'clang-tidy, or the file that it writes by --export-fixes',
  proof: 'run',
  detects: (report) => isYaml(report) || someLine(checked)(report),
  prepare: loadYaml,
  read: (report) => (isYaml(report) ? readYaml(report.text) : readText(report.text)),
})

function isYaml({ text }: Report): boolean {
  return (
    /^\s*(?:---\s*\n)?(?:MainSourceFile|Diagnostics):/.test(text) &&
    /^Diagnostics:/m.test(text) &&
    /^MainSourceFile:|DiagnosticName:/m.test(text)
  )
}
