import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as core from '@actions/core'
import { messageOf } from '../model/errors.ts'
import type { Annotation, Host, Publication } from '../model/host.ts'
import { painted } from '../render/painter.ts'
import { collectGarbage } from './garbage.ts'
import { onInterrupt } from './interruptions.ts'
import { ask, execute } from './programs.ts'
import { progressAt } from './progress.ts'
import { discreet, printable, redactor } from './secrets.ts'

/** A step of GitHub Actions: folded log, annotations, job summary, outputs. */
export function actionHost(environment: NodeJS.ProcessEnv): Host {
  const secrets = redactor()
  const safe = printable(secrets)
  const log = {
    debug: (message: string) => core.debug(safe(message)),
    info: (message: string) => core.info(safe(message)),
    warn: (message: string) => core.warning(safe(message)),
    error: (message: string) => core.error(safe(message)),
  }
  return {
    cwd: process.cwd(),
    tempFolder: () => mkdtemp(join(environment['RUNNER_TEMP'] || tmpdir(), 'codescan-gate-')),
    log,
    exec: discreet(secrets, execute),
    ask,
    sleep: async (ms) => void (await sleep(ms)),
    now: Date.now,
    during: progressAt({ now: Date.now, say: log.info }).during,
    mask(values) {
      for (const form of secrets.add(values)) core.setSecret(form)
    },
    redact: secrets.redact,
    onInterrupt,
    collectGarbage,
    publish: (publication) => publish(publication, safe, log.warn),
  }
}

async function publish(publication: Publication, safe: (text: string) => string, warn: (message: string) => void) {
  const { annotations, outputs, variables = {}, summary, table, failure } = publication
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, safe(value))
  for (const [name, value] of Object.entries(variables)) core.exportVariable(name, safe(value))
  if (table) core.info(safe(painted(table, { colours: false, links: false, safe })))
  if (failure) core.error(safe(failure))
  for (const annotation of annotations) annotate(annotation, safe)
  if (summary === undefined) return
  try {
    await core.summary.addRaw(safe(summary)).write()
  } catch (error) {
    // A summary that cannot be written must not change the verdict.
    warn(`The job summary was not written: ${messageOf(error)}`)
  }
}

function annotate({ level, message, title, ...place }: Annotation, safe: (text: string) => string): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice }[level]
  write(safe(message), { ...place, title: safe(title), file: place.file && safe(place.file) })
}
