import { afterEach, describe, expect, it } from '@jest/globals'
import { scanIdOf } from '../sandbox/zadig/scan.ts'
import type { ZadigOptions, ZadigProfile, ZadigRepo, ZadigSandbox, ZadigScan } from '../sandbox/zadig/server.ts'
import { startZadig } from '../sandbox/zadig/server.ts'
import { codeHostToken } from '../sandbox/zadig/workflow.ts'

const create = '/openapi/quality/codescan'
const execute = '/openapi/quality/codescan/shop-codescan/task?projectKey=shop'
const noDocuments = { message: 'Internal Error: ', code: 500, description: 'mongo: no documents in result' }
const bare = (status: number) => ({ status, type: null, body: '' })
const badRequest = (description: string) => ({
  status: 400,
  type: 'application/json; charset=utf-8',
  body: { type: 'error', message: 'Bad Request', code: 400, description, extra: {} },
})

const repo: ZadigRepo = { owner: 'octo', name: 'shop', branch: 'main', source: 'github' }
const second: ZadigRepo = { owner: 'octo', name: 'lib', branch: 'stable', source: 'github' }
const order = { repo_owner: 'octo', repo_name: 'shop', source: 'github', branch: 'topic', prs: [7] }
const scan = (more: Partial<ZadigScan> = {}): ZadigScan => ({
  project: 'shop',
  name: 'shop-codescan',
  repos: [repo],
  ...more,
})
const definition = {
  project_key: 'shop',
  name: 'fresh',
  scanner_type: 'sonarQube',
  image_name: 'sonar',
  sonar_system: 'sonar',
  repo_info: [{ codehost_name: 'github', repo_namespace: 'octo', repo_name: 'shop', branch: 'main' }],
  sonar_parameter: 'sonar.projectKey=shop-key\nsonar.sources=.',
  script: 'ignored',
  prelaunch_script: 'make',
  advanced_settings: { cluster_name: 'local', timeout: 30 },
}

const sandboxes: ZadigSandbox[] = []
const clock = { ms: 0 }

afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close()
})

/** A server whose clock only moves when a test moves it: each status lasts 1000 ms. */
async function zadig(options: ZadigOptions = {}): Promise<ZadigSandbox> {
  clock.ms = 1_700_000_000_000
  const sandbox = await startZadig({ stepMs: 1000, now: () => clock.ms, ...options })
  sandboxes.push(sandbox)
  return sandbox
}

function post(sandbox: ZadigSandbox, path: string, body?: unknown, authorization?: string) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return call(sandbox, path, { method: 'POST', ...(body === undefined ? {} : { body: text }) }, authorization)
}

function get(sandbox: ZadigSandbox, path: string, authorization?: string) {
  return call(sandbox, path, {}, authorization)
}

async function call({ url, token }: ZadigSandbox, path: string, init: RequestInit, authorization = `Bearer ${token}`) {
  const response = await fetch(url + path, { ...init, headers: { authorization }, redirect: 'manual' })
  const text = await response.text()
  const type = response.headers.get('content-type')
  return { status: response.status, type, body: type?.includes('json') ? JSON.parse(text) : text }
}

function start(sandbox: ZadigSandbox, ...orders: object[]) {
  return post(sandbox, execute, { scan_repos: orders })
}

async function detail(sandbox: ZadigSandbox, id = 1) {
  const { body } = await get(sandbox, `/openapi/quality/codescan/shop-codescan/task/${id}?projectKey=shop`)
  return body
}

describe('the gateway', () => {
  it.each([
    ['no header', ''],
    ['an unknown token', 'Bearer nobody'],
    ['a bare token', 'zadig-token'],
    ['two blanks', 'Bearer  zadig-token'],
    ['a third word', 'Bearer zadig-token now'],
  ])('turns %s away with 401 and no body', async (_what, authorization) => {
    const sandbox = await zadig()

    const answer = await post(sandbox, execute, { scan_repos: [order] }, authorization)

    expect(answer).toEqual(bare(401))
    expect(sandbox.tasks).toEqual([])
  })

  it('does not look at the word before the token', async () => {
    const sandbox = await zadig()

    expect(await post(sandbox, execute, { scan_repos: [order] }, 'Anything zadig-token')).toMatchObject({
      status: 200,
    })
  })

  it('lets `?token=` win over the header, but not over a malformed one', async () => {
    const sandbox = await zadig()
    const withToken = `${execute}&token=zadig-token`

    expect(await post(sandbox, withToken, { scan_repos: [] }, 'Bearer nobody')).toMatchObject({ status: 200 })
    expect(await post(sandbox, `${execute}&token=nobody`, { scan_repos: [] })).toEqual(bare(401))
    expect(await post(sandbox, withToken, { scan_repos: [] }, 'zadig-token')).toEqual(bare(401))
  })

  it('knows the switch for tokens and two-factor rules since 4.3', async () => {
    const users = [
      { token: 'off', tokenEnabled: false, projects: { shop: { run: true } } },
      { token: 'mfa', admin: true, mfa: true },
      { token: 'enroll', admin: true, mfa: 'mfa_enrollment_required' as const },
    ]
    const [old, recent] = [await zadig({ profile: '4.2', users }), await zadig({ profile: '4.3', users })]
    const answers = async (sandbox: ZadigSandbox) =>
      Promise.all(users.map(({ token }) => post(sandbox, execute, { scan_repos: [] }, `Bearer ${token}`)))

    const before = await answers(old)
    const since = await answers(recent)

    expect(before.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(since[0]).toEqual(bare(401))
    expect(since[1]).toEqual({ status: 403, type: 'application/json', body: { reason: 'mfa_verification_required' } })
    expect(since[2]?.body).toEqual({ reason: 'mfa_enrollment_required' })
  })
})

describe('paths', () => {
  it('answers unknown paths and wrong verbs in plain text', async () => {
    const sandbox = await zadig()

    expect(await get(sandbox, '/openapi/quality/nothing')).toEqual({
      status: 404,
      type: 'text/plain; charset=utf-8',
      body: 'Invalid path: /openapi/quality/nothing',
    })
    expect(await get(sandbox, create)).toEqual({
      status: 405,
      type: 'text/plain; charset=utf-8',
      body: 'Method not allowed: GET /openapi/quality/codescan',
    })
    expect(await get(sandbox, `${create}/`)).toMatchObject({ status: 404 })
  })

  it('redirects away from a slash at the end', async () => {
    const sandbox = await zadig()
    const path = '/openapi/quality/codescan/shop-codescan/task'
    const headers = { authorization: 'Bearer zadig-token' }
    const get = await fetch(`${sandbox.url}${path}/1/?projectKey=shop`, { headers, redirect: 'manual' })
    const post = await fetch(`${sandbox.url}${path}/?projectKey=shop`, {
      method: 'POST',
      headers,
      redirect: 'manual',
      body: '{}',
    })

    expect([get.status, get.headers.get('location')]).toEqual([301, `${path}/1?projectKey=shop`])
    expect([post.status, post.headers.get('location')]).toEqual([307, `${path}?projectKey=shop`])
  })

  it('routes on the decoded path, so a name with a slash is never found', async () => {
    const sandbox = await zadig({ scans: [scan({ name: '代码扫描' }), scan({ name: 'a/b' })] })
    const run = (name: string) => post(sandbox, `${create}/${encodeURIComponent(name)}/task?projectKey=shop`, {})

    expect(await run('代码扫描')).toMatchObject({ status: 200, body: { task_id: 1 } })
    expect(await run('a/b')).toMatchObject({ status: 404 })
    expect(await post(sandbox, `${create}/%zz/task`, {})).toMatchObject({ status: 400 })
  })
})

describe('creating a scan', () => {
  const old = { profile: '4.1' as ZadigProfile }

  it('stores it and gives no id back', async () => {
    const sandbox = await zadig(old)

    expect(await post(sandbox, create, definition)).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      body: { message: 'success' },
    })
    expect(sandbox.scans[1]).toMatchObject({
      project: 'shop',
      name: 'fresh',
      repos: [{ ...repo, codehost: 'github' }],
      sonarProjectKey: 'shop-key',
      definition: { script: 'make' },
    })
    expect(await post(sandbox, `${create}/fresh/task?projectKey=shop`, {})).toMatchObject({
      body: { task_id: 1 },
    })
  })

  it.each([
    [{ name: '', project_key: '' }, 'scanning name cannot be empty'],
    [{ project_key: undefined, image_name: '' }, 'project key cannot be empty'],
    [{ image_name: '', scanner_type: 'x' }, 'image name cannot be empty'],
    [{ scanner_type: 'sonarqube' }, 'scanner_type can only be sonarQube or other'],
  ])('refuses %j', async (change, description) => {
    const sandbox = await zadig(old)

    expect(await post(sandbox, create, { ...definition, ...change })).toEqual(badRequest(description))
  })

  it('answers an unreadable body with a bare 400 and stores nothing', async () => {
    const sandbox = await zadig(old)

    expect(await post(sandbox, create, '{"name":')).toEqual(bare(400))
    expect(await post(sandbox, create)).toEqual(bare(400))
    expect(sandbox.scans).toHaveLength(1)
  })

  it('answers a wrong type with a bare 400 and stores the scan all the same', async () => {
    const sandbox = await zadig(old)
    const settings = { cluster_name: 'local', timeout: '30' }

    expect(await post(sandbox, create, { ...definition, advanced_settings: settings })).toEqual(bare(400))
    expect(sandbox.scans).toHaveLength(2)
  })

  it('answers a name that is taken with 6535', async () => {
    const sandbox = await zadig(old)

    const { status, body } = await post(sandbox, create, { ...definition, name: 'shop-codescan' })

    expect(status).toBe(400)
    expect(body).toMatchObject({ type: 'error', code: 6535, message: '新建扫描模块失败' })
    expect(body.description).toMatch(/E11000 duplicate key error .*project_name_1_name_1/)
  })

  it.each([
    [
      { advanced_settings: { cluster_name: 'moon' } },
      'failed to find cluster of name: moon, the error is: mongo: no documents in result',
    ],
    [{ sonar_system: 'other' }, "didn't find the sonar integration of given name"],
    [
      { repo_info: [{ codehost_name: 'gone', repo_name: 'shop' }] },
      'failed to convert user repository input info into system repository, codehostName: [gone], repoName[shop], err: mongo: no documents in result',
    ],
  ])('answers %j with an untyped 500', async (change, description) => {
    const sandbox = await zadig(old)

    const answer = await post(sandbox, create, { ...definition, ...change })

    expect(answer).toMatchObject({ status: 500, body: { message: 'Internal Error: ', code: 500, description } })
    expect(answer.body).not.toHaveProperty('type')
  })

  it.each([[{ advanced_settings: undefined }], [{ repo_info: [null] }]])('panics over %j', async (change) => {
    const sandbox = await zadig(old)

    expect(await post(sandbox, create, { ...definition, ...change })).toEqual(bare(500))
  })

  it('takes an unknown image, and breaks each run of it later', async () => {
    const sandbox = await zadig(old)
    await post(sandbox, create, { ...definition, image_name: 'unknown' })

    const { status, body } = await post(sandbox, `${create}/fresh/task?projectKey=shop`, {})

    expect(status).toBe(400)
    expect(body).toEqual({
      type: 'error',
      message: '创建工作流任务失败',
      code: 6160,
      description: 'find basic image: 000000000000000000000000 error: mongo: no documents in result',
      extra: {},
    })
  })

  it('does not ask whether the project exists, as long as an admin asks', async () => {
    const sandbox = await zadig(old)

    expect(await post(sandbox, create, { ...definition, project_key: 'orphan' })).toMatchObject({ status: 200 })
    expect(await post(sandbox, `${create}/fresh/task?projectKey=orphan`, {})).toMatchObject({
      status: 500,
      body: { description: expect.stringContaining('failed to find project orphan') },
    })
  })

  it.each([
    ['create', 200],
    ['admin', 200],
    ['run', 403],
  ])('wants the right to create: %s gives %d', async (right, status) => {
    const sandbox = await zadig({ ...old, users: [{ token: 'dev', projects: { shop: { [right]: true } } }] })

    expect(await post(sandbox, create, definition)).toMatchObject({ status })
    expect(await post(sandbox, create, { ...definition, project_key: 'elsewhere' })).toEqual(bare(403))
  })

  it.each<[ZadigProfile, number, number]>([
    ['1.18', 200, 200],
    ['2.0', 200, 200],
    ['3.4', 200, 200],
    ['4.1', 200, 200],
    ['4.2', 500, 500],
    ['4.3', 500, 6535],
    ['5.0', 500, 6535],
  ])('on %s answers a good call with %d and a bad name with %d', async (profile, good, bad) => {
    const sandbox = await zadig({ profile })

    const [fine, odd] = [definition, { ...definition, name: 'Bad_Name' }].map((body) => post(sandbox, create, body))

    expect(await fine).toMatchObject({ status: good, ...(good === 500 ? { body: '' } : {}) })
    const { status, body } = await odd!
    expect(body.code ?? status).toBe(bad)
    expect(sandbox.scans).toHaveLength(good === 200 ? 3 : 1)
  })
})

describe('executing a scan', () => {
  it('counts tasks per scan and starts a new one each time', async () => {
    const sandbox = await zadig({ scans: [scan(), scan({ name: 'other' })] })

    const ids = [await start(sandbox, order), await start(sandbox, order)].map(({ body }) => body)
    const { body } = await post(sandbox, `${create}/other/task?projectKey=shop`, {})

    expect(ids).toEqual([{ task_id: 1 }, { task_id: 2 }])
    expect(body).toEqual({ task_id: 1 })
    expect(sandbox.tasks[0]).toMatchObject({
      id: 1,
      project: 'shop',
      scan: 'shop-codescan',
      prs: [7],
      status: 'waiting',
    })
  })

  it('starts anew with 1 for a scan of the same name', async () => {
    const sandbox = await zadig()
    await start(sandbox, order)

    sandbox.scans.splice(0, 1, scan())

    expect(await start(sandbox, order)).toMatchObject({ body: { task_id: 1 } })
  })

  it.each([
    ['an empty body', '', []],
    ['half a body', '{"scan_repos":[', []],
    ['text', 'scan_repos=1', []],
    ['a wrong type', { scan_repos: [{ ...order, prs: ['7'] }] }, [{ ...repo, branch: 'topic', prs: [0] }]],
    [
      'a wrong type in a field that is not used',
      { scan_repos: [{ ...order, codehost_id: '1' }] },
      [{ ...repo, branch: 'topic', prs: [7] }],
    ],
    ['a list', [order], []],
  ])('answers %s with a bare 400 and starts a task', async (_what, body, repos) => {
    const sandbox = await zadig()

    expect(await post(sandbox, execute, body)).toEqual(bare(400))
    expect(sandbox.tasks.map((task) => task.repos)).toEqual([repos])
    expect(await detail(sandbox)).toMatchObject({ task_id: 1, status: 'waiting' })
  })

  it('answers an unreadable body with a bare 400 even where nothing can start', async () => {
    const sandbox = await zadig()

    expect(await post(sandbox, `${create}/nothing/task?projectKey=shop`, '{')).toEqual(bare(400))
    expect(await post(sandbox, execute, { scan_repos: [{ branch: 1 }] })).toEqual(bare(400))
    expect(sandbox.tasks).toEqual([])
  })

  it('ignores unknown fields, the content type and what follows the first value', async () => {
    const sandbox = await zadig()

    const answer = await post(
      sandbox,
      execute,
      `${JSON.stringify({ scan_repos: [order], 'more}': '{' })} trailing "rubbish`,
    )

    expect(answer).toMatchObject({ status: 200, body: { task_id: 1 } })
    expect(sandbox.tasks[0]?.prs).toEqual([7])
  })

  it('asks for the project key, for branches and for no nulls', async () => {
    const sandbox = await zadig()
    const path = execute.split('?')[0]!

    expect(await post(sandbox, path, {})).toEqual(badRequest('project key cannot be empty'))
    expect(await start(sandbox, order, { ...order, branch: '' })).toEqual(badRequest('branch cannot be empty'))
    expect(await post(sandbox, execute, { scan_repos: [null] })).toEqual(bare(500))
    expect(sandbox.tasks).toEqual([])
  })

  it('has no 404: an unknown scan or project is "no documents"', async () => {
    const sandbox = await zadig()

    for (const path of [`${create}/nothing/task?projectKey=shop`, execute.replace('=shop', '=nothing')]) {
      expect(await post(sandbox, path, {})).toMatchObject({ status: 500, body: noDocuments })
    }
  })

  it.each([
    ['run', 200],
    ['admin', 200],
    ['create', 403],
  ])('wants the right to run: %s gives %d', async (right, status) => {
    const sandbox = await zadig({ users: [{ token: 'dev', projects: { shop: { [right]: true } } }] })

    expect(await start(sandbox, order)).toMatchObject({ status })
    expect(await post(sandbox, execute.replace('=shop', '=unknown'), {})).toEqual(bare(403))
  })

  it('drops what does not match the first repository without a word', async () => {
    const sandbox = await zadig({ scans: [scan({ repos: [repo, second] })] })
    const others = [
      { ...order, repo_name: 'lib', branch: 'stable' },
      { ...order, repo_name: 'Shop' },
      { ...order, source: 'codehub' },
      { ...order, repo_owner: undefined, repo_namespace: 'octo' },
    ]

    for (const each of others) expect(await start(sandbox, each)).toMatchObject({ status: 200 })

    expect(sandbox.tasks.map(({ repos }) => repos)).toEqual([[], [], [], []])
  })

  const all = { unnamed: ['main', 'stable'], named: ['topic', 'stable'] }
  const onlyNamed = { unnamed: [], named: ['topic'] }

  it.each<{ profile: ZadigProfile; unnamed: string[]; named: string[] }>([
    { profile: '1.18', ...onlyNamed },
    { profile: '2.0', ...onlyNamed },
    { profile: '3.4', ...all },
    { profile: '4.1', ...all },
    { profile: '4.2', ...onlyNamed },
    { profile: '4.3', ...onlyNamed },
    { profile: '5.0', ...onlyNamed },
  ])('on $profile scans $unnamed when nothing is named and $named when one is', async ({ profile, unnamed, named }) => {
    const sandbox = await zadig({ profile, scans: [scan({ repos: [repo, second] })] })
    await start(sandbox)
    await start(sandbox, order)

    const branches = sandbox.tasks.map(({ repos }) => repos.map(({ branch }) => branch))
    const told = [await detail(sandbox, 1), await detail(sandbox, 2)].map(({ repo_info }) => repo_info)

    expect(branches).toEqual([unnamed, named])
    expect(told.map((list) => list.map(({ branch }: { branch: string }) => branch))).toEqual([unnamed, named])
  })

  it('keeps two orders for the first repository since 4.2, the last one before', async () => {
    const [old, recent] = [await zadig({ profile: '4.1' }), await zadig()]
    for (const sandbox of [old, recent]) await start(sandbox, order, { ...order, branch: 'next', prs: null })

    expect(old.tasks[0]?.repos.map(({ branch }) => branch)).toEqual(['next'])
    expect(recent.tasks[0]?.repos.map(({ branch }) => branch)).toEqual(['topic', 'next'])
  })

  it('sets declared variables only, and asks for the required ones', async () => {
    const variables = [
      { key: 'LEVEL', value: 'low' },
      { key: 'KEY', required: true },
    ]
    const sandbox = await zadig({ scans: [scan({ variables })] })
    const kvs = [
      { key: 'KEY', value: '1' },
      { key: 'UNKNOWN', value: 'x' },
    ]

    const refused = await start(sandbox, order)
    await post(sandbox, execute, { scan_repos: [order], scan_kvs: kvs })

    expect(refused).toMatchObject({ status: 500, body: { description: 'scan shop-codescan variable KEY is required' } })
    expect(sandbox.tasks[0]?.kvs).toEqual([
      { key: 'LEVEL', value: 'low' },
      { key: 'KEY', value: '1' },
    ])
  })

  it('takes no variables before 2.2', async () => {
    const sandbox = await zadig({ profile: '2.0', scans: [scan({ variables: [{ key: 'LEVEL', value: 'low' }] })] })

    await post(sandbox, execute, { scan_repos: [order], scan_kvs: [{ key: 'LEVEL', value: 'high' }] })

    expect(sandbox.tasks[0]?.kvs).toEqual([{ key: 'LEVEL', value: 'low' }])
  })

  it('breaks over a lost code host, and uses a number up over a lost SonarQube', async () => {
    const sandbox = await zadig({ scans: [scan({ repos: [{ ...repo, codehost: 'github' }] })] })
    const [host] = sandbox.codehosts.splice(0)
    const hostless = await start(sandbox, order)
    sandbox.codehosts.push(host!)
    const [sonar] = sandbox.sonarSystems.splice(0)
    const sonarless = await start(sandbox, order)
    sandbox.sonarSystems.push(sonar!)

    expect(hostless).toMatchObject({ status: 500, body: { code: 500 } })
    expect(sonarless).toMatchObject({
      status: 400,
      body: { code: 6160, description: expect.stringContaining('failed to get sonar integration') },
    })
    expect(await start(sandbox, order)).toMatchObject({ body: { task_id: 2 } })
  })
})

describe('reading a task', () => {
  it('tells exactly eight things', async () => {
    const sandbox = await zadig()
    await start(sandbox, order)

    expect(await detail(sandbox)).toEqual({
      scan_name: 'shop-codescan',
      creator: 'admin',
      task_id: 1,
      status: 'waiting',
      create_time: 1_700_000_000,
      end_time: 0,
      result_link: 'https://sonar.example.com',
      repo_info: [
        {
          repo_owner: 'octo',
          source: 'github',
          address: 'https://github.com',
          branch: 'topic',
          remote_name: 'origin',
          repo_name: 'shop',
          hidden: false,
          checkout_path: '',
          submodules: false,
        },
      ],
    })
  })

  it.each([
    ['x?projectKey=shop', 'invalid param taskID'],
    ['1.5?projectKey=shop', 'invalid param taskID'],
    ['0?projectKey=shop', 'invalid params'],
    ['1', 'invalid params'],
  ])('refuses %s', async (end, description) => {
    const sandbox = await zadig()

    expect(await get(sandbox, `${create}/shop-codescan/task/${end}`)).toEqual(badRequest(description))
  })

  it('has no 404: unknown project, scan, task and a deleted scan look alike', async () => {
    const sandbox = await zadig()
    await start(sandbox, order)
    const paths = [
      'shop-codescan/task/1?projectKey=nothing',
      'nothing/task/1?projectKey=shop',
      'shop-codescan/task/2?projectKey=shop',
      'shop-codescan/task/-1?projectKey=shop',
    ]

    for (const path of paths)
      expect(await get(sandbox, `${create}/${path}`)).toMatchObject({ status: 500, body: noDocuments })
    sandbox.scans.splice(0)
    expect(await detail(sandbox)).toEqual(noDocuments)
  })

  it('asks for no right at all', async () => {
    const sandbox = await zadig({ users: [{ token: 'admin', admin: true }, { token: 'stranger' }] })
    await start(sandbox, order)

    const path = `${create}/shop-codescan/task/1?projectKey=shop`

    expect(await get(sandbox, path, 'Bearer stranger')).toMatchObject({ status: 200 })
  })
})

describe('the life of a task', () => {
  async function course(sandbox: ZadigSandbox, reads: number) {
    await start(sandbox, order)
    const seen: [string, number][] = []
    for (let read = 0; read < reads; read++) {
      const { status, end_time } = await detail(sandbox)
      seen.push([status, end_time === 0 ? 0 : end_time - 1_700_000_000])
      clock.ms += 1000
    }
    return seen
  }

  it.each<[ZadigProfile]>([['1.18'], ['2.0'], ['3.4'], ['4.1'], ['4.2'], ['4.3']])(
    'on %s it ends all at once',
    async (profile) => {
      const sandbox = await zadig({ profile })

      expect(await course(sandbox, 4)).toEqual([
        ['waiting', 0],
        ['running', 0],
        ['passed', 2],
        ['passed', 2],
      ])
    },
  )

  it('on 5.0 it goes back once, and ends before its `end_time` is set', async () => {
    const sandbox = await zadig({ profile: '5.0', scans: [scan({ ending: 'failed' })] })

    expect(await course(sandbox, 6)).toEqual([
      ['waiting', 0],
      ['running', 0],
      ['prepare', 0],
      ['running', 0],
      ['failed', 0],
      ['failed', 5],
    ])
  })

  it('on 5.0 the first read of the end finds no `end_time`, however late it comes', async () => {
    const sandbox = await zadig()
    await start(sandbox, order)
    clock.ms += 3_600_000

    expect(await detail(sandbox)).toMatchObject({ status: 'passed', end_time: 0 })
    expect(await detail(sandbox)).toMatchObject({ status: 'passed', end_time: 1_700_000_005 })
  })

  it('sends scripted words, in lower case since 2.0', async () => {
    const statuses = ['waiting', 'debug_before', 'EXPLODED', 'notRun']
    const [old, recent] = [
      await zadig({ profile: '1.18', scans: [scan({ statuses })] }),
      await zadig({ scans: [scan({ statuses })] }),
    ]

    expect((await course(old, 5)).map(([status]) => status)).toEqual([...statuses, 'notRun'])
    expect((await course(recent, 4)).map(([status]) => status)).toEqual([
      'waiting',
      'debug_before',
      'exploded',
      'notrun',
    ])
  })

  it('can leave a task running for ever', async () => {
    const sandbox = await zadig({ scans: [scan({ statuses: ['waiting', 'running'] })] })

    expect((await course(sandbox, 5)).at(-1)).toEqual(['running', 0])
  })

  it('moves by the wall clock unless told otherwise', async () => {
    const sandbox = await startZadig({ stepMs: 1 })
    sandboxes.push(sandbox)
    await start(sandbox, order)

    while (sandbox.tasks[0]?.status !== 'passed') await new Promise((resolve) => setTimeout(resolve, 2))

    expect(await detail(sandbox)).toMatchObject({ status: 'passed' })
  })
})

describe('the link to the result', () => {
  const dashboard = 'https://sonar.example.com/dashboard?'

  it.each<[ZadigProfile, string, string]>([
    ['1.18', `${dashboard}id=key`, `${dashboard}id=key`],
    ['2.0', `${dashboard}id=key`, `${dashboard}id=key`],
    ['3.4', 'https://sonar.example.com', `${dashboard}branch=a%2Fb&id=key`],
    ['5.0', 'https://sonar.example.com', `${dashboard}branch=a%2Fb&id=key`],
  ])('on %s is %s first and %s in the end', async (profile, first, last) => {
    const sandbox = await zadig({ profile, scans: [scan({ sonarProjectKey: 'key' })] })
    await start(sandbox, { ...order, branch: 'a/b' })

    const running = await detail(sandbox)
    clock.ms += 10_000

    expect([running.result_link, (await detail(sandbox)).result_link]).toEqual([first, last])
  })

  it('stays bare without a report, has no branch without a repository, and is empty for other scanners', async () => {
    const scans = [scan({ reports: false }), scan({ name: 'empty' }), scan({ name: 'other', scanner: 'other' })]
    const sandbox = await zadig({ scans })
    for (const { name } of scans) await post(sandbox, `${create}/${name}/task?projectKey=shop`, {})
    clock.ms += 10_000

    const links = scans.map(
      async ({ name }) => (await get(sandbox, `${create}/${name}/task/1?projectKey=shop`)).body.result_link,
    )

    expect(await Promise.all(links)).toEqual(['https://sonar.example.com', `${dashboard}id=shop_empty`, ''])
  })

  it.each<[ZadigProfile, object]>([
    ['4.3', noDocuments],
    ['5.0', expect.objectContaining({ result_link: '' }) as object],
  ])('on %s copes with a lost SonarQube in its own way', async (profile, answer) => {
    const sandbox = await zadig({ profile })
    await start(sandbox, order)
    sandbox.sonarSystems.splice(0)

    expect(await detail(sandbox)).toEqual(answer)
  })
})

describe('faults', () => {
  it('come before the gateway, and may be added while the server runs', async () => {
    const html = { status: 502, body: '<html>Bad Gateway</html>', headers: { 'content-type': 'text/html' } }
    const sandbox = await zadig({ faults: [{ path: /codescan/, times: 2, ...html }] })

    const answers = [await start(sandbox, order), await start(sandbox, order), await start(sandbox, order)]
    sandbox.faults.push({ method: 'GET', path: /task\/1/, status: 500, body: '' })

    expect(answers.map(({ status }) => status)).toEqual([502, 502, 200])
    expect(answers[0]?.body).toBe('<html>Bad Gateway</html>')
    expect(await detail(sandbox)).toBe('')
    expect(await detail(sandbox)).toMatchObject({ task_id: 1 })
  })

  it('can lose the answer to a request that took effect', async () => {
    const sandbox = await zadig({ faults: [{ method: 'POST', path: /task/, action: 'reset', applies: true }] })

    await expect(start(sandbox, order)).rejects.toThrow()
    await start(sandbox, order)

    expect(sandbox.tasks.map(({ id }) => id)).toEqual([1, 2])
    expect(sandbox.requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 0],
      ['POST', 200],
    ])
  })
})

describe('tasks as tasks of a workflow', () => {
  const shopId = scanIdOf(scan())
  const record = `/openapi/workflows/custom/task?workflowKey=zadig-scanning-${shopId}&taskId=1`
  const list = '/api/aslan/testing/scanning?projectName=shop'
  const cancel = (sandbox: ZadigSandbox, path = record) => call(sandbox, path, { method: 'DELETE' })

  it('tell the words of both, errors and measures, once the job has ended', async () => {
    const metrics = { QualityGateStatus: 'ERROR', Bugs: '3' }
    const sandbox = await zadig({ profile: '4.3', scans: [scan({ ending: 'failed', error: 'red', metrics })] })
    await start(sandbox, order)

    const before = (await get(sandbox, record)).body
    clock.ms += 9000
    const after = (await get(sandbox, record)).body

    expect(before).toMatchObject({
      status: 'waiting',
      stages: [{ jobs: [{ error: '', spec: { sonar_metrics: null } }] }],
    })
    expect(after).toMatchObject({
      status: 'failed',
      stages: [{ jobs: [{ error: 'red', spec: { sonar_metrics: metrics } }] }],
    })
    expect(after.stages[0].jobs[0].spec.repos[0]).toMatchObject({
      repo_name: 'shop',
      prs: [7],
      oauth_token: codeHostToken,
    })
  })

  it('are not there before 2.2, and no other scan answers for them', async () => {
    const [old, recent] = [await zadig({ profile: '2.0' }), await zadig()]
    await start(old, order)
    await start(recent, order)

    expect(await get(old, record)).toMatchObject({ status: 500, body: noDocuments })
    expect(await cancel(old)).toMatchObject({ status: 400, body: { code: 6163 } })
    expect(await get(recent, record.replace(shopId, 'f'.repeat(24)))).toMatchObject({ status: 500, body: noDocuments })
    expect(await get(recent, record.replace('taskId=1', 'taskId=x'))).toMatchObject({ status: 400 })
  })

  it('are cancelled, on 5.0 with a lag, and not twice', async () => {
    const [old, recent] = [await zadig({ profile: '4.3' }), await zadig({ profile: '5.0' })]
    for (const sandbox of [old, recent]) {
      await start(sandbox, order)
      expect(await cancel(sandbox)).toMatchObject({ status: 200, body: { message: 'success' } })
    }

    expect([(await detail(old)).status, (await detail(recent)).status]).toEqual(['cancelled', 'waiting'])
    clock.ms += 1000
    expect((await detail(recent)).status).toBe('cancelled')
    expect(await cancel(recent)).toMatchObject({ status: 400, body: { code: 6163 } })
  })

  it('are cancelled by a restart, of which the job says nothing since 5.0', async () => {
    const words = []
    for (const profile of ['4.3', '5.0'] as const) {
      const sandbox = await zadig({ profile, scans: [scan({ restarts: true })] })
      await start(sandbox, order)
      clock.ms += 60_000
      words.push([(await detail(sandbox)).status, (await get(sandbox, record)).body.status])
    }

    expect(words).toEqual([
      ['cancelled', 'cancelled'],
      ['running', 'cancelled'],
    ])
  })

  it('are found by the list of scans, which takes a right of its own', async () => {
    const users = [
      { token: 'sees', projects: { shop: { view: true } } },
      { token: 'runs', projects: { shop: { run: true } } },
    ]
    const sandbox = await zadig({ profile: '4.2', users })

    expect((await get(sandbox, list)).body).toMatchObject([{ id: shopId, name: 'shop-codescan' }])
    expect(await get(sandbox, list, 'Bearer runs')).toEqual(bare(403))
    expect(await get(sandbox, list.replace('=shop', '='))).toMatchObject({ status: 400 })
  })
})
