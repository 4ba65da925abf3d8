/** Asks on the terminal, on standard error; undefined where nobody sits at one. Only `y` and `yes` are a yes. */
export async function onTerminal(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}
