import type { Host, Underway } from '../model/host.ts'

/** Where long work is told of. */
interface Place {
  now(): number
  say(message: string): void
  /** A line that is drawn over, on a terminal in front of somebody; there the log stays as it is. */
  line?: { draw(text: string): void; erase(): void }
  /** How often a log hears that something is still under way. */
  beatMs?: number
}

export interface Progress extends Pick<Host, 'during'> {
  /** Looks at the clock. Done by itself while something is under way. */
  tick(): void
}

interface Work extends Underway {
  started: number
  beats: number
}

const lookMs = 100

/** Tells of work that takes long, as long as it does. Its timer keeps no process alive. */
export function progressAt({ now, say, line, beatMs = 30_000 }: Place): Progress {
  const works = new Set<Work>()
  let timer: NodeJS.Timeout | undefined
  const beat = (work: Work) => {
    const beats = Math.floor((now() - work.started) / beatMs)
    if (beats > work.beats) say(`${sentence(work, now())}.`)
    work.beats = beats
  }
  const tick = () => {
    if (line) line.draw([...works].map((work) => sentence(work, now())).join(' · '))
    else for (const work of works) beat(work)
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
    line?.erase()
  }
  return {
    tick,
    async during(promise, underway) {
      const work = { ...underway, started: now(), beats: 0 }
      works.add(work)
      timer ??= setInterval(tick, lookMs).unref()
      try {
        return await promise
      } finally {
        works.delete(work)
        if (works.size === 0) stop()
      }
    },
  }
}

function sentence({ what, limitMs, started }: Work, now: number): string {
  return `${what()} after ${duration(now - started)}, of ${duration(limitMs)} at most`
}

function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
