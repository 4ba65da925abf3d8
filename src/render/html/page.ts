import { isBlocked, type Outcome } from '../../model/outcome.ts'
import { version } from '../../model/version.ts'
import { titleOf } from '../summary.ts'
import { about } from './about.ts'
import { script, scriptHash, style, styleHash } from './assets.ts'
import { charts } from './charts.ts'
import { conditionsPart, whatToDo } from './conditions.ts'
import { type PageContext, pageDataOf } from './data.ts'
import { head } from './head.ts'
import { listing } from './listing.ts'
import { type Markup, markup, printed, type Value } from './markup.ts'
import { visible } from './visible.ts'

/**
 * `report.html`: one file that asks for nothing else. Its policy lets no script run but ours, known by its hash, and no text
 * become markup. What it says is there without the script; the script adds the list of all findings, its filters and code.
 */
export function htmlOf(outcome: Outcome, context: PageContext = {}): string {
  const told = (text: string) => visible(context.redact ? context.redact(text) : text)
  const title = `${titleOf(outcome.verdict)}: ${outcome.reason}`
  const data = json(pageDataOf(outcome, context))
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">',
    printed(markup`<title>${title}</title>`, told),
    `<style>${style}</style>\n</head>`,
    printed(body(outcome, context), told),
    `<script type="application/json" id="data">${data}</script>`,
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join('\n')
}

/** Markup from text is refused besides, by browsers that know trusted types. */
const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

function body(outcome: Outcome, context: PageContext): Markup {
  return markup`<body class="verdict-${outcome.verdict}">
<a class="skip" href="#findings">Skip to the findings</a>
<header class="top"><p class="brand">codescan-gate <span>report</span></p><div id="theme"></div></header>
<main>
${head(outcome)}
${whatToDo(outcome)}
${conditionsPart(outcome)}
${charts(outcome)}
${part('findings', findingsTitle(outcome), listing(outcome, context))}
${about(outcome)}
</main>
<footer>Written by codescan-gate ${version}. This file asks for nothing over the network.</footer>`
}

/** A region of the page with its heading. */
function part(id: string, title: Value, content: Value): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title" tabindex="-1"><h2 id="${id}-title">${title}</h2>${content}</section>`
}

function findingsTitle(outcome: Outcome): Value {
  const blocks = isBlocked(outcome) ? outcome.blocking.length : 0
  return markup`Findings <span class="count">${outcome.total}${blocks > 0 && ` · ${blocks} blocking`}</span>`
}

/** JSON that no parser of HTML can take for anything else. */
function json(data: object): string {
  const unsafe = /[<>&\u2028\u2029]/g
  return JSON.stringify(data).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
