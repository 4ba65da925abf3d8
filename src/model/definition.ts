/** How a report is read that no format of ours describes: what the user gave, as he gave it. */
export type Definition =
  | { by: 'matcher'; file: string; text: string }
  | { by: 'mapping'; file: string; text: string }
  | { by: 'errorformat'; formats: string[] }

/** A definition is written by a person; what is longer is something else. In bytes. */
export const longestDefinition = 256 * 1024
