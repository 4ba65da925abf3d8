import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import type { Run } from 'sarif'
import { NotEvaluated } from '../model/errors.ts'
import { logText } from '../model/sarif.ts'
import { excess, type Limits } from '../transforms/limits.ts'
import { mergeByCategory } from '../transforms/merge.ts'
import { chunkRuns, split } from '../transforms/split.ts'
import { halve, slim, trim } from '../transforms/trim.ts'

/** What is sent in one request. */
export interface Parcel {
  runs: Run[]
  /** The log, gzipped. */
  zipped: Buffer
}

export interface Packed {
  parcels: Parcel[]
  /** What was changed without any loss, sentences. */
  notices: string[]
  /** What GitHub will not get, sentences. */
  losses: string[]
}

/** Makes runs fit into what GitHub takes: trimmed (the worst is kept), split over several uploads, or refused. */
export async function pack(runs: Run[], limits: Limits, overLimit: 'trim' | 'split' | 'fail'): Promise<Packed> {
  const { runs: merged, notes: notices } = mergeByCategory(runs)
  if (overLimit === 'fail') return { parcels: [await whole(merged, limits)], notices, losses: [] }
  if (overLimit === 'split') {
    const { notices: told, ...parts } = await dealt(merged, limits)
    return { ...parts, notices: [...notices, ...told] }
  }
  const { runs: trimmed, notes } = trim(merged, limits)
  const { parcels, losses } = await parcelsOf(chunkRuns(trimmed, limits), limits)
  return { parcels, notices, losses: [...notes, ...losses] }
}

async function whole(runs: Run[], limits: Limits): Promise<Parcel> {
  const zipped = await zip(runs, limits)
  const over = [...excess(runs, limits), ...(zipped.length > limits.gzipBytes ? [tooLarge(zipped, limits)] : [])]
  if (over.length === 0) return { runs, zipped }
  throw new NotEvaluated(`${over.join(' ')} \`over-limit\` is \`fail\`; with \`trim\` or \`split\` it is uploaded.`)
}

/** No part gets smaller than this for its bytes: what is still too large then has single findings that are. */
const fewestResults = 100

/** Parts by number, and by half as many until each fits by its bytes, so that none has to lose anything. */
async function dealt(runs: Run[], limits: Limits): Promise<Packed> {
  let { runs: most, results } = limits
  for (;;) {
    const { uploads, notes } = split(runs, { ...limits, runs: most, results })
    const parcels = await fitting(uploads, limits)
    if (parcels) return { parcels, notices: notes, losses: [] }
    const keep = Math.floor(results.keep / 2)
    if (keep < fewestResults) return { ...(await parcelsOf(uploads, limits)), notices: notes }
    results = { ...results, keep }
    most = Math.max(1, Math.floor(most / 2))
  }
}

/** Undefined as soon as one of them does not fit: the others would be zipped for nothing. */
async function fitting(uploads: Run[][], limits: Limits): Promise<Parcel[] | undefined> {
  const parcels: Parcel[] = []
  for (const runs of uploads) {
    const zipped = await zip(runs, limits)
    if (zipped.length > limits.gzipBytes) return undefined
    parcels.push({ runs, zipped })
  }
  return parcels
}

async function parcelsOf(uploads: Run[][], limits: Limits): Promise<Pick<Packed, 'parcels' | 'losses'>> {
  const parcels: Parcel[] = []
  const losses: string[] = []
  for (const runs of uploads) {
    const { notes, ...parcel } = await shrunk(runs, limits)
    parcels.push(parcel)
    losses.push(...notes)
  }
  return { parcels, losses }
}

/** First goes what GitHub ignores anyway, then, half by half, what matters least. */
async function shrunk(given: Run[], limits: Limits): Promise<Parcel & { notes: string[] }> {
  let runs = given
  let zipped = await zip(runs, limits)
  if (zipped.length <= limits.gzipBytes) return { runs, zipped, notes: [] }
  runs = slim(runs)
  zipped = await zip(runs, limits)
  const notes: string[] = []
  while (zipped.length > limits.gzipBytes) {
    const smaller = halve(runs)
    if (!smaller) throw new NotEvaluated(`${tooLarge(zipped, limits)} Nothing is left that could be dropped from it.`)
    runs = smaller.runs
    notes.push(smaller.note)
    zipped = await zip(runs, limits)
  }
  return { runs, zipped, notes }
}

function tooLarge({ length }: Buffer, { gzipBytes }: Limits): string {
  return `The SARIF is ${(length / 1e6).toFixed(1)} MB when gzipped, and GitHub takes ${(gzipBytes / 1e6).toFixed(0)} MB.`
}

/**
 * Level 6 takes three quarters of the time of 9 for 1.5 % more, 4 % where there are many flows (bench figures on 20 MB of
 * SARIF), so 9 is tried only where that decides.
 */
async function zip(runs: Run[], { gzipBytes }: Limits): Promise<Buffer> {
  const zipped = await zipAt(6, runs)
  const isJustOver = zipped.length > gzipBytes && zipped.length * 0.95 <= gzipBytes
  return isJustOver ? zipAt(9, runs) : zipped
}

/** Bytes that go to the other thread at once: each time costs a turn of the event loop, in which it has nothing to do. */
const bale = 512 * 1024

/** One bale is zipped in another thread while the next is written; `memLevel` 9 costs nothing. */
async function zipAt(level: number, runs: Run[]): Promise<Buffer> {
  const gzip = createGzip({ level, memLevel: 9, chunkSize: 256 * 1024 })
  const zipped = buffer(gzip)
  let drained: Promise<unknown> | undefined
  for (const bytes of baled(logText(runs))) {
    await drained
    drained = gzip.write(bytes) ? undefined : once(gzip, 'drain')
  }
  gzip.end()
  return zipped
}

function* baled(pieces: Iterable<string>): Generator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for (const piece of pieces) {
    const bytes = Buffer.from(piece)
    waiting.push(bytes)
    length += bytes.length
    if (length < bale) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  yield Buffer.concat(waiting)
}
