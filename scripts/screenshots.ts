import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startGitHub } from '../sandbox/github/server.ts'
import { projectRoot } from '../sandbox/root.ts'
import { sampleFolder, sampleRuns } from './sample.ts'

/**
 * Pictures of the HTML report and of the job summary: our CLI judges a sample and uploads it to the GitHub of the sandbox.
 * They are written to out/; `npm run screenshots -- docs/images` renews those of the README.
 */
const root = projectRoot()
const [wanted = 'out'] = process.argv.slice(2)
const folder = join(root, wanted)
mkdirSync(folder, { recursive: true })
/** What comes near the look of GitHub's summaries. */
const summaryStyle = `
body { margin: 0; background: #fff; color: #1f2328; font: 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif, 'Noto Color Emoji' }
main { padding: 24px 32px }
h2 { font-size: 24px; line-height: 1.25; border-bottom: 1px solid #d1d9e0; padding-bottom: 7px; margin: 0 0 16px }
p, ul, table, details, pre { margin: 0 0 16px }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
th { font-weight: 600 }
tr:nth-child(2n) td { background: #f6f8fa }
code { font: 13.6px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; background: #818b981f; border-radius: 6px; padding: 2px 5px }
a { color: #0969da }
sub { font-size: 12px; vertical-align: baseline; color: #59636e }
summary { cursor: pointer }
`
const work = mkdtempSync(join(tmpdir(), 'codescan-gate-pictures-'))
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
})
try {
  const reports = await judged()
  await pictures(browser, reports)
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}

/** Judges the sample; the folder of its reports. */
async function judged(): Promise<string> {
  const shop = join(work, 'shop')
  const sha = checkOut(shop)
  const { now, before } = sampleRuns(root)
  const [report, baseline] = ['semgrep-eslint-trivy.sarif', 'baseline.sarif']
  writeFileSync(join(shop, report), JSON.stringify({ version: '2.1.0', runs: now }))
  writeFileSync(join(shop, baseline), JSON.stringify({ version: '2.1.0', runs: before }))
  const reports = join(shop, 'out')
  const github = await startGitHub()
  const at = ['--repository', github.repository, '--sha', sha, '--ref', 'refs/heads/main']
  const upload = ['--upload', 'required', '--github-api-url', github.url, ...at]
  const scan = [
    '--report',
    report,
    '--baseline',
    baseline,
    '--policy',
    '.github/codescan-gate.yml',
    '--sarif-output',
    'out/gate.sarif',
  ]
  const status = await runCli([...scan, ...upload, '--report-dir', reports], shop, { GITHUB_TOKEN: github.token })
  await github.close()
  if (status !== 1) throw new Error(`The sample ended with ${status}, not as a gate that failed.`)
  return reports
}

function checkOut(shop: string): string {
  cpSync(join(root, sampleFolder), shop, { recursive: true })
  const author = ['-c', 'user.name=sample', '-c', 'user.email=sample@example.com']
  const git = (...words: string[]) => execFileSync('git', [...author, ...words], { cwd: shop, encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'A sample')
  return git('rev-parse', 'HEAD').trim()
}

/** Not synchronously: the GitHub that it uploads to answers from this very process. */
function runCli(words: string[], cwd: string, env: Record<string, string>): Promise<number | null> {
  const cli = join(root, 'build', 'src', 'entry', 'cli.js')
  const child = spawn(process.execPath, [cli, 'run', ...words], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve) => child.on('close', resolve))
}

async function pictures(browser: Browser, reports: string): Promise<void> {
  const report = pathToFileURL(join(reports, 'report.html')).href
  await taken(browser, 'report', { width: 1000, height: 1500 }, (page) => opened(page, report))
  if (wanted === 'out')
    for (const [name, width, colorScheme] of [
      ['report-light', 1180, 'light'],
      ['report-dark', 1180, 'dark'],
      ['report-narrow', 360, 'light'],
      ['report-narrow-dark', 360, 'dark'],
    ] as const)
      await taken(browser, name, { width, height: 900, colorScheme, isWhole: true }, (page) => opened(page, report))
  await taken(browser, 'summary', { width: 1000, height: 100, isWhole: true }, (page) =>
    // Where the sample lay on this machine says nothing to anybody.
    page.setContent(likeGitHub(readFileSync(join(reports, 'report.md'), 'utf8').replaceAll(join(work, 'shop/'), ''))),
  )
}

/** With the code of the first finding. */
async function opened(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.locator('button.message').first().click()
  await page.mouse.move(0, 0)
  await page.evaluate('scrollTo(0, 0)')
}

interface Shot {
  width: number
  height: number
  colorScheme?: 'light' | 'dark'
  /** All of the page, however long; else what is in the window. */
  isWhole?: boolean
}

async function taken(browser: Browser, name: string, shot: Shot, open: (page: Page) => Promise<void>): Promise<void> {
  const { width, height, colorScheme = 'light', isWhole = false } = shot
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  await open(page)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: isWhole })
  await page.close()
  console.log(`${join(wanted, name)}.png`)
}

/** The job summary, as GitHub's flavour of Markdown makes it, in a style that comes near GitHub's. */
function likeGitHub(markdown: string): string {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Summary</title><style>${summaryStyle}</style><main>${html}</main>`
}
