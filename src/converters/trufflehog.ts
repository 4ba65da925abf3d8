import { messageOf, UnreadableReport } from '../model/errors.ts'
import type { Finding, Level, Notification, Tool } from '../model/finding.ts'
import { present } from '../model/sarif.ts'
import { defineConverter } from './converter.ts'
import { readJson } from './read/json.ts'
import { array, boolean, nullish, number, type Of, object, record, type Shape, string, union } from './read/shape.ts'
import { isObjectWith, itemsHaveKeys, type Report, someLine, someValueHasKeys } from './report.ts'
import { secretPrint, secretRule, withoutSecrets } from './secrets.ts'

const text = nullish(string)
/** Where it was found, in a source of any kind; files have no line that is 0. */
const Place = object({
  file: text,
  line: nullish(union([number, string])),
  commit: text,
  link: text,
  repository: text,
  timestamp: text,
})
const Found = object({
  SourceMetadata: object({ Data: nullish(record(nullish(Place))) }),
  DetectorName: string,
  DetectorDescription: text,
  DecoderName: text,
  Verified: nullish(boolean),
  VerificationError: text,
  Raw: text,
  RawV2: text,
  ExtraData: nullish(object({ rotation_guide: text })),
})
const Old = object({
  reason: string,
  path: text,
  commitHash: text,
  date: text,
  stringsFound: nullish(array(string)),
})
const Line = object({ level: string, msg: string, trufflehog_version: text })

const trufflehogTool: Tool = { name: 'TruffleHog', url: 'https://github.com/trufflesecurity/trufflehog' }

const ofFound = ['SourceMetadata', 'DetectorName']
const ofOld = ['reason', 'stringsFound']
const detectors = [
  someValueHasKeys(...ofFound),
  someValueHasKeys(...ofOld),
  itemsHaveKeys(...ofFound),
  itemsHaveKeys(...ofOld),
  someLine(/^\{"level":.*"logger":"trufflehog"/),
]

export const trufflehog = defineConverter({
  id: 'trufflehog',
  tool: trufflehogTool,
  reads: 'trufflehog --json (also of version 2), its log between the lines or not',
  proof: 'seen',
  detects: (report) => detectors.some((detects) => detects(report)),
  read(report) {
    const findings: Finding[] = []
    const notifications: Notification[] = []
    let version: string | undefined
    for (const [at, value] of valuesOf(report).entries()) {
      if (isObjectWith(value, ofFound)) findings.push(fromFound(checked(value, Found, at)))
      else if (isObjectWith(value, ofOld)) findings.push(fromOld(checked(value, Old, at)))
      else {
        // Neither of them: a line of its log, or no report of TruffleHog.
        const line = checked(value, Line, at)
        version ??= line.trufflehog_version ?? undefined
        notifications.push(...problemOf(line))
      }
    }
    return { findings, notifications, tool: present({ ...trufflehogTool, version }) }
  },
})

/** One value a line; some people put them into a list. Silence is a clean scan, text without any JSON is not. */
function valuesOf(report: Report): unknown[] {
  const { values, otherLines } = report.jsonValues()
  if (values.length === 0 && otherLines.length > 0)
    throw new UnreadableReport('it holds no line of JSON, neither of a finding nor of a log')
  return values.flat()
}

function checked<T>(value: unknown, shape: Shape<T>, at: number): T {
  try {
    return readJson({ json: () => value }, shape)
  } catch (error) {
    throw new UnreadableReport(`in its value ${at + 1}, ${messageOf(error)}`, { cause: error })
  }
}

function fromFound(found: Of<typeof Found>): Finding {
  const { DetectorName: id, Verified: verified, Raw: raw, RawV2: both, DecoderName: decoder } = found
  const masked = (given: string | null | undefined) => (given ? withoutSecrets(given, raw, both) : undefined)
  const place = Object.values(found.SourceMetadata.Data ?? {}).find((it) => it) ?? {}
  const guide = found.ExtraData?.rotation_guide
  const secret = both || raw
  return {
    rule: secretRule({
      id,
      summary: `A secret of ${id}`,
      description: masked(found.DetectorDescription),
      url: guide?.startsWith('https://') ? guide : undefined,
    }),
    ...wordsOf(found),
    location: place.file ? { file: place.file, line: Number(place.line ?? 0) } : undefined,
    fingerprint: secret ? secretPrint(id, secret) : undefined,
    sarif: {
      properties: present({
        verified: verified ?? false,
        decoder: decoder ?? undefined,
        commit: place.commit || undefined,
        date: place.timestamp || undefined,
        repository: masked(place.repository),
        link: masked(place.link),
      }),
    },
  }
}

/** A secret that was tried and did not work is the lesser evil; one that could not be tried may work. */
function wordsOf({ DetectorName, Verified, VerificationError }: Of<typeof Found>): {
  level: Level
  message: string
} {
  if (Verified) return { level: 'error', message: `A secret of ${DetectorName}, which works: it was verified` }
  // What the service answered may hold the secret in any spelling.
  if (VerificationError) return { level: 'error', message: `A secret of ${DetectorName}; verifying it failed` }
  return { level: 'warning', message: `A secret of ${DetectorName}, not verified` }
}

function fromOld({ reason, path, commitHash, date, stringsFound }: Of<typeof Old>): Finding {
  const strings = stringsFound ?? []
  return {
    rule: secretRule({ id: reason }),
    level: /entropy/i.test(reason) ? 'warning' : 'error',
    message: `${reason}: ${strings.length === 1 ? 'a secret was' : `${strings.length} secrets were`} found`,
    location: path ? { file: path } : undefined,
    fingerprint: strings.length > 0 ? secretPrint(reason, strings.join('\n')) : undefined,
    sarif: { properties: present({ commit: commitHash ?? undefined, date: date ?? undefined }) },
  }
}

/** What went wrong while it scanned, without the details, in which there may be anything; the rest is no news. */
function problemOf({ level, msg }: Of<typeof Line>): Notification[] {
  return /^(?:error|fatal|d?panic)/i.test(level) ? [{ level: 'error', message: msg, incomplete: true }] : []
}
