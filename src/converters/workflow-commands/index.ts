import { UnreadableReport } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { levelOf } from '../../model/severity.ts'
import { defineConverter } from '../converter.ts'
import { linesOf } from '../read/lines.ts'
import { wholeNumber } from '../read/whole-number.ts'
import { someLine } from '../report.ts'
import { withoutSecrets } from '../secrets.ts'
import { annotationOf } from './annotation.ts'
import { type Command, commandsIn } from './command.ts'

const annotating = ['error', 'warning', 'notice']

export const workflowCommands = defineConverter({
  id: 'workflow-commands',
  tool: {
    name: 'Workflow commands',
    url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands',
  },
  reads: 'annotations for GitHub Actions (::error file=a.js,line=1::message), which many linters print',
  proof: 'run',
  generic: true,
  detects: someLine(/^\s*::(?:error|warning|notice)(?: [^:]*)?::/),
  read({ text }) {
    const commands = [...commandsIn(text)]
    if (commands.length === 0 && !isClean(text))
      throw new UnreadableReport('no line of it is a workflow command, such as `::error file=a.js,line=1::message`')
    const masks = commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)
    const read = commands
      .filter(({ name }) => annotating.includes(name))
      .map((command) => ({ command, annotation: annotationOf(command) }))
    return {
      findings: read.map(({ command, annotation }) => toFinding(command, annotation, masks)),
      columns: read.find(({ annotation }) => annotation.columns)?.annotation.columns,
    }
  },
})

/** Most tools print nothing when there is nothing to say; oxlint counts. */
function isClean(text: string): boolean {
  if (text.trim() === '') return true
  for (const line of linesOf(text)) if (line === 'Found 0 warnings and 0 errors.') return true
  return false
}

/** Whatever else in the output was declared a secret must not be in what is sent. */
function toFinding(
  { name, properties }: Command,
  { message, rule, url }: ReturnType<typeof annotationOf>,
  masks: string[],
): Finding {
  const { file } = properties
  return {
    rule: { id: rule ?? 'workflow-commands', url },
    level: levelOf(name),
    message: withoutSecrets(message, ...masks),
    location: file
      ? {
          file,
          ...{ line: wholeNumber(properties['line']), column: wholeNumber(properties['col']) },
          ...{ endLine: wholeNumber(properties['endline']), endColumn: wholeNumber(properties['endcolumn']) },
        }
      : undefined,
  }
}
