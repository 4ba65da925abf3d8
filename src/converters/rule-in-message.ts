/** `[no-var]`, `[-Wunused]`, `[Error/no-todo]`: most linters of C, Python and JavaScript end a line so. */
const bracketed = /\[(?:(?:error|warning|info)\/)?(?=[^\]]*[a-z])([\w@-][\w@./:+-]{1,99})\]$/i
/** `F401 …`, `TS2322: …`, `(W211) …` */
const leading = /^[([]?([A-Z]{1,10}\d{2,6})[)\]]?[:\s]/

/** The rule that a message itself names, at one of the places where tools write it; undefined when there is none. */
export function ruleIn(message: string): string | undefined {
  const text = message.trim()
  return bracketed.exec(text.slice(-120))?.[1] ?? leading.exec(text)?.[1]
}
