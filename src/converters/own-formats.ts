import type { Definition } from '../model/definition.ts'

/** The ways to read a report of a tool that nobody here knows. */
export const ownFormats: { by: Definition['by']; takes: string; reads: string }[] = [
  {
    by: 'matcher',
    takes: 'a file of GitHub problem matchers (JSON)',
    reads: 'text, line by line or several lines that belong together',
  },
  { by: 'errorformat', takes: "patterns of Vim's 'errorformat', a line each", reads: 'text, the same' },
  { by: 'mapping', takes: 'a YAML file', reads: 'JSON, JSON lines, XML, CSV' },
]
