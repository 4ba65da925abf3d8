import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import type { Result, Run } from 'sarif'
import { advisoryFindings } from '../src/converters/advisories.ts'
import { loadCalculator, scoreOf } from '../src/converters/cvss.ts'
import { packageOf } from '../src/converters/package-url.ts'
import { reportOf } from '../src/converters/report.ts'
import { imageOf, pathFrom } from '../src/converters/scanned-from.ts'
import { alertsOf } from '../src/gate/alerts.ts'
import { type Dependency, dependencyMark } from '../src/model/dependency.ts'
import { UnreadableReport } from '../src/model/errors.ts'
import { manifestsOf } from '../src/model/package-files.ts'
import { placeless } from '../src/model/sarif.ts'
import { convert } from '../src/stages/convert.ts'
import { normalise } from '../src/stages/normalise.ts'
import { scan } from '../src/stages/scan.ts'
import { placeDependencies } from '../src/transforms/dependencies.ts'
import { packageListReader } from '../src/transforms/package-lists.ts'
import { closing } from './kit/closing.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { runsOf } from './kit/fixtures.ts'
import { deepFreeze } from './kit/freeze.ts'
import { testHost } from './kit/host.ts'
import { fc } from './kit/properties.ts'

await loadCalculator()

const reading = (id: string, value: unknown) =>
  runsOf({ id, text: typeof value === 'string' ? value : JSON.stringify(value) })[0]!
const first = (id: string, value: unknown) => reading(id, value).results![0]!

describe('the line of a package', () => {
  /** The package wanted is written `name@version` where nothing else is known of it. */
  const files: [file: string, text: string, wanted: string | Dependency, line: number | undefined][] = [
    [
      'package-lock.json',
      '{\n"packages": {\n"": {\n"name": "app", "version": "1"\n},\n"node_modules/a": {\n"version": "2.0.0"\n},\n"node_modules/b/node_modules/a": {\n"version": "1.0.0"\n}}}',
      'a@1.0.0',
      9,
    ],
    [
      'package-lock.json',
      '"node_modules/a": {\n"version": "2.0.0"\n},\n"node_modules/b/node_modules/a": {\n"version": "2.0.0"',
      { name: 'a', key: 'node_modules/b/node_modules/a' },
      4,
    ],
    ['package-lock.json', '"node_modules/alias": {\n"name": "@s/real",\n"version": "2.0.0"', '@s/real@2.0.0', 1],
    [
      'web/npm-shrinkwrap.json',
      '{\n  "dependencies": {\n    "a": {\n      "version": "1.0.0",\n      "requires": {\n        "version": "^1"\n      }\n    }',
      'a',
      3,
    ],
    [
      'yarn.lock',
      '# yarn lockfile v1\n\n"@s/a@^1.0.0", "@s/a@^1.1.0":\n  version "1.2.0"\n\na@^1:\n  version "1.2.0"\n\na@^2:\n  version "2.0.0"\n',
      'a@2.0.0',
      9,
    ],
    ['yarn.lock', '__metadata:\n  version: 8\n\n"@s/a@npm:^1.0.0":\n  version: 1.2.0\n', '@s/a@1.2.0', 4],
    ['pnpm-lock.yaml', 'packages:\n\n  /a/1.0.0:\n  /@s/b/2.0.0_react@17.0.2:\n', '@s/b@2.0.0', 4],
    [
      'pnpm-lock.yaml',
      "packages:\n\n  '@s/b@2.0.0':\n\n  a@1.0.0:\n\nsnapshots:\n\n  a@1.0.0(b@2.0.0):\n",
      'a@1.0.0',
      5,
    ],
    ['package.json', '{\n"scripts": {\n"a": "b"\n},\n"devDependencies": {\n"a": "^1.0.0"\n}\n}', 'a@1.0.3', 6],
    [
      'requirements.txt',
      '# the web\n-r base.txt\nDjango[argon2]==2.1 \\\n    --hash=sha256:0\nFlask_Login>=0.5 ; python_version > "3"\n',
      'django@2.1',
      3,
    ],
    ['requirements-dev.txt', 'a\nFlask_Login>=0.5\n', 'flask-login@0.6', 2],
    [
      'Pipfile.lock',
      '{\n    "_meta": {\n        "hash": {\n            "sha256": "0"\n        }\n    },\n    "default": {\n        "django": {\n            "hashes": [\n                "sha256:0"\n            ],\n            "version": "==2.1"\n',
      'Django@2.1',
      8,
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "a"\nversion = "1.0"\n\n[package.dependencies]\nname = ">=2"\n\n[[package]]\nname = "a"\nversion = "2.0"\n',
      'A@2.0',
      9,
    ],
    [
      'uv.lock',
      'version = 1\n\n[[package]]\nname = "typing-extensions"\nversion = "4.0"\n',
      'typing_extensions@4.0',
      4,
    ],
    ['pyproject.toml', '[project]\nname = "app"\ndependencies = [\n  "requests>=2",\n]\n', 'requests', 4],
    [
      'go.mod',
      'module example.com/a\n\ngo 1.22.0\n\ntoolchain go1.22.1\n\nrequire (\n\tgolang.org/x/text v0.3.5 // indirect\n)\n',
      'golang.org/x/text@0.3.5',
      8,
    ],
    ['go.mod', 'module a\n\ngo 1.22.0\n\ntoolchain go1.22.1\n', 'stdlib@v1.22.1', 5],
    ['go.sum', 'a.b/c v1.0.0 h1:x=\na.b/c v1.0.0/go.mod h1:x=\na.b/c v1.1.0/go.mod h1:x=\n', 'a.b/c@v1.1.0', 3],
    ['Cargo.lock', '[[package]]\nname = "ammonia"\nversion = "1.9.0"\n', 'ammonia@1.9.0', 2],
    [
      'Gemfile.lock',
      'GEM\n  specs:\n    actionpack (5.2.0)\n      rack (~> 2.0)\n    nokogiri (1.13.0-x86_64-linux)\n    rack (2.0.5)\n',
      'rack@2.0.5',
      6,
    ],
    ['Gemfile.lock', '    nokogiri (1.12.0)\n    nokogiri (1.13.0-x86_64-linux)\n', 'nokogiri@1.13.0', 2],
    ['Gemfile', "source 'https://rubygems.org'\ngem 'rails', '~> 5.2'\n", 'rails@5.2.1', 2],
    [
      'composer.lock',
      '{\n"packages": [\n{\n"name": "A/B",\n"version": "v1.0.0",\n"authors": [\n{\n"name": "Somebody"\n}]\n},\n{\n"name": "c/d",\n"version": "2.0"',
      'a/b@1.0.0',
      4,
    ],
    [
      'pom.xml',
      '<project>\n<parent><groupId>p</groupId><artifactId>x</artifactId></parent>\n<dependencies>\n<dependency>\n<groupId>org.a</groupId>\n<artifactId>x</artifactId>\n<version>1.0</version>\n<exclusions><exclusion><artifactId>y</artifactId></exclusion></exclusions>\n</dependency>',
      'org.a:x@1.0',
      6,
    ],
    [
      'build.gradle.kts',
      'dependencies {\n    implementation("org.a:x:1.0@jar")\n    testImplementation("org.a:y")\n}',
      'org.a:y@2',
      3,
    ],
    [
      'gradle.lockfile',
      '# This is a Gradle generated file\norg.a:x:1.0=compileClasspath,runtimeClasspath\nempty=\n',
      'x@1.0',
      2,
    ],
    [
      'packages.lock.json',
      '{\n"version": 1,\n"dependencies": {\n"net8.0": {\n"Newtonsoft.Json": {\n"type": "Direct",\n"requested": "[9.0.1, )",\n"resolved": "9.0.1",',
      'newtonsoft.json@9.0.1',
      5,
    ],
    [
      'App.csproj',
      '<ItemGroup>\n  <PackageReference Include="Newtonsoft.Json" Version="9.0.1" />\n',
      'Newtonsoft.Json@9.0.1',
      2,
    ],
    ['mix.lock', '%{\n  "plug": {:hex, :plug, "1.0.0", "0", [:mix], [], "hexpm"},\n}', 'plug@1.0.0', 2],
    [
      'pubspec.lock',
      'packages:\n  http:\n    dependency: "direct main"\n    description:\n      name: http\n    version: "0.13.0"\n',
      'http@0.13.0',
      2,
    ],
    ['Podfile.lock', 'PODS:\n  - Alamofire (5.4.3):\n    - Other (~> 1)\n', 'Alamofire@5.4.3', 2],
    ['yarn.lock', 'a@^1:\n  version "1.0.0"\n', 'b', undefined],
    ['yarn.lock', '', 'a', undefined],
    ['package-lock.json', `"__proto__": {\n"version": "1"\n},\n"x": {\n"version": "2"`, '__proto__', 1],
  ]

  function dependencyOf(wanted: string): Dependency {
    const at = wanted.lastIndexOf('@')
    return at > 0 ? { name: wanted.slice(0, at), version: wanted.slice(at + 1) } : { name: wanted }
  }

  it.each(files)('in %s: %j', (file, text, wanted, line) => {
    const list = packageListReader(file)!

    const dependency = typeof wanted === 'string' ? dependencyOf(wanted) : wanted

    expect(list(text)(dependency)).toBe(line)
    expect(list(text.replaceAll('\n', '\r\n'))(dependency)).toBe(line)
  })

  it.each(['app.jar', 'package-lock.json.bak', 'go', 'README.md', 'main.py'])('is not looked for in %s', (file) => {
    expect(packageListReader(file)).toBeUndefined()
  })

  it.each([
    ['package-lock.json', '"a": {'],
    ['yarn.lock', 'a@b@c@'],
    ['requirements.txt', 'a [ '],
    ['go.mod', 'a v1 '],
    ['pom.xml', '<dependency>'],
    ['build.gradle', '"a:'],
    ['App.csproj', '<package '],
    ['mix.lock', '"a": {:a, '],
    ['Gemfile.lock', '    a ('],
  ])('takes no longer than the file is, whoever wrote %s', (file, piece) => {
    const started = performance.now()
    for (const text of [piece.repeat(100_000), `${piece}\n`.repeat(50_000), ' '.repeat(500_000)])
      packageListReader(file)!(text)({ name: 'a' })

    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('a finding about a package', () => {
  const marked = (of: unknown, uri?: string, more: object = {}): Result => ({
    message: { text: 'm' },
    ...(uri && { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
    properties: { kept: 1, [dependencyMark]: of, ...more },
  })
  const lock = '{\n"node_modules/a": {\n"version": "1.0.0"\n'
  const place = (result: Result, files: Record<string, string>, ranIn = '') => {
    const reads: string[] = []
    const read = (path: string) => {
      reads.push(path)
      return files[path]
    }
    const run: Run = deepFreeze({ tool: { driver: { name: 'x' } }, results: [result, result] })
    const [placed] = placeDependencies(run, { ranIn, read }).results!
    const { artifactLocation, region } = placed!.locations?.[0]?.physicalLocation ?? {}
    return { placed: placed!, uri: artifactLocation?.uri, line: region?.startLine, reads }
  }

  it('gets the line, loses the mark, and costs one reading of the file', () => {
    const { placed, line, reads } = place(marked({ name: 'a' }, 'w%20x/package-lock.json'), {
      'w x/package-lock.json': lock,
    })

    expect(line).toBe(2)
    expect(placed.properties).toEqual({ kept: 1 })
    expect(reads).toEqual(['w x/package-lock.json'])
  })

  it.each([
    ['a line that the tool has told', marked({ name: 'a' }, 'package-lock.json'), { startLine: 7 }],
    ['an address', marked({ name: 'a' }, 'file:///lib/package-lock.json'), undefined],
    ['a file that is no list', marked({ name: 'a' }, 'lib/a.jar'), undefined],
    ['a mark that is none of ours', marked('x', 'package-lock.json'), undefined],
    ['a mark with odd values', marked({ name: ['a'] }, 'package-lock.json'), undefined],
  ])('keeps the place where there is %s', (_case, result, region) => {
    const given = structuredClone(result)
    if (region) given.locations![0]!.physicalLocation!.region = region

    const { placed } = place(given, { 'package-lock.json': lock })

    expect(placed.locations).toEqual(given.locations)
    expect(placed.properties).toEqual({ kept: 1 })
  })

  it('is looked for where packages of its kind are listed, when the tool names no file', () => {
    const of = { name: 'a', manifests: ['requirements.txt', 'poetry.lock', 7] }
    const stray = marked(of, 'README.md', { [placeless]: true })
    const poetry = '[[package]]\nname = "a"\nversion = "1"\n'

    expect(place(stray, { 'requirements.txt': 'b', 'poetry.lock': poetry })).toMatchObject({
      uri: 'poetry.lock',
      line: 2,
    })
    expect(place(stray, { 'api/poetry.lock': poetry }, 'api')).toMatchObject({ uri: 'api/poetry.lock', line: 2 })
    expect(place(stray, { 'requirements.txt': 'b' })).toMatchObject({ uri: 'requirements.txt', line: 1 })
    expect(place(stray, { 'requirements.txt': 'b' }).placed.properties).toEqual({ kept: 1 })
    expect(place(stray, {})).toMatchObject({ uri: 'README.md', line: undefined })
    expect(place(stray, {}).placed.properties).toEqual({ kept: 1, [placeless]: true })
  })

  it('is one for each advisory, package, version and place, with all the ways that lead to it', () => {
    const one = (name: string, path: string[], file = 'yarn.lock') => ({
      advisory: { id: 'CVE-1', severity: 'high' },
      package: { name, version: '1' },
      location: { file },
      paths: [path],
      fixed: path.length > 2 ? ['3'] : ['2'],
    })
    const findings = advisoryFindings([
      one('a', ['app', 'a']),
      one('a', ['app', 'b', 'a']),
      one('a', ['app', 'c', 'a']),
      one('b', ['app', 'b']),
      one('a', ['app', 'a'], 'web/yarn.lock'),
    ])

    expect(findings.map(({ message }) => message)).toEqual([
      'a 1 is affected by CVE-1. Fixed in 2, 3. Brought in by app > a, and in 2 other ways.',
      'b 1 is affected by CVE-1. Fixed in 2. Brought in by app > b.',
      'a 1 is affected by CVE-1. Fixed in 2. Brought in by app > a.',
    ])
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(1)
    expect(findings[0]!.rule.help).toBe(
      'Found here:\n- a 1 in yarn.lock, fixed in 2, 3\n- b 1 in yarn.lock, fixed in 2\n- a 1 in web/yarn.lock, fixed in 2',
    )
  })

  it.each([
    [{ severity: 'LOW' }, 'note', 'low', 2],
    [{ severity: 'Moderate' }, 'warning', 'medium', 5.5],
    [{ severity: 'critical' }, 'error', 'critical', 9.5],
    [{ severity: 'medium', ratings: [{ version: '3', score: 9.1 }] }, 'error', 'critical', 9.1],
    [{ severity: 'high', ratings: [{ version: '3', score: 5 }] }, 'error', 'medium', 5],
    [{ ratings: [{ score: 3.1 }] }, 'note', 'low', 3.1],
    [{ severity: 'UNKNOWN' }, 'error', 'unknown', undefined],
    [{ severity: '__proto__' }, 'error', 'unknown', undefined],
    [{}, 'error', 'unknown', undefined],
  ])('is ranked by %j as %s, %s', (known, level, severity, score) => {
    const [finding] = advisoryFindings([{ advisory: { id: 'X-1', ...known }, package: { name: 'a' } }])
    const { properties } = finding!.sarif!
    const rule = {
      id: 'X-1',
      properties: finding!.rule.score ? { 'security-severity': String(finding!.rule.score) } : {},
    }
    const run: Run = {
      tool: { driver: { name: 'x', rules: [rule] } },
      results: [{ ruleId: 'X-1', message: { text: 'm' }, level: finding!.level, properties: properties! }],
    }

    expect(finding!.level).toBe(level)
    expect(finding!.rule.score).toBe(score)
    expect(alertsOf([run])[0]!.severity).toBe(severity)
  })

  it('stays readable with many packages, long ways and hostile names', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      advisory: { id: 'CVE-1', references: ['javascript:alert(1)', 'not a link', 'https://a.example/<x>'] },
      package: { name: `[x](http://evil.example) \`a\n\n# b${at}`, version: '1' },
      paths: [Array.from({ length: 100 }, (_, step) => `step${step}`)],
    }))
    const started = performance.now()
    const findings = advisoryFindings([...many, ...many, ...many])
    const { help, markdown } = findings[0]!.rule

    expect(findings).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(findings[0]!.message).toContain('step9 > … > step99, and in 2 other ways')
    expect(help!.split('\n- ')).toHaveLength(1 + 20 + 1 + 2)
    expect(markdown).toContain('and 4980 more')
    expect(markdown).not.toMatch(/(?<!\\)\[x|^# b|(?<!\\)`/m)
  })
})

describe('the score of CVSS', () => {
  // Scores as FIRST's own calculators give them.
  it.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H', 7.4],
    ['CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N', 1.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
    ['AV:N/AC:L/Au:N/C:P/I:P/A:P', 7.5],
    ['(AV:N/AC:L/Au:N/C:C/I:C/A:C)', 10],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H', undefined],
    ['CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', undefined],
    ['CVSS:5.0/AV:N', undefined],
    ['CVSS:3.1/__proto__:x', undefined],
    ['CVSS:3.1/constructor:x/toString:y', undefined],
    ['high', undefined],
    ['', undefined],
  ])('of %s is %s', (vector, score) => {
    expect(scoreOf([{ vector }])).toBe(score)
  })

  it('is the highest by the newest version, and a number before what is computed', () => {
    const v2 = { vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C' }
    const v3 = { version: 'CVSS_V3', score: 5 }
    const v4 = { vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }

    expect(scoreOf([v2, v3, { ...v3, score: 6 }])).toBe(6)
    expect(scoreOf([v2, v3, v4])).toBe(9.3)
    expect(scoreOf([v2, { ...v3, score: 0 }])).toBe(10)
    expect(scoreOf([{ ...v4, score: 8.8 }])).toBe(8.8)
    expect(
      scoreOf([{ score: 11 }, { score: -1 }, { score: Number.NaN }, { score: null, vector: null }]),
    ).toBeUndefined()
  })

  it('is a score or nothing, whatever the vector is', () => {
    const metric = fc.constantFrom(
      'AV',
      'AC',
      'PR',
      'UI',
      'S',
      'C',
      'I',
      'A',
      'Au',
      'AT',
      'VC',
      'E',
      'MAV',
      '__proto__',
    )
    const value = fc.constantFrom('N', 'L', 'H', 'U', 'C', 'P', 'X', '', 'constructor')
    const prefix = fc.constantFrom('', 'CVSS:3.1/', 'CVSS:3.0/', 'CVSS:4.0/', 'CVSS:2.0/', '(')
    const vectors = fc
      .tuple(prefix, fc.array(fc.tuple(metric, value), { maxLength: 40 }))
      .map(([start, metrics]) => start + metrics.map((pair) => pair.join(':')).join('/'))

    fc.assert(
      fc.property(fc.oneof(vectors, fc.string()), (vector) => {
        const score = scoreOf([{ vector }])
        expect(score === undefined || (score >= 0 && score <= 10)).toBe(true)
      }),
      { numRuns: 500 },
    )
    const started = performance.now()
    for (const vector of ['A:B/'.repeat(100_000), `${'A:B/'.repeat(99)}!`, '('.repeat(100_000)]) scoreOf([{ vector }])
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('what is no audit', () => {
  const yarn = (...lines: object[]) => lines.map((line) => JSON.stringify(line)).join('\n')

  it.each([
    // As npm 11.19.1 printed it, for a registry that answers 405 and for a folder without a lock file.
    [
      'npm-audit',
      {
        message: '405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk',
        method: 'POST',
        statusCode: 405,
        body: '',
        error: { summary: '', detail: '' },
      },
      /did not come about: 405 Method Not Allowed/,
    ],
    [
      'npm-audit',
      {
        error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.', detail: 'Try creating one' },
      },
      /ENOLOCK: This command requires an existing lockfile\./,
    ],
    ['npm-audit', { error: null }, /no report of npm, pnpm or Yarn/],
    [
      'npm-audit',
      yarn({ type: 'auditAdvisory', data: {} }, { type: 'error', data: 'An unexpected error occurred' }),
      /An unexpected error/,
    ],
    ['npm-audit', yarn({ type: 'auditAction', data: {} }), /`auditSummary`, is missing/],
    [
      'snyk',
      { ok: false, error: 'Missing node_modules folder', path: '/a', vulnerabilities: null, packageManager: null },
      /could not be tested: Missing node_modules/,
    ],
    ['snyk', [], /no project that Snyk has tested/],
    ['cyclonedx', { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }, /not what is wrong/],
    ['cyclonedx', '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components/></bom>', /not what is wrong/],
    ['trivy', { SchemaVersion: 3, ArtifactName: 'a', Results: [] }, /at SchemaVersion/],
    ['osv-scanner', { results: [{ source: { path: 'a' } }] }, /at results\.0\.packages/],
  ])('%s refuses %j', (id, value, words) => {
    expect(() => reading(id, value)).toThrow(UnreadableReport)
    expect(() => reading(id, value)).toThrow(words)
  })

  it.each([
    ['results of nobody', { results: [] }],
    ['results of another tool', { results: [{ source: 'a' }], errors: [] }],
    ['an answer without records', { vulns: [1] }],
    ['an SBOM of another kind', { bomFormat: 'SPDX' }],
    ['a list of targets', [{ Target: 'a' }]],
    ['a list of packages', [{ name: 'a', version: '1' }]],
    ['a table of vulnerabilities', { vulnerabilities: {} }],
    ['somebody else’s config', { config: { name: 'x' } }],
    ['an error of npm', { error: { code: 'ENOLOCK' } }],
  ])('%s is recognised by no format', (_case, value) => {
    expect(candidatesFor(reportOf(JSON.stringify(value))).map(({ id }) => id)).toEqual([])
  })
})

describe('what tools say of packages', () => {
  const trivy = (result: object, more: object = {}) =>
    reading('trivy', {
      SchemaVersion: 2,
      ArtifactName: '.',
      ArtifactType: 'filesystem',
      ...more,
      Results: [{ Target: 'f', ...result }],
    })

  it('keeps nothing of a secret', () => {
    const line = 'token=hunter2-hunter2'
    const secret = { RuleID: 'r', Title: 't', StartLine: 3, Match: line, Code: { Lines: [{ Content: line }] } }
    const text = JSON.stringify(
      trivy({
        Secrets: [secret],
        ExperimentalModifiedFindings: [{ Type: 'secret', Status: 'ignored', Finding: secret }],
      }),
    )

    expect(text).toContain('"startLine":3')
    expect(text).not.toContain('hunter2')
  })

  it.each([
    ['nvd', { nvd: { V3Score: 9.8 }, redhat: { V3Score: 4.2 } }, 'LOW', 9.8],
    ['debian', { nvd: { V3Score: 9.8 } }, 'LOW', 2],
    [undefined, { nvd: { V3Score: 9.8 }, redhat: { V3Score: 4.2 } }, 'LOW', 9.8],
    ['ghsa', { ghsa: { V40Score: 6.9, V3Score: 9.8 } }, 'MEDIUM', 6.9],
  ])('scores by the source %s that Trivy ranks by', (SeveritySource, CVSS, Severity, score) => {
    const run = trivy({ Vulnerabilities: [{ VulnerabilityID: 'CVE-1', PkgName: 'a', Severity, SeveritySource, CVSS }] })

    expect(run.tool.driver.rules![0]!.properties!['security-severity']).toBe(score.toFixed(1))
  })

  it('says where the ways through a program lead that govulncheck has found, from the outside in', () => {
    const trace = (filename: string) => [
      { module: 'm', version: 'v1', package: 'm/p', function: 'Bad', position: { filename: 'p/x.go', line: 9 } },
      { module: 'app', package: 'app', function: 'main', position: { filename, line: 3, column: 2 } },
    ]
    const text = [{ config: { scanner_name: 'govulncheck' } }, { finding: { osv: 'GO-1', trace: trace('main.go') } }]
    const steps = first('govulncheck', text.map((line) => JSON.stringify(line)).join('\n')).codeFlows![0]!
      .threadFlows[0]!.locations

    expect(
      steps.map(({ location }) => [
        location!.physicalLocation!.artifactLocation!.uri,
        location!.physicalLocation!.region,
        location!.message!.text,
      ]),
    ).toEqual([
      ['main.go', { startLine: 3, startColumn: 2 }, 'app.main'],
      ['m@v1/p/x.go', { startLine: 9 }, 'p.Bad'],
    ])
  })

  it.each([
    [{ module: 'm' }, 'symbol', 'note'],
    [{ module: 'm', package: 'p' }, 'symbol', 'warning'],
    [{ module: 'm', package: 'p', function: 'f' }, 'symbol', 'error'],
    [{ module: 'm' }, 'package', 'warning'],
    [{ module: 'm', package: 'p' }, 'package', 'error'],
    [{ module: 'm' }, 'module', 'error'],
    [{ module: 'm' }, undefined, 'note'],
    [{ module: 'm' }, 'a level of tomorrow', 'error'],
  ])('ranks %j at the scan level %s as %s', (frame, scan_level, level) => {
    const text = [{ config: { scanner_name: 'govulncheck', scan_level } }, { finding: { osv: 'GO-1', trace: [frame] } }]

    expect(first('govulncheck', text.map((line) => JSON.stringify(line)).join('\n')).level).toBe(level)
  })

  it.each([
    ['.', '/package-lock.json', 'package-lock.json'],
    ['', 'a/b', 'a/b'],
    ['./web/', '/package-lock.json', './web/package-lock.json'],
    ['dir:web', '/package-lock.json', 'web/package-lock.json'],
    ['/w/app', '/go.mod', '/w/app/go.mod'],
    ['/w/app', '/w/app/go.mod', '/w/app/go.mod'],
    ['web/package-lock.json', 'package-lock.json', 'web/package-lock.json'],
    ['package-lock.json', 'package-lock.json', 'package-lock.json'],
    ['/', '/go.mod', '/go.mod'],
    [undefined, '/go.mod', 'go.mod'],
  ])('a tool that scanned %s and says %s means %s', (folder, path, file) => {
    expect(pathFrom(folder, path)).toBe(file)
  })

  it.each([
    ['alpine:3.10', 'alpine'],
    ['ghcr.io/octo/shop:1.4@sha256:00', 'ghcr.io/octo/shop'],
    ['localhost:5000/shop', 'localhost:5000/shop'],
    ['localhost:5000/shop:1', 'localhost:5000/shop'],
    ['', ''],
  ])('the image %s is %s in every build', (name, image) => {
    expect(imageOf(name)).toBe(image)
  })

  it.each([
    ['pkg:npm/%40babel/core@7.1.0', { type: 'npm', name: '@babel/core', version: '7.1.0' }],
    ['pkg:npm/@babel/core', { type: 'npm', name: '@babel/core' }],
    ['pkg:maven/org.a/x@1.2?type=jar#sub', { type: 'maven', name: 'org.a:x', version: '1.2' }],
    ['pkg:golang/golang.org/x/crypto@v0.1', { type: 'golang', name: 'golang.org/x/crypto', version: 'v0.1' }],
    ['pkg:deb/debian/a%2B@1%3A2', { type: 'deb', name: 'debian/a+', version: '1:2' }],
    ['pkg:PyPI/a%', { type: 'pypi', name: 'a%' }],
    ['pkg:npm', undefined],
    ['x', undefined],
  ])('the package URL %s names %j', (purl, named) => {
    expect(packageOf(purl)).toEqual(named)
  })

  it('looks for packages only in files that are read for their lines', () => {
    const words = 'npm PyPI Go crates.io RubyGems Packagist Maven NuGet Hex Pub CocoaPods SwiftURL'.split(' ')

    for (const word of words) {
      expect(manifestsOf(word)).not.toEqual([])
      expect(manifestsOf(word).filter((path) => !packageListReader(path))).toEqual([])
    }
  })

  it('knows where the packages of an ecosystem are listed, in the words of OSV as well', () => {
    expect(manifestsOf('crates.io')).toEqual(manifestsOf('cargo'))
    expect(manifestsOf('Maven:https://repo.example')).toEqual(manifestsOf('maven'))
    expect(manifestsOf('__proto__')).toEqual([])
    expect(manifestsOf(null)).toEqual([])
  })
})

describe('npm audit', () => {
  const advisory = {
    id: 1097677,
    url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h',
    title: 'Prototype Pollution in minimist',
    severity: 'critical',
    vulnerable_versions: '<0.2.4',
    cwe: ['CWE-1321'],
    cvss: { score: 9.8, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
  }
  const version = (number: string) => ({
    name: 'minimist',
    version: number,
    dist: { tarball: 'http://127.0.0.1/x.tgz' },
  })
  const versions = { '0.0.8': version('0.0.8'), '0.2.4': version('0.2.4') }
  const project = {
    'web/package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { minimist: '0.0.8' } }),
    'web/package-lock.json': JSON.stringify(
      {
        name: 'app',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: {
          '': { name: 'app', version: '1.0.0', dependencies: { minimist: '0.0.8' } },
          'node_modules/minimist': { version: '0.0.8' },
        },
      },
      null,
      2,
    ),
  }

  /** The part of a registry that an audit asks for. */
  async function registry(answers: boolean) {
    const server = createServer((request, response) => {
      const isAudit = request.method === 'POST'
      response.statusCode = isAudit && !answers ? 405 : 200
      response.setHeader('content-type', 'application/json')
      const body = isAudit ? { minimist: [advisory] } : { name: 'minimist', 'dist-tags': { latest: '0.2.4' }, versions }
      response.end(response.statusCode === 200 ? JSON.stringify(body) : '')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return closing({
      url: `http://127.0.0.1:${port}/`,
      close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    })
  }

  async function audit(answers: boolean) {
    const { url } = await registry(answers)
    const host = closing(await testHost(project))
    const scanned = await scan(
      {
        scanners: ['npm-audit'],
        scannerArgs: ['--registry', url, '--fetch-retries', '0'],
        findingsExitCodes: [0, 1],
        reports: [],
        format: 'auto',
        folder: `${host.cwd}/web`,
        root: host.cwd,
        timeoutMs: 60_000,
      },
      host,
    )
    expect(scanned.problems).toEqual([])
    return { host, converted: await convert(scanned.reports, host) }
  }

  it('leads to the line in the lock file of the folder it ran in', async () => {
    const { host, converted } = await audit(true)
    const { runs, notices } = normalise(converted.runs, { root: host.cwd, folder: `${host.cwd}/web` })
    const [result] = runs[0]!.results!

    expect([...converted.problems, ...notices]).toEqual([])
    expect(result).toMatchObject({ ruleId: 'GHSA-xvch-5gv4-984h', level: 'error' })
    expect(result!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'web/package-lock.json' },
      region: { startLine: 13 },
    })
    expect(result!.properties).not.toHaveProperty(dependencyMark)
    expect(result!.partialFingerprints).toHaveProperty('primaryLocationLineHash')
    expect(runs[0]!.tool.driver.version).toMatch(/^\d+\./)
  }, 60_000)

  it('that got no answer is no clean audit', async () => {
    const { converted } = await audit(false)

    expect(converted.runs).toEqual([])
    expect(converted.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The report of npm audit cannot be read: the audit did not come about: 405 Method Not Allowed/,
      ),
    ])
  }, 60_000)
})

it('asks for the calculator before it computes', () => {
  for (const id of ['trivy', 'grype', 'osv', 'osv-scanner', 'npm-audit', 'snyk', 'dependency-check', 'cyclonedx'])
    expect(findConverter(id).prepare).toBe(loadCalculator)
})
