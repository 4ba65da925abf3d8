/** A line of `filter`: which findings it speaks of, and whether they stay. */
export interface Pattern {
  /** As the user wrote it. */
  line: string
  includes: boolean
  matchesPath(path: string): boolean
  matchesRule(id: string): boolean
}

/**
 * Reads `[+-]path-glob[:rule-glob]`, the line syntax of GitHub's advanced-security/filter-sarif: `+` and `**` go
 * without saying, and `\` takes the meaning off `+`, `-`, `:` and `\`. Throws an `Error` that says what is wrong.
 */
export function patternOf(line: string): Pattern {
  const sign = /^[+-]/.exec(line)?.[0]
  const [path = '', rule = '', ...more] = partsOf(sign ? line.slice(1) : line)
  if (more.length > 0)
    throw new Error(`\`${line}\` has two colons: write \`\\:\` for one that is part of a path or rule`)
  const matchesPath = glob(path, line)
  const matchesRule = glob(rule || '**', line)
  return { line, includes: sign !== '-', matchesPath, matchesRule }
}

/** Parted at the colons that are not escaped; an escape that means nothing here is left to the glob. */
function partsOf(text: string): string[] {
  const parts = ['']
  for (const [token] of text.matchAll(/\\[+\-:\\]|./gsu)) {
    if (token === ':') parts.push('')
    else parts[parts.length - 1] += token.length > 1 && token.startsWith('\\') ? token.slice(1) : token
  }
  return parts
}

/** One character of a name, or what stands for several: `*` any number of them, `?` one. */
type Wildcard = { literal: string } | '*' | '?'

/** The same globs for whole texts of any kind: `*` and `?` do not pass a slash. Throws an `Error` for a misplaced `**`. */
export function globOf(text: string): (candidate: string) => boolean {
  return glob(text, text)
}

/** `*` and `?` stay within a name, `**` stands for whole names, none included; `\` takes a meaning off. */
function glob(text: string, line: string): (candidate: string) => boolean {
  const names = text.replace(/\/+$/, '').split('/')
  const steps = names.map((name) => (name === '**' ? '*' : wildcardsOf(name, line)))
  return (candidate) => fits(steps, candidate.replace(/[/\\]+$/, '').split(/[/\\]/), nameFits)
}

function wildcardsOf(name: string, line: string): Wildcard[] {
  if (/(?<!\\)\*\*/.test(name))
    throw new Error(`\`${line}\`: \`**\` stands alone between slashes, as in \`src/**/*.js\``)
  return [...name.matchAll(/\\(.)|./gsu)].map(([token, escaped]) => {
    if (escaped !== undefined) return { literal: escaped }
    return token === '*' || token === '?' ? token : { literal: token }
  })
}

function nameFits(wildcards: Wildcard[], name: string): boolean {
  return fits(
    wildcards,
    [...name],
    (wildcard, letter) => wildcard === '?' || (wildcard as { literal: string }).literal === letter,
  )
}

/**
 * Whether the steps, of which `*` stands for any number of items, take all items. Only the last `*` is ever tried
 * again, so the time is at most steps times items whatever anybody writes.
 */
function fits<Step, Item>(
  steps: (Step | '*')[],
  items: Item[],
  agrees: (step: Exclude<Step, '*'>, item: Item) => boolean,
): boolean {
  let step = 0
  let star = -1
  let resume = 0
  for (let item = 0; item < items.length; ) {
    const wanted = steps[step]
    if (wanted === '*') {
      star = step++
      resume = item
    } else if (wanted !== undefined && agrees(wanted as Exclude<Step, '*'>, items[item]!)) {
      step++
      item++
    } else if (star >= 0) {
      step = star + 1
      item = ++resume
    } else return false
  }
  return steps.slice(step).every((left) => left === '*')
}
