import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Debian's, or another one by its path. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const hasBrowser = existsSync(executablePath)

/** A page in the browser, and everything that it was not to do. */
export interface Opened {
  page: Page
  /** What the console says, what the policy refused, what broke, and every request but that for the page itself. */
  wrongs: string[]
}

export interface Reader {
  open(html: string, options?: BrowserContextOptions): Promise<Opened>
  close(): Promise<void>
}

export async function startReader(): Promise<Reader> {
  const folder = await mkdtemp(join(tmpdir(), 'codescan-gate-pages-'))
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })
  let count = 0
  return {
    async open(html, options = {}) {
      const file = join(folder, `${count++}.html`)
      await writeFile(file, html)
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
      const page = await context.newPage()
      const wrongs: string[] = []
      const address = pathToFileURL(file).href
      page.on('console', (message) => void wrongs.push(`console: ${message.text()}`))
      page.on('pageerror', (error) => void wrongs.push(`error: ${error.message}`))
      page.on('request', (request) => {
        if (request.url() !== address) wrongs.push(`request: ${request.url()}`)
      })
      page.on('dialog', (dialog) => {
        wrongs.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(address)
      return { page, wrongs }
    },
    async close() {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
