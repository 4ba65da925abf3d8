import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { minify_sync } from 'terser'
import ts from 'typescript'
import { projectRoot } from '../sandbox/root.ts'

/**
 * The style and the script of the HTML report, from page/, as a module that travels in the bundle. They are hashed here: the
 * report's policy lets nothing run but what has these hashes.
 */
export function pageModule(): string {
  const style = minifiedStyle(readFileSync(join(projectRoot(), 'page', 'report.css'), 'utf8'))
  const script = minifiedScript(join(projectRoot(), 'page', 'report.ts'))
  for (const text of [style, script])
    if (/<\/|<!--|[\u2028\u2029\r]/i.test(text)) throw new Error('The page would end its own script or style.')
  return `${head}${Object.entries({ style, script, styleHash: hash(style), scriptHash: hash(script) })
    .map(([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)}\n`)
    .join('')}`
}

const head = `/**
 * Generated from page/ by \`npm run generate\`: style and script of the HTML report, and the hashes by which the report's
 * policy knows them.
 */
`

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function minifiedStyle(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim()
}

/** All modules in one function, each before those that import it; their names must differ, which Terser sees to. */
function minifiedScript(entry: string): string {
  const modules = inOrder(entry).map((file) => {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    })
    return outputText.replace(/^import .*\n/gm, '').replace(/^export (?=function|const)/gm, '')
  })
  const { code = '' } = minify_sync(`(() => {'use strict'\n${modules.join('\n')}})()`, { ecma: 2020 })
  return code
}

function inOrder(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const imports = [...readFileSync(file, 'utf8').matchAll(/^import \{[^}]*\} from '(\.\/[^']+)'/gm)]
  return [...imports.flatMap(([, path]) => inOrder(join(dirname(file), path!), seen)), file]
}
