// Runs whole processes in turn (A B C, A B C, …) and compares them round by round: on a shared machine only what ran at
// the same time can be compared.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const peak = fileURLToPath(new URL('peak.cjs', import.meta.url))

/**
 * Medians by name, `{ wall, cpu, mb }` in ms and MB, and `over(a, b, what)`, the median of the rounds' ratios. A command
 * is `{ args, cwd, env, slept }`: `node` with these words; `slept` tells what to take off its time. With `program` that one
 * is run in the place of `node`, and only the clock is known of it.
 */
export async function compare(commands, rounds) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++)
    for (const [name, command] of Object.entries(commands)) {
      const sample = await run(name, command)
      // The first round only warms the disk's cache.
      if (round >= 0) samples[name].push(sample)
    }
  const medians = Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [
      name,
      Object.fromEntries(['wall', 'cpu', 'mb'].map((what) => [what, median(list.map((sample) => sample[what]))])),
    ]),
  )
  const by = (a, b, what, combine) =>
    median(samples[a].map((sample, at) => combine(sample[what], samples[b][at][what])))
  return {
    medians,
    over: (a, b, what = 'wall') => by(a, b, what, (x, y) => x / y),
    beyond: (a, b, what = 'wall') => by(a, b, what, (x, y) => x - y),
  }
}

/** One process; throws when it does not end as it should. */
export async function run(name, { program, args, cwd, env, slept = () => 0, exitCodes = [0] }) {
  const file = join(tmpdir(), `codescan-gate-peak-${process.pid}.json`)
  const started = performance.now()
  const words = program ? args : ['--require', peak, ...args]
  const child = spawn(program ?? process.execPath, words, {
    cwd,
    env: { ...process.env, ...env, BENCH_PEAK: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = []
  child.stderr.on('data', (piece) => said.push(piece))
  const [code, signal] = await once(child, 'close')
  const wall = performance.now() - started - slept()
  if (!exitCodes.includes(code))
    throw new Error(`${name}: ended with ${code ?? signal}\n${Buffer.concat(said).subarray(-2000)}`)
  if (program) return { wall }
  const used = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return { wall, ...used }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
