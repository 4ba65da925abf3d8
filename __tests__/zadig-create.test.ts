import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Command } from 'commander'
import { stringify } from 'yaml'
import type { Fault } from '../sandbox/faults.ts'
import { listen } from '../sandbox/http.ts'
import { projectRoot } from '../sandbox/root.ts'
import { profiles } from '../sandbox/zadig/profiles.ts'
import type { ZadigOptions, ZadigProfile, ZadigRepo, ZadigScan } from '../sandbox/zadig/server.ts'
import { startZadig } from '../sandbox/zadig/server.ts'
import { createScan } from '../src/clients/zadig-create.ts'
import { breachesOf } from '../src/config/schema.ts'
import { checkCheckout, plainTextWarnings } from '../src/config/trust.ts'
import { definitionSchema } from '../src/config/zadig-definition-schema.ts'
import { accessOf } from '../src/entry/code-scanning-access.ts'
import { addZadig } from '../src/entry/zadig-cli.ts'
import { closeAll, closing } from './kit/closing.ts'
import { type TestHost, testHost } from './kit/host.ts'
import { fc } from './kit/properties.ts'

const all = Object.keys(profiles) as ZadigProfile[]
const creating = all.filter((profile) => !profiles[profile].panicsOnCreate)
const broken = all.filter((profile) => profiles[profile].panicsOnCreate)

const shopRepo: ZadigRepo = { owner: 'octo', name: 'shop', branch: 'main', source: 'github', codehost: 'github' }
const libRepo: ZadigRepo = { owner: 'octo', name: 'lib', branch: 'main', source: 'github' }
const shopScan: ZadigScan = { project: 'shop', name: 'shop-codescan', repos: [shopRepo] }

/** Everything that the server reads, for scanner_type sonarQube. */
const full = {
  project_key: 'shop',
  name: 'fresh',
  description: 'all of it',
  scanner_type: 'sonarQube',
  image_name: 'sonar',
  sonar_system: 'sonar',
  repo_info: [
    {
      codehost_name: 'github',
      repo_namespace: 'octo',
      repo_name: 'shop',
      branch: 'main',
      pr: 7,
      prs: [7, 8],
      enable_commit: false,
      commit_id: 'a'.repeat(40),
    },
  ],
  addons: [{ name: 'java', version: '17' }],
  sonar_parameter: 'sonar.projectKey=shop-key\n',
  prelaunch_script: 'make',
  enable_quality_gate: true,
  advanced_settings: {
    cluster_name: 'local',
    strategy_name: 'default',
    timeout: 30,
    resource_spec: { cpu_limit: 1000, memory_limit: 512, cpu_req: 100, memory_req: 64, gpu_limit: 'nvidia.com/gpu: 1' },
    webhooks: {
      enabled: true,
      hook_list: [
        {
          codehost_name: 'github',
          repo_namespace: 'octo',
          repo_name: 'shop',
          branch: 'main',
          events: ['push', 'pull_request'],
          match_folders: ['src'],
        },
      ],
    },
  },
}
const { repo_info, advanced_settings, ...rest } = full
const least = {
  project_key: 'shop',
  name: 'fresh',
  scanner_type: 'other',
  image_name: 'ubuntu',
  repo_info: [{ codehost_name: 'github', repo_namespace: 'octo', repo_name: 'shop', branch: 'main' }],
  script: 'make lint',
  advanced_settings: { cluster_name: 'local' },
}

/** An administrator. */
const users = [{ token: 'eyJhbGciOi.s3cret', name: 'admin', admin: true }]

interface Case extends Omit<ZadigOptions, 'now'> {
  /** The file that is named; an object is written as YAML. */
  definition?: unknown
  file?: string
  token?: string
  environment?: Record<string, string>
}

/** The command line, as far as it is about Zadig; `FILE` among the words stands for the definition. */
async function zadig(words: string[], { definition, file = 'scan.yml', token, environment, ...options }: Case = {}) {
  const host = closing(await testHost())
  if (definition !== undefined)
    await host.write({ [file]: typeof definition === 'string' ? definition : stringify(definition) })
  const server = closing(await startZadig({ stepMs: 2000, now: host.now, scans: [shopScan], users, ...options }))
  const program = new Command('codescan-gate').exitOverride().configureOutput({ writeErr() {}, writeOut() {} })
  let exitCode: number | undefined
  addZadig(program, { ZADIG_TOKEN: token ?? server.token, ...environment }, host, (code) => {
    exitCode = code
  })
  const args = ['zadig', ...words.map((word) => word.replace('FILE', file)), '--zadig-url', server.url]
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    exitCode = 2
    host.said.push(String(error))
  }
  const [{ table = [], failure = '' } = {}] = host.published
  const out = table.join('\n')
  const said = [...host.said, failure].join('\n')
  expect(`${said}\n${out}`).not.toContain(token ?? server.token)
  const posts = server.requests.filter(({ method }) => method === 'POST')
  return { exitCode, out, said, server, posts, host }
}

/** One more command to a server that is there. */
async function command(server: { url: string; token: string }, words: string[], given?: TestHost) {
  const host = given ?? closing(await testHost())
  const program = new Command('codescan-gate').exitOverride().configureOutput({ writeErr() {}, writeOut() {} })
  let exitCode: number | undefined
  addZadig(program, { ZADIG_TOKEN: server.token }, host, (code) => {
    exitCode = code
  })
  await program.parseAsync(['zadig', ...words, '--zadig-url', server.url], { from: 'user' })
  const [{ table = [], failure = '' } = {}] = host.published
  const out = table.join('\n')
  return { exitCode, out, said: [...host.said, failure].join('\n') }
}

const create = (options: Case) => zadig(['create', 'FILE'], { definition: full, ...options })
const names = ['--zadig-project', 'shop', '--zadig-scan', 'shop-codescan']
const target = ['--zadig-repo', 'octo/shop', '--zadig-branch', 'main']
const run = (options: Case = {}, words = [...names, ...target]) => zadig(['run', ...words], options)

/** The definition without a field, or with another value there: `a.0.b`. */
function changed(definition: object, path: string, value?: unknown): unknown {
  const copy = structuredClone(definition) as Record<string, unknown>
  const keys = path.split('.')
  const holder = keys.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, copy)
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(keys.at(-1)), 1)
  else if (value === undefined) delete holder[keys.at(-1)!]
  else holder[keys.at(-1)!] = value
  return copy
}

/** All places of a value, as `a.0.b`. */
function placesOf(value: unknown, path: string[] = []): string[] {
  const own = path.length > 0 ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))]
}

describe('Create', () => {
  it.each([
    ['scan.yml', 'name: [', /^scan\.yml is not YAML: .*line 1/],
    ['scan.yml', 'name: a\nname: b', /^scan\.yml is not YAML: Map keys must be unique/],
    ['scan.json', '{"name":', /^scan\.json is not JSON: /],
    ['scan.yml', '', /^scan\.yml: the whole must be a mapping/],
    ['scan.yml', '- a', /^scan\.yml: the whole must be a mapping/],
  ])('§5.2 row 1: malformed (%s: %j) never reaches the server', async (file, definition, sentence) => {
    const { exitCode, said, server } = await create({ file, definition })

    expect([exitCode, said, server.requests]).toEqual([2, expect.stringMatching(sentence), []])
  })

  it('§5.2 row 1: a bare 400 is told as what it is, a definition stored in part', async () => {
    const faults: Fault[] = [{ path: /./, status: 400, body: '' }]

    const { exitCode, said, posts } = await create({ faults })

    expect([exitCode, posts.length]).toEqual([3, 1])
    expect(said).toMatch(/answered 400 to the creation of scan `fresh`\. It could not read .* stored a part of it/)
  })

  it.each([
    ['name', /\/name is missing\. Write it there, or give `zadig-scan`/],
    ['project_key', /\/project_key is missing\. Write it there, or give `zadig-project`/],
    ['image_name', /\/image_name is missing: the label of an image/],
    ['scanner_type', /\/scanner_type is missing/],
    ['sonar_system', /\/sonar_system is missing: the identity of a SonarQube/],
    ['repo_info', /\/repo_info is missing/],
  ])('§5.2 row 2: without %s nothing is sent', async (field, sentence) => {
    const { exitCode, said, server } = await create({ definition: changed(full, field) })

    expect([exitCode, said, server.requests]).toEqual([2, expect.stringMatching(sentence), []])
  })

  it.each([
    ['name', ''],
    ['project_key', ''],
    ['image_name', ''],
    ['scanner_type', 'sonarqube'],
    ['scanner_type', 'ai_review'],
  ])('§5.2 row 2: with %s %j nothing is sent', async (field, value) => {
    const { exitCode, said, server } = await create({ definition: changed(full, field, value) })

    expect([exitCode, said, server.requests]).toEqual([2, expect.stringContaining(`scan.yml: /${field} must `), []])
  })

  it.each(creating)('§5.2 row 3: on %s a scan that exists is left as it is, and that is success', async (profile) => {
    const first = await create({ profile })
    const again = await create({ profile, definition: changed(full, 'name', 'shop-codescan') })
    const json = await zadig(['create', 'FILE', '--json'], {
      profile,
      definition: changed(full, 'name', 'shop-codescan'),
    })

    expect([first.exitCode, first.out]).toEqual([0, 'Scan fresh in project shop is created now.'])
    expect(first.server.scans[1]).toMatchObject({ name: 'fresh', repos: [shopRepo], definition: { script: 'make' } })
    expect([again.exitCode, again.out]).toEqual([
      0,
      'Scan shop-codescan in project shop exists already and is left as it is.',
    ])
    expect(again.server.scans).toEqual([shopScan])
    expect(JSON.parse(json.out)).toEqual({ project: 'shop', scan: 'shop-codescan', result: 'exists' })
  })

  it.each(all)('§5.2 row 4: on %s a name that Zadig 4.3 refuses is refused first', async (profile) => {
    for (const name of ['1st', 'a_b', 'a/b', 'a b', '-a', 'é', 'x'.repeat(33)]) {
      const { exitCode, said, server } = await create({ profile, definition: changed(full, 'name', name) })

      expect([exitCode, said, server.requests]).toEqual([
        2,
        expect.stringMatching(/\/name must match .* or Zadig 4\.3 refuses it\.$/),
        [],
      ])
    }
    for (const name of ['代码扫描-1', 'A', 'x'.repeat(32)])
      expect((await create({ profile, definition: changed(full, 'name', name) })).posts).toHaveLength(1)
  })

  it.each(['4.3', '5.0'] as const)('§5.2 row 4: on %s its own refusal is not taken for "exists"', async (profile) => {
    const server = closing(await startZadig({ profile }))
    const access = { url: server.url, token: server.token, project: 'shop', scan: 'a_b' }

    await expect(createScan(access, changed(full, 'name', 'a_b') as object)).rejects.toThrow(
      /answered 400 .* name \[a_b\] cannot be used to generate a workflow job name/,
    )
  })

  it('§5.2 row 5: without advanced_settings, or its cluster, nothing is sent', async () => {
    for (const path of ['advanced_settings', 'advanced_settings.cluster_name']) {
      const { exitCode, said, server } = await create({ definition: changed(full, path) })

      expect([exitCode, said, server.requests]).toEqual([
        2,
        expect.stringContaining(`/${path.replace('.', '/')} is missing: `),
        [],
      ])
    }
  })

  const unknown: [row: number, what: string, path: string, sentence: RegExp, since: ZadigProfile][] = [
    [
      6,
      'cluster',
      'advanced_settings.cluster_name',
      /cluster of name: lost.*`\/advanced_settings\/cluster_name`/,
      '1.18',
    ],
    [7, 'sonar_system', 'sonar_system', /sonar integration of given name.*`\/sonar_system`/, '2.0'],
    [8, 'code host', 'repo_info.0.codehost_name', /codehostName: \[lost\].*`\/repo_info\/…\/codehost_name`/, '1.18'],
  ]
  for (const [row, what, path, sentence, since] of unknown)
    it.each(all.slice(all.indexOf(since)))(
      `§5.2 row ${row}: on %s an unknown ${what} is named by its field`,
      async (profile) => {
        const { exitCode, said, server } = await create({ profile, definition: changed(full, path, 'lost') })

        expect([exitCode, said, server.scans]).toEqual([3, expect.stringMatching(sentence), [shopScan]])
      },
    )

  it.each(creating)('§5.2 row 9: on %s an unknown image is taken, and starting it is explained', async (profile) => {
    const definition = changed(full, 'image_name', 'nobody')

    const { exitCode, said, server } = await run({ profile, definition }, [
      '--zadig-definition',
      'FILE',
      '--zadig-branch',
      'main',
    ])

    expect([exitCode, server.scans.length, server.tasks]).toEqual([3, 2, []])
    expect(said).toMatch(/find basic image: .* The scan's image is not known to Zadig/)
  })

  it.each(broken)('§5.2 row 10, surprise 1: on %s nothing can be created, and it says what to do', async (profile) => {
    const { exitCode, said, server } = await create({ profile })

    expect([exitCode, server.scans]).toEqual([3, [shopScan]])
    expect(said).toMatch(
      /^Zadig answered 500 to the creation of scan `fresh`\. Zadig 4\.2\.0 and later answer so.* Create it in Zadig's console, in project `shop`/,
    )
  })

  it.each<[string, Case, RegExp]>([
    ['a wrong token', { token: 'nobody' }, /answered 401 .* Check `zadig-token`/],
    [
      'a missing right',
      { users: [{ token: 'dev' }] },
      /answered 403 .* may not create scans in project `shop`.*"create scan"/,
    ],
    [
      'two factors',
      { users: [{ token: 'dev', admin: true, mfa: true }] },
      /answered 403 .* multi-factor authentication/,
    ],
    [
      'a wrong address',
      { faults: [{ path: /./, status: 404, body: 'Invalid path' }] },
      /answered 404 .* Check `zadig-url`/,
    ],
    [
      'a login page',
      { faults: [{ path: /./, status: 200, body: '<!doctype html>' }] },
      /It is not JSON\. Check that `zadig-url`/,
    ],
    ['a gateway', { faults: [{ path: /./, status: 502, body: '<html>' }] }, /answered 502 .* It gives no reason/],
    ['a lost connection', { faults: [{ path: /./, action: 'reset' }] }, /no answer came: .* run this again/],
    [
      'words with a secret in them',
      {
        faults: [
          {
            path: /./,
            status: 500,
            body: { code: 500, description: `https://oauth2:s3cret@git.example ${'x'.repeat(999)}` },
          },
        ],
      },
      /It says: https:\/\/\*\*\*@git\.example x{200,280}\. Check the definition\.$/,
    ],
  ])('explains %s', async (_what, options, sentence) => {
    const { exitCode, said, posts } = await create({ profile: '4.3', ...options })

    expect([exitCode, said, posts.length]).toEqual([3, expect.stringMatching(sentence), 1])
  })
})

describe('A definition', () => {
  const schema = JSON.parse(readFileSync(join(projectRoot(), 'schemas/zadig-definition.schema.json'), 'utf8')) as object
  const isRight = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }).compile(
    schema,
  )

  it('may hold all that the server reads, and little', () => {
    for (const definition of [full, least])
      expect([isRight(definition), breachesOf(definitionSchema, definition)]).toEqual([true, []])
  })

  it('is judged as ajv judges it by the schema that is shipped, whatever stands where', () => {
    const values = [null, 0, 1, -1, 1.5, 1e300, 2 ** 31, '', 'x', '7', true, false, [], [null], [''], [1], {}, { x: 1 }]
    let refused = 0

    for (const definition of [full, least]) {
      for (const path of placesOf(definition)) {
        for (const value of [undefined, ...values]) {
          const candidate = changed(definition, path, value)
          const isOurs = breachesOf(definitionSchema, candidate).length === 0
          expect([path, value, isOurs]).toEqual([path, value, isRight(candidate)])
          if (!isOurs) refused++
        }
      }
    }
    expect(refused).toBeGreaterThan(700)
  })

  it.each<[string, string, unknown, RegExp]>([
    [
      'cpu_request',
      'advanced_settings.resource_spec.cpu_request',
      1,
      /cpu_request is not read by Zadig's server: write `cpu_req`/,
    ],
    ['memory_request', 'advanced_settings.resource_spec.memory_request', 1, /write `memory_req`/],
    ['project_name', 'project_name', 'shop', /\/project_name is not read .* write `project_key`/],
    [
      'a typo',
      'enable_qualty_gate',
      true,
      /\/enable_qualty_gate is no field of it.*Did you mean `enable_quality_gate`\?/,
    ],
    [
      'seconds as a text',
      'advanced_settings.timeout',
      '30',
      /\/timeout must be a whole number: the time limit in minutes/,
    ],
    ['a timeout of nothing', 'advanced_settings.timeout', 0, /\/timeout must be 1 or more: the time limit in minutes/],
    ['a script for SonarQube', 'script', 'make', /\/script must be empty or absent: .* write `prelaunch_script`/],
    ['a pull request as a text', 'repo_info.0.prs', ['7'], /\/repo_info\/0\/prs\/0 must be a whole number/],
    ['no repository', 'repo_info', [], /\/repo_info must not be empty/],
    ['nothing for a repository', 'repo_info', [null], /\/repo_info\/0 must be a mapping/],
    ['webhooks that are none', 'advanced_settings.webhooks', { enabled: true }, /\/webhooks\/hook_list is missing/],
  ])(
    'is refused before it is sent (surprise 8: names and units of the documentation are wrong): %s',
    async (_what, path, value, sentence) => {
      const { exitCode, said, server } = await create({ definition: changed(full, path, value) })

      expect([exitCode, said, server.requests]).toEqual([2, expect.stringMatching(sentence), []])
      expect(said).toMatch(/^scan\.yml: \//)
    },
  )

  it('of scanner_type other needs a script, and no gate is read', async () => {
    const none = await create({ definition: changed(least, 'script') })
    const gate = await create({ definition: { ...least, enable_quality_gate: true } })

    expect([none.exitCode, none.said]).toEqual([2, expect.stringMatching(/\/script is missing/)])
    expect([gate.exitCode, gate.said]).toEqual([2, expect.stringMatching(/\/enable_quality_gate must be false: only/)])
    expect((await create({ profile: '4.1', definition: least })).exitCode).toBe(0)
  })

  it('of any valid shape passes, and the server reads all of it', async () => {
    const server = closing(await startZadig({ profile: '4.1', scans: [] }))
    const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    const amount = fc.integer({ min: 0, max: 2 ** 31 - 1 })
    const repository = fc.record(
      {
        codehost_name: fc.constant('github'),
        repo_namespace: word,
        repo_name: word,
        branch: word,
        pr: fc.integer({ min: 1, max: 9 }),
        prs: fc.array(fc.integer({ min: 1, max: 9999 })),
        enable_commit: fc.boolean(),
        commit_id: word,
      },
      { requiredKeys: ['codehost_name', 'repo_namespace', 'repo_name', 'branch'] },
    )
    const settings = fc.record(
      {
        cluster_name: fc.constant('local'),
        strategy_name: fc.string(),
        timeout: fc.integer({ min: 1, max: 9999 }),
        resource_spec: fc.record(
          { cpu_limit: amount, memory_limit: amount, cpu_req: amount, memory_req: amount, gpu_limit: fc.string() },
          { requiredKeys: [] },
        ),
        webhooks: fc.constantFrom({ enabled: false }, full.advanced_settings.webhooks),
      },
      { requiredKeys: ['cluster_name'] },
    )
    const common = {
      project_key: word,
      name: fc.stringMatching(/^[A-Za-z一-龥][A-Za-z0-9一-龥-]{0,31}$/u),
      description: fc.string(),
      image_name: word,
      repo_info: fc.array(repository, { minLength: 1, maxLength: 3 }),
      addons: fc.array(fc.record({ name: word, version: word })),
      advanced_settings: settings,
    }
    const requiredKeys = [
      'project_key',
      'name',
      'scanner_type',
      'image_name',
      'repo_info',
      'advanced_settings',
    ] as const
    const sonar = fc.record(
      {
        ...common,
        scanner_type: fc.constant('sonarQube'),
        sonar_system: fc.constant('sonar'),
        sonar_parameter: fc.string(),
        prelaunch_script: fc.string(),
        script: fc.constant(''),
        enable_quality_gate: fc.boolean(),
      },
      { requiredKeys: [...requiredKeys, 'sonar_system'] },
    )
    const other = fc.record(
      { ...common, scanner_type: fc.constant('other'), script: word, enable_quality_gate: fc.constant(false) },
      { requiredKeys: [...requiredKeys, 'script'] },
    )

    await fc.assert(
      fc.asyncProperty(fc.oneof(sonar, other), async (definition) => {
        server.scans.splice(0)
        const access = { url: server.url, token: server.token, project: 'p', scan: 's' }

        expect([breachesOf(definitionSchema, definition), isRight(definition)]).toEqual([[], true])
        expect([await createScan(access, definition), await createScan(access, definition)]).toEqual([
          'created',
          'exists',
        ])
        expect(server.scans[0]).toMatchObject({
          name: definition.name,
          repos: definition.repo_info.map(({ repo_name: name }) => ({ name })),
        })
      }),
      { numRuns: 60 },
    )
  })

  it('with a wrong type anywhere never reaches the server', async () => {
    const wrong = fc.constantFrom<unknown>(null, 1.5, true, 'x', [], {}, ['x'], [[]])
    const places = placesOf(full)

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), wrong, async (path, value) => {
        const definition = changed(full, path, value)
        fc.pre(!isRight(definition))

        const { exitCode, said, server } = await create({ file: 'scan.json', definition: JSON.stringify(definition) })

        expect([exitCode, server.requests]).toEqual([2, []])
        expect(said).toMatch(/^scan\.json: \/\S+ (?:must|is) /)
        await closeAll()
      }),
      { numRuns: 60 },
    )
  })

  it('tells every mistake, but no more than ten', async () => {
    const typos = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`zz${index}`, 1]))

    const { said } = await create({ definition: { ...least, ...typos } })

    expect(said.split('\n')).toHaveLength(11)
    expect(said).toMatch(/scan\.yml: and 2 more of that kind\.$/)
  })

  it('may leave project and name to the options, and must not contradict them', async () => {
    const { project_key, name, ...bare } = { ...rest, repo_info, advanced_settings }
    const words = ['create', 'FILE', '--zadig-project', 'shop', '--zadig-scan', 'other-name']

    const given = await zadig(words, { profile: '4.1', definition: bare })
    const against = await zadig(words, { profile: '4.1', definition: full })
    const gone = await zadig(['create', 'nowhere.yml'], {})

    expect([given.exitCode, given.server.scans[1]]).toEqual([
      0,
      expect.objectContaining({ project: project_key, name: 'other-name' }),
    ])
    expect([against.exitCode, against.said, against.server.requests]).toEqual([
      2,
      expect.stringMatching(/\/name is `fresh`, but `zadig-scan` is `other-name`/),
      [],
    ])
    expect([gone.exitCode, gone.said]).toEqual([2, expect.stringMatching(/nowhere\.yml: There is no such file/)])
    expect(name).toBe('fresh')
  })
})

describe('Execute', () => {
  const defined = ['--zadig-definition', 'FILE', '--zadig-branch', 'main']

  it.each(all)('on %s a scan that exists runs with its definition, and nothing is created', async (profile) => {
    const users = [{ token: 'may-only-run', projects: { shop: { run: true } } }]
    const definition = changed(full, 'name', 'shop-codescan')

    const { exitCode, out, posts } = await run({ profile, definition, users, token: 'may-only-run' }, defined)

    expect([exitCode, posts.length]).toEqual([0, 1])
    expect(out).toMatch(/^Task 1 of scan shop-codescan in project shop: passed\n/)
  })

  it.each(creating)('on %s a scan that does not exist is created and runs once', async (profile) => {
    const { exitCode, said, posts, server } = await run({ profile, definition: full }, defined)

    expect([exitCode, server.tasks.length]).toEqual([0, 1])
    expect(posts.map(({ path, status }) => [path.split('?')[0], status])).toEqual([
      ['/openapi/quality/codescan/fresh/task', 500],
      ['/openapi/quality/codescan', 200],
      ['/openapi/quality/codescan/fresh/task', 200],
    ])
    expect(said).toMatch(/Zadig has no scan fresh in project shop; it is created from `zadig-definition`/)
  })

  it.each(broken)('on %s a scan that does not exist is not evaluated', async (profile) => {
    const { exitCode, said, server } = await run({ profile, definition: full }, defined)

    expect([exitCode, server.tasks]).toEqual([3, []])
    expect(said).toMatch(/cannot create a scan by API\. Create it in Zadig's console/)
  })

  it('runs a scan that somebody else has created meanwhile', async () => {
    const faults: Fault[] = [
      {
        path: /\/task\?/,
        status: 500,
        body: { message: 'Internal Error: ', code: 500, description: 'mongo: no documents in result' },
      },
    ]

    const { exitCode, posts } = await run(
      { profile: '4.1', faults, definition: changed(full, 'name', 'shop-codescan') },
      defined,
    )

    expect([exitCode, posts.map(({ status }) => status)]).toEqual([0, [500, 400, 200]])
  })

  it('refuses a definition of another repository before anything is sent', async () => {
    const { exitCode, said, server } = await run({ definition: full }, [...defined, '--zadig-repo', 'octo/lib'])

    expect([exitCode, said, server.requests]).toEqual([
      2,
      expect.stringMatching(/\/repo_info\/0 is octo\/shop, but the scan is for octo\/lib/),
      [],
    ])
  })

  it('§5.2 rows 11 and 14: what is sent is whole, a list of one repository with numbers in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 99999 }), { maxLength: 4 }), async (prs) => {
        const { posts } = await run({}, [...names, ...target, ...(prs.length > 0 ? ['--zadig-prs', prs.join()] : [])])

        expect(posts.map(({ body }) => body)).toEqual([
          {
            scan_repos: [
              {
                source: 'github',
                repo_owner: 'octo',
                repo_name: 'shop',
                branch: 'main',
                ...(prs.length > 0 && { prs }),
              },
            ],
          },
        ])
        await closeAll()
      }),
      { numRuns: 10 },
    )
  })

  it.each(all)('§5.2 row 11: on %s a bare 400 may hide a scan, and is not repeated', async (profile) => {
    const faults: Fault[] = [{ method: 'POST', path: /task\?/, status: 400, body: '', applies: true }]

    const { exitCode, said, server, posts } = await run(
      { profile, faults, definition: changed(full, 'name', 'shop-codescan') },
      defined,
    )

    expect([exitCode, posts.length, server.tasks.length]).toEqual([3, 1, 1])
    expect(said).toMatch(
      /Zadig answered 400\. The scan may have started all the same; codescan-gate does not send it twice/,
    )
  })

  it('§5.2 row 14: after a panic it may have started, and is not repeated', async () => {
    const faults: Fault[] = [{ method: 'POST', path: /task\?/, status: 500, body: '' }]

    const { exitCode, said, posts } = await run({ faults, definition: full }, defined)

    expect([exitCode, posts.length]).toEqual([3, 1])
    expect(said).toMatch(/Zadig answered 500\. It gives no reason\. The scan may have started/)
  })

  it.each([
    ['§5.2 row 12: without a project', ['--zadig-scan', 's', ...target], /needs `zadig-project`/],
    ['§5.2 row 13: without a branch', [...names, '--zadig-repo', 'octo/shop'], /needs `zadig-branch`/],
    [
      '§5.2 row 13: with an empty branch',
      [...names, '--zadig-repo', 'octo/shop', '--zadig-branch', ''],
      /needs `zadig-branch`/,
    ],
  ])('%s nothing is sent', async (_what, words, sentence) => {
    const { exitCode, said, server } = await run({}, words)

    expect([exitCode, said, server.requests]).toEqual([2, expect.stringMatching(sentence), []])
  })

  it.each(all)('§5.2 row 15: on %s an unknown scan or project is named', async (profile) => {
    const scan = await run({ profile }, ['--zadig-project', 'shop', '--zadig-scan', 'lost', ...target])
    const project = await run({ profile }, ['--zadig-project', 'lost', '--zadig-scan', 'shop-codescan', ...target])

    expect([scan.exitCode, scan.posts.length, project.exitCode, project.posts.length]).toEqual([3, 1, 3, 1])
    expect(scan.said).toMatch(/It knows no scan `lost` in project `shop`\. Check `zadig-project` and `zadig-scan`/)
    expect(project.said).toMatch(/It knows no scan `shop-codescan` in project `lost`/)
  })

  it.each(all)('§5.2 row 16: on %s who may not run is told so, and creates nothing', async (profile) => {
    const users = [{ token: 'developer', projects: { shop: { create: true } } }]

    for (const words of [names, ['--zadig-project', 'lost', '--zadig-scan', 'x']]) {
      const { exitCode, said, posts } = await run({ profile, users, token: 'developer' }, [...words, ...target])

      expect([exitCode, posts.length]).toEqual([3, 1])
      expect(said).toMatch(/answered 403\. The user of `zadig-token` may not run scans .* or there is no such project/)
    }
  })

  describe.each(all)('§5.2 row 17: on %s never passes what did not scan our code', (profile) => {
    const scans = [{ ...shopScan, repos: [shopRepo, { ...libRepo, branch: 'stable' }] }]

    it.each([
      ['an unmatched repository', ['--zadig-repo', 'octo/Shop', '--zadig-branch', 'main']],
      ['the second repository', ['--zadig-repo', 'octo/lib', '--zadig-branch', 'main']],
      ['another owner', ['--zadig-repo', 'cto/shop', '--zadig-branch', 'main']],
      ['an unknown source', ['--zadig-repo', 'octo/shop', '--zadig-branch', 'topic', '--zadig-source', 'codehub']],
      [
        'an unknown source, with a pull request',
        ['--zadig-repo', 'octo/shop', '--zadig-branch', 'main', '--zadig-source', 'codehub', '--zadig-prs', '7'],
      ],
      [
        'the second repository, with a pull request',
        ['--zadig-repo', 'octo/lib', '--zadig-branch', 'stable', '--zadig-prs', '7'],
      ],
    ])('%s', async (_what, words) => {
      const { exitCode, out, server } = await run({ profile, scans }, [...names, ...words])

      expect([exitCode, server.tasks.length]).toEqual([3, 1])
      expect(out).toMatch(
        /Not evaluated\. Zadig scanned .*, not .*, so its result says nothing about this code|Not evaluated\. Zadig scanned .* of `github`, not of `codehub`, so/,
      )
    })
  })

  it.each(all)(
    '§5.2 rows 18, 19 and 20: on %s a lost code host, SonarQube or project is told in its words',
    async (profile) => {
      const host = await run({ profile, codehosts: [] })
      const sonar = await run({ profile, sonarSystems: [] })
      const project = await run({ profile, projects: [], definition: changed(full, 'name', 'shop-codescan') }, defined)

      expect([host, sonar, project].map(({ exitCode, posts }) => [exitCode, posts.length])).toEqual([
        [3, 1],
        [3, 1],
        [3, 1],
      ])
      expect(host.said).toMatch(/answered 500\. It says: .*failed to find the code host github.* may have started/)
      expect(sonar.said).toMatch(/answered 400\. It says: .*failed to get sonar integration information/)
      expect(project.said).toMatch(/answered 500\. .*project `shop`/)
    },
  )
})

describe('zadig run', () => {
  it.each([
    ['passed', 0, 'passed'],
    ['failed', 1, 'failed'],
    ['timeout', 3, 'unknown'],
    ['cancelled', 3, 'unknown'],
  ])('%s ends with %d', async (ending, exitCode, result) => {
    const scans = [{ ...shopScan, ending }]

    const text = await run({ scans })
    const json = await run({ scans }, [...names, ...target, '--json'])

    expect([text.exitCode, json.exitCode]).toEqual([exitCode, exitCode])
    expect(text.out).toMatch(new RegExp(`^Task 1 of scan shop-codescan in project shop: ${ending}\n`))
    expect(JSON.parse(json.out)).toMatchObject({
      project: 'shop',
      scan: 'shop-codescan',
      taskId: 1,
      status: ending,
      result,
    })
  })

  it.each(['invalid test task!', 'invalid task'])(
    '§5.2 row 25: a task that Zadig stored badly (%s) is asked after again, and is no pass',
    async (description) => {
      const body = { code: 500, message: 'Internal Error', description }
      const faults = [{ method: 'GET', path: /\/task\/1/, times: 99, status: 500, body }]

      const { exitCode, out, posts } = await run({ faults })

      expect([exitCode, posts.length]).toEqual([3, 1])
      expect(out).toMatch(/Task 1 was started, but what became of it is not known\. Zadig answered 500/)
    },
  )

  it('needs a server and a token, and starts nothing when the time is up', async () => {
    const late = await run({ scans: [{ ...shopScan, statuses: ['running'] }] }, [
      ...names,
      ...target,
      '--zadig-timeout',
      '9s',
    ])
    const tokenless = await run({ environment: { ZADIG_TOKEN: '' } })

    expect([late.exitCode, late.out]).toEqual([3, expect.stringMatching(/still `running`/)])
    expect([tokenless.exitCode, tokenless.said, tokenless.server.requests]).toEqual([
      2,
      expect.stringMatching(/needs `zadig-token`/),
      [],
    ])
  })
})

describe('zadig status', () => {
  const order = { scan_repos: [{ source: 'github', repo_owner: 'octo', repo_name: 'shop', branch: 'main' }] }
  /** A task that somebody else has started is asked after. */
  async function status(words: string[], options: Case = {}, started: object = order) {
    const host = closing(await testHost())
    const server = closing(await startZadig({ stepMs: 2000, now: host.now, scans: [shopScan], ...options }))
    const headers = { authorization: `Bearer ${server.token}` }
    await fetch(`${server.url}/openapi/quality/codescan/shop-codescan/task?projectKey=shop`, {
      method: 'POST',
      headers,
      body: JSON.stringify(started),
    })
    server.requests.splice(0)
    return { ...(await command(server, ['status', ...words, ...names], host)), server }
  }

  it.each(all)('on %s says once how a task stands, and waits when told to', async (profile) => {
    const once = await status(['1'], { profile })
    const waited = await status(['1', '--wait', '--json'], { profile })

    expect([once.exitCode, once.server.requests.length]).toEqual([3, 1])
    expect(once.out).toMatch(/: waiting\nNot evaluated\. The task has not ended: it is `waiting`/)
    expect([waited.exitCode, JSON.parse(waited.out)]).toEqual([
      0,
      expect.objectContaining({ taskId: 1, status: 'passed', result: 'passed' }),
    ])
  })

  it.each(['4.2', '4.3', '5.0'] as const)(
    'on %s a pass of nothing, or of something else, is no pass',
    async (profile) => {
      const nothing = await status(['1', '--wait'], { profile }, { scan_repos: [] })
      const other = await status(['1', '--wait', '--zadig-branch', 'topic'], { profile })
      const failed = await status(['1', '--wait'], { profile, scans: [{ ...shopScan, ending: 'failed' }] })
      const rejected = await status(['1', '--wait'], { profile, scans: [{ ...shopScan, ending: 'reject' }] })

      expect([nothing, other, failed, rejected].map(({ exitCode }) => exitCode)).toEqual([3, 3, 1, 3])
      expect(nothing.out).toMatch(/scanned no repository at all, so its result says nothing/)
      expect(other.out).toMatch(/scanned octo\/shop \(main\), not topic,/)
    },
  )

  it('§5.2 rows 21 and 22: a number that is none is not sent', async () => {
    for (const number of ['x', '0', '1.5', '']) {
      const { exitCode, said, server } = await status([number])

      expect([exitCode, said, server.requests]).toEqual([2, expect.stringMatching(/is no number of a task/), []])
    }
  })

  it.each(all)('§5.2 rows 23 and 24: on %s an unknown task cannot be told from an unknown scan', async (profile) => {
    const { exitCode, said } = await status(['2'], { profile })

    expect([exitCode, said]).toEqual([
      3,
      expect.stringMatching(/It knows no scan `shop-codescan` in project `shop`, or no such task/),
    ])
  })
})

describe('zadig cancel', () => {
  const id = '64b5f3c2a1d0e9f8b7a69584'

  async function cancel(words: string[], options: Case = {}) {
    const scans = [{ ...shopScan, id, statuses: ['running'] }]
    const { server } = await zadig(['status', '1', ...names], { scans, ...options })
    const headers = { authorization: `Bearer ${server.token}` }
    const task = `${server.url}/openapi/quality/codescan/shop-codescan/task?projectKey=shop`
    await fetch(task, { method: 'POST', headers, body: '{"scan_repos":[]}' })
    server.requests.splice(0)
    return { ...(await command(server, ['cancel', ...words])), server }
  }

  it.each(['3.4', '4.1', '4.2', '4.3', '5.0'] as const)('on %s cancels by the id of the scan', async (profile) => {
    const { exitCode, out, server } = await cancel(['1', '--scan-id', id], { profile })

    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^Task 1 is being cancelled/)])
    expect(server.requests).toMatchObject([
      {
        method: 'DELETE',
        path: `/openapi/workflows/custom/task?workflowKey=zadig-scanning-${id}&taskId=1`,
        status: 200,
      },
    ])
    expect(server.requests[0]?.headers['authorization']).toBe(`Bearer ${server.token}`)
  })

  it('finds the id in the list of scans, and says so as JSON', async () => {
    const { exitCode, out, server } = await cancel(['1', '--json', ...names])

    expect([exitCode, JSON.parse(out)]).toEqual([0, { taskId: 1, scanId: id, result: 'cancelled' }])
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'DELETE'])
  })

  it('explains what does not work, and sends nothing without knowing what', async () => {
    const refusing: Fault[] = [
      { method: 'DELETE', path: /./, status: 400, body: { code: 6163, message: '取消失败', description: 'no' } },
    ]
    const refused = await cancel(['1', '--zadig-scan-id', id], { faults: refusing })
    const foreign = await cancel(['1', '--scan-id', id, '--zadig-scan', 'another'])
    const nobody = await cancel(['1'])
    const wrong = await cancel(['1', '--scan-id', '../x'])
    const number = await cancel(['x', '--scan-id', id])

    expect([refused.exitCode, refused.said]).toEqual([
      3,
      expect.stringMatching(/answered 400\. It says: 取消失败 no\./),
    ])
    expect([nobody.exitCode, nobody.said]).toEqual([
      2,
      expect.stringMatching(/needs `--zadig-project` and `--zadig-scan`/),
    ])
    expect([foreign.exitCode, foreign.said]).toEqual([
      2,
      expect.stringMatching(/belongs to scan `shop-codescan`, not to `another`/),
    ])
    expect(foreign.server.requests.map(({ method }) => method)).toEqual(['GET'])
    expect([wrong.exitCode, wrong.said]).toEqual([2, expect.stringMatching(/`zadig-scan-id`: .*24 hexadecimal digits/)])
    expect(number.exitCode).toBe(2)
    expect([nobody, wrong, number].flatMap(({ server }) => server.requests)).toEqual([])
  })
})

describe('A token', () => {
  it.each([
    ['http://zadig.example.com', true],
    ['http://10.0.0.1:8080/zadig', true],
    ['http://localhost.example.com', true],
    ['http://127.example.com', true],
    ['https://zadig.example.com', false],
    ['http://localhost:3000', false],
    ['http://127.0.0.1:3000', false],
    ['http://127.1.2.3', false],
    ['http://[::1]:3000', false],
  ])('on the way to %s can be read by others: %s', (address, isWarned) => {
    expect(plainTextWarnings({ 'zadig-url': address })).toEqual(
      isWarned
        ? [expect.stringMatching(/^`zadig-url` is http.*everybody on the way can read the token\. Use https\.$/)]
        : [],
    )
  })

  it('is warned about by the commands and by the line, for Zadig and for GitHub', async () => {
    const url = 'http://nowhere.invalid'
    const warned = async (words: string[]) => (await zadigAt(url, words)).said

    expect(await warned(['run', ...names, ...target])).toMatch(
      /`zadig-url` is http:\/\/nowhere\.invalid: over plain http/,
    )
    expect(await warned(['status', '1', ...names])).toMatch(/over plain http/)
    const host = closing(await testHost())
    accessOf({ githubApiUrl: url, repository: 'octo/shop' }, { GITHUB_TOKEN: 'github-token' }, host)
    expect(host.said).toEqual([
      expect.stringMatching(/^`github-api-url` is http:\/\/nowhere\.invalid: over plain http/),
    ])
  })

  it('is not sent after a redirect, nor in an address', async () => {
    const other = closing(await listen(() => ({ status: 200, body: { message: 'success' } })))
    const faults: Fault[] = [{ path: /./, status: 307, headers: { location: `${other.url}/` }, body: '' }]

    const { exitCode, said, server } = await create({ profile: '4.1', faults })

    expect([exitCode, said, other.requests]).toEqual([3, expect.stringMatching(/answered 307.*Check `zadig-url`/), []])
    expect(server.requests.map(({ path, headers }) => [path, headers['authorization']])).toEqual([
      ['/openapi/quality/codescan', `Bearer ${users[0]!.token}`],
    ])
  })

  it('is not spent on a definition that a pull request may have written', () => {
    const build = { sha: 'a'.repeat(40), event: 'pull_request_target' }

    expect(() => checkCheckout(build, 'b'.repeat(40), { 'zadig-definition': 'scan.yml' })).toThrow(
      /`pull_request_target` run/,
    )
    expect(() => checkCheckout(build, build.sha, { 'zadig-definition': 'scan.yml' })).not.toThrow()
    expect(() => checkCheckout(build, 'b'.repeat(40), { 'zadig-definition': 'scan.yml', zadig: 'off' })).not.toThrow()
  })

  async function zadigAt(url: string, words: string[]) {
    const host = closing(await testHost())
    const program = new Command('codescan-gate').exitOverride().configureOutput({ writeErr() {}, writeOut() {} })
    addZadig(program, { ZADIG_TOKEN: 'zadig-token' }, host, () => {})
    await program.parseAsync(['zadig', ...words, '--zadig-url', url], { from: 'user' })
    return { said: host.said.join('\n') }
  }
})
