import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { reportOf } from '../src/converters/report.ts'
import { secretPrint, withoutSecrets } from '../src/converters/secrets.ts'
import { runLine } from '../src/entry/commands.ts'
import { closing } from './kit/closing.ts'
import { candidatesFor, findConverter } from './kit/find-converter.ts'
import { runsOf } from './kit/fixtures.ts'
import { testHost } from './kit/host.ts'
import { fc } from './kit/properties.ts'

/** Made for this test; each is in a report in every place where its scanner, or a careless rule of it, may put it. */
const planted = {
  token: 'hunter2-Zz9/+=$&',
  other: 'correct"horse\\battery',
  key: '-----BEGIN KEY-----\nbm90LWEta2V5\n-----END KEY-----',
}
const { token, other, key } = planted

const leak = (secret: string, line: number) => ({
  RuleID: 'rule',
  Description: `It says ${secret} here`,
  StartLine: line,
  EndLine: line,
  StartColumn: 3,
  EndColumn: 9,
  Match: `password: ${secret}`,
  Secret: secret,
  File: 'src/a.env',
  Commit: '3f2a91c',
  Author: secret,
  Email: secret,
  Message: `Set ${secret}`,
  Link: `https://example.com/?q=${secret}`,
  Tags: [`tag ${secret}`],
  Fingerprint: 'src/a.env:rule:1',
  Fragment: { Raw: `x\n${secret}\n` },
  MatchContext: `x ${secret} y`,
  CaptureGroups: { group: secret },
  ValidationNote: `tried ${secret}`,
})
const found = (secret: string, line: number, more: object = {}) =>
  JSON.stringify({
    SourceMetadata: { Data: { Filesystem: { file: 'src/a.env', line, link: `https://h/?${secret}` } } },
    DetectorName: 'AWS',
    DetectorDescription: `Like ${secret}`,
    DecoderName: 'PLAIN',
    Verified: false,
    VerificationError: `401 for ${encodeURIComponent(secret)} and ${secret}`,
    Raw: secret,
    RawV2: `id:${secret}`,
    Redacted: secret.slice(0, 10),
    ExtraData: { key: secret, rotation_guide: `http://h/${secret}` },
    StructuredData: { tlsPrivateKey: [{ url: secret }] },
    ...more,
  })
const old = (...stringsFound: string[]) =>
  JSON.stringify({
    reason: 'High Entropy',
    path: 'src/a.env',
    branch: 'b',
    commit: stringsFound[0],
    commitHash: '3f2a91c',
    diff: stringsFound.join(' '),
    printDiff: stringsFound.join(' '),
    stringsFound,
  })
const log = JSON.stringify({
  level: 'error',
  ts: 'x',
  logger: 'trufflehog',
  msg: 'error verifying',
  error: `GET /?k=${token}`,
})

const trivy = {
  SchemaVersion: 2,
  ArtifactName: '.',
  ArtifactType: 'filesystem',
  Results: [
    {
      Target: 'src/a.env',
      Class: 'secret',
      Secrets: [token, other].map((secret, at) => ({
        RuleID: 'rule',
        Category: 'General',
        Severity: 'HIGH',
        Title: 'A secret',
        StartLine: at + 1,
        EndLine: at + 1,
        Code: { Lines: [{ Number: at + 1, Content: secret, IsCause: true, Highlighted: secret }] },
        Match: `password: ${secret}`,
      })),
    },
  ],
}
const gitlab = {
  version: '15.0.4',
  vulnerabilities: [token, other].map((secret, at) => ({
    id: `id-${at}`,
    category: 'secret_detection',
    name: 'Password',
    description: 'A password was found',
    severity: 'Critical',
    raw_source_code_extract: secret,
    location: { file: 'src/a.env', commit: { sha: '0000000' }, start_line: at + 1, end_line: at + 1 },
    identifiers: [{ type: 'gitleaks_rule_id', name: 'Gitleaks rule ID Password', value: 'Password' }],
    scanner: { id: 'gitleaks', name: 'Gitleaks' },
  })),
  scan: {
    analyzer: { id: 'secrets', name: 'secrets', vendor: { name: 'GitLab' }, version: '6.0.0' },
    scanner: { id: 'gitleaks', name: 'Gitleaks', vendor: { name: 'GitLab' }, version: '8.18.4' },
    type: 'secret_detection',
    start_time: '2026-01-31T12:00:00',
    end_time: '2026-01-31T12:00:01',
    status: 'success',
  },
}

const reports: Record<string, string> = {
  'Gitleaks 8': JSON.stringify([leak(token, 1), leak(other, 2), leak(key, 3)], null, 1),
  'Gitleaks 7': JSON.stringify(
    [token, other].map((secret, at) => ({
      line: `key=${secret}`,
      lineNumber: at + 1,
      offender: secret,
      rule: 'rule',
      file: 'src/a.env',
      commit: '',
      commitMessage: secret,
      author: secret,
      leakURL: `https://h/?${secret}`,
      tags: 'a, b',
    })),
  ),
  Betterleaks: JSON.stringify(
    [token, other].map((secret, at) => ({
      ...leak(secret, at + 1),
      File: undefined,
      Attributes: { path: 'src/a.env', author_name: secret, commit_message: secret },
      ValidationStatus: 'CONFIRMED',
    })),
  ),
  'TruffleHog 3': [
    found(token, 1),
    log,
    found(other, 2, { VerificationError: undefined }),
    found(key, 3, { Verified: true }),
  ].join('\n'),
  'TruffleHog 2': [old(token), old(other, key)].join('\n'),
  'detect-secrets': JSON.stringify({
    version: '1.5.0',
    plugins_used: [],
    results: {
      'src/a.env': [
        { type: 'Secret Keyword', filename: 'src/a.env', hashed_secret: token, is_verified: false, line_number: 1 },
      ],
    },
  }),
  Trivy: JSON.stringify(trivy),
  'GitLab secret detection': JSON.stringify(gitlab),
}

describe('What a secret scanner found', () => {
  const unread = (text: string) => candidatesFor(reportOf(text)).length === 0

  for (const [name, text] of Object.entries(reports)) {
    const ask = unread(text) ? it.skip : it
    ask(`is in nothing that a run leaves behind: ${name}${unread(text) ? ' (no format reads it)' : ''}`, async () => {
      const { status, left } = await everythingLeft(text)

      expect(status).toBe(1)
      expect(left).toContain('src/a.env')
      expect(tracesIn(left)).toEqual([])
    })

    ask(`is in no message about a damaged report: ${name}${unread(text) ? ' (no format reads it)' : ''}`, async () => {
      const [{ id } = { id: '' }] = candidatesFor(reportOf(text))
      for (const damaged of damages(text)) {
        const { left } = await everythingLeft(damaged, id)

        expect({ damaged, traces: tracesIn(left) }).toEqual({ damaged, traces: [] })
      }
    })
  }

  it('would be seen, had it been left in a message', async () => {
    const result = {
      message: { text: token },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.env' } } }],
    }
    const { left } = await everythingLeft(
      JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [result] }] }),
    )

    expect(tracesIn(left)).not.toEqual([])
  })

  /** The line as the command line runs it, on a checkout in which the secrets stand where the report says. */
  async function everythingLeft(text: string, format = 'auto'): Promise<{ status: number; left: string }> {
    const host = closing(
      await testHost({ 'src/a.env': `password: ${token}\npassword: ${other}\n${key}\n`, 'report.json': text }),
    )
    const flags = {
      report: 'report.json',
      format,
      sarifOutput: 'out.sarif',
      failOn: 'note',
      summary: 'true',
      annotations: 'blocking',
    }
    const status = await runLine(flags, {}, host)
    const sarif = status === 1 ? readFileSync(`${host.cwd}/out.sarif`, 'utf8') : ''
    return { status, left: [sarif, JSON.stringify(host.published), ...host.said].join('\n') }
  }

  /** A secret is told by any eight letters of it in a row, however JSON or a URI spells them. */
  function tracesIn(left: string): string[] {
    const pieces = Object.values(planted).flatMap((secret) =>
      secret.split('\n').flatMap((line) => (/BEGIN|END/.test(line) ? [] : piecesOf(line))),
    )
    return pieces
      .flatMap((piece) => [piece, JSON.stringify(piece).slice(1, -1), encodeURIComponent(piece)])
      .filter((piece) => left.includes(piece))
  }

  function piecesOf(secret: string): string[] {
    return Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8))
  }

  /** Cut off in the middle of a secret, a quote too many before one, a number in the place of a text. */
  function damages(text: string): string[] {
    const spelled = JSON.stringify(token).slice(1, -1)
    const at = text.indexOf(spelled)
    return [
      text.slice(0, at + 6),
      `${text.slice(0, at)}"${text.slice(at)}`,
      `${text.slice(0, at + 4)}\n${text.slice(at + 4)}`,
      text.replaceAll(`"${spelled}"`, '5'),
      text.replace(/"(?:RuleID|rule|DetectorName|reason|type)":\s*"[^"]*"/, (entry) =>
        entry.replace(/"[^"]*"$/, `["${spelled}"]`),
      ),
    ]
  }
})

describe('withoutSecrets', () => {
  it.each([
    ['a secret, and another that holds it', 'x hunter2 hunter22 y', ['hunter2', 'hunter22'], 'x *** *** y'],
    ['signs of a pattern and of a replacement', 'a.*$& b', ['.*', '$&'], 'a****** b'],
    ['nothing to mask', 'text', ['', null, undefined], 'text'],
  ])('masks %s', (_what, text, secrets, masked) => {
    expect(withoutSecrets(text, ...secrets)).toBe(masked)
  })

  it('leaves no secret in any text', () => {
    const secret = fc.stringMatching(/^[a-d]{4,8}$/)
    fc.assert(
      fc.property(
        fc.array(fc.oneof(secret, fc.string()), { maxLength: 9 }),
        fc.array(secret, { maxLength: 3 }),
        (pieces, secrets) => {
          const masked = withoutSecrets(pieces.join(''), ...secrets)

          for (const each of secrets) expect(masked).not.toContain(each)
        },
      ),
    )
  })

  it('tells secrets and rules apart by their print, which is always the same', () => {
    const prints = [secretPrint('a', 'b'), secretPrint('a', 'c'), secretPrint('', 'ab'), secretPrint('ab', '')]

    expect(new Set(prints).size).toBe(4)
    expect(prints[0]).toBe(secretPrint('a', 'b'))
    expect(prints[0]).toMatch(/^[\da-f]{64}$/)
  })
})

describe('Secret scanners', () => {
  const first = (id: string, text: string) => runsOf({ id, text })[0]!.results![0]!

  it.each([
    ['the first line, whose columns are right', 1, 1, { startLine: 1, startColumn: 3, endLine: 1, endColumn: 10 }],
    ['another line, whose columns are one too many', 2, 2, { startLine: 2, startColumn: 2, endLine: 2, endColumn: 9 }],
    ['lines from the first on', 1, 2, { startLine: 1, startColumn: 3, endLine: 2, endColumn: 9 }],
  ])('Gitleaks: %s', (_what, StartLine, EndLine, region) => {
    expect(
      first('gitleaks', JSON.stringify([{ ...leak(token, 1), StartLine, EndLine }])).locations![0]!.physicalLocation!
        .region,
    ).toEqual(region)
  })

  it.each([
    ['one that works', { Verified: true }, 'error'],
    ['one that was tried and does not', { Verified: false, VerificationError: undefined }, 'warning'],
    ['one that could not be tried', { Verified: false }, 'error'],
  ])('TruffleHog: the level of %s', (_what, more, level) => {
    expect(first('trufflehog', found(token, 1, more)).level).toBe(level)
  })

  it.each<[string, string, string]>([
    ['no file', 'gitleaks', JSON.stringify([{ ...leak(token, 1), File: null }])],
    ['an issue of Jira', 'trufflehog', found(token, 1, { SourceMetadata: { Data: { Jira: { issue: 'A-1' } } } })],
    ['no place at all', 'trufflehog', found(token, 1, { SourceMetadata: { Data: null } })],
  ])('keep what was found in %s', (_where, id, text) => {
    expect(first(id, text)).toMatchObject({ level: 'error' })
    expect(first(id, text).locations).toBeUndefined()
  })

  it('keep the print of a secret from one scan to the next, and from file to file', () => {
    const prints = [leak(token, 1), { ...leak(token, 9), File: 'b' }, leak(other, 1)].map(
      (it) => first('gitleaks', JSON.stringify([it])).partialFingerprints?.['scanner/v1'],
    )

    expect(prints[0]).toBe(prints[1])
    expect(prints[0]).not.toBe(prints[2])
  })

  it.each([
    ['a plain error', 'trufflehog', 'error: no such file\n', /no line of JSON/],
    ['something else in JSON', 'trufflehog', '{"message":"405"}', /^in its value 1, at level: /],
    [
      'a finding without its names',
      'trufflehog',
      `${found(token, 1)}\n{"SourceMetadata":5,"DetectorName":"x"}`,
      /^in its value 2, at SourceMetadata: /,
    ],
    ['an object', 'gitleaks', '{"error":"x"}', /at the top/],
  ])('refuse %s', (_what, id, text, words) => {
    expect(() => findConverter(id).convert(reportOf(text))).toThrow(words)
  })

  it.each([
    ['an empty stream', 'trufflehog', ''],
    ['null', 'gitleaks', 'null'],
    ['an empty list', 'gitleaks', '[]'],
  ])('read %s as a clean scan', (_what, id, text) => {
    expect(runsOf({ id, text }).flatMap(({ results }) => results)).toEqual([])
  })

  it("do not take secretlint's report, which holds the whole file, for ESLint's", () => {
    const text = JSON.stringify([
      {
        filePath: 'a',
        sourceContent: token,
        sourceContentType: 'text',
        messages: [
          {
            message: 'found',
            range: [0, 4],
            type: 'message',
            ruleId: 'r',
            loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 4 } },
            severity: 'error',
            messageId: 'X',
          },
        ],
      },
    ])

    expect(candidatesFor(reportOf(text)).map(({ id }) => id)).not.toContain('eslint')
  })

  it('are read in time that grows with the report only', () => {
    const started = performance.now()
    const many = Array.from({ length: 2000 }, (_, at) => `${'x'.repeat(20)}${at}`)
    for (const text of [
      old(...many),
      many.map((secret, at) => found(secret, at)).join('\n'),
      `${'{"a":1}\n'.repeat(10_000)}[`,
    ]) {
      try {
        runsOf({ id: 'trufflehog', text })
      } catch {
        // Whether it can be read is not the question here.
      }
    }

    expect(performance.now() - started).toBeLessThan(5000)
  })
})
