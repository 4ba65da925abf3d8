import type { Host } from '../model/host.ts'
import { escaped } from '../render/markdown.ts'
import { plain } from '../render/plain.ts'

/** Replaces secrets, and the forms they take on the way, in everything that is written. */
export interface Redactor {
  add(secrets: (string | undefined)[]): string[]
  redact(text: string): string
}

/** Text as it may be printed. A secret that a terminal escape parts comes together when the escape is taken out. */
export function printable({ redact }: Redactor): (text: string) => string {
  return (text) => redact(plain(redact(text)))
}

/** What a program said on standard error is quoted in parts, and a part of a secret would not be known again. */
export function discreet({ redact }: Redactor, execute: Host['exec']): Host['exec'] {
  return async (command) => {
    const execution = await execute(command)
    return { ...execution, stderr: redact(execution.stderr) }
  }
}

/** A shorter "secret" would black out half the log without protecting anything. */
const shortest = 4

export function redactor(): Redactor {
  let forms: string[] = []
  return {
    add(secrets) {
      const added = secrets.filter((secret) => secret !== undefined).flatMap(formsOf)
      // The longest first, or a part of a form would be cut out of it and leave the rest.
      forms = [...new Set([...forms, ...added])].sort((a, b) => b.length - a.length)
      return added
    },
    redact: (text) => forms.reduce((rest, form) => rest.replaceAll(form, '***'), text),
  }
}

function formsOf(secret: string): string[] {
  // A secret of several lines is printed line by line, too.
  const parts = [secret, ...secret.split(/\r?\n/)].filter((part) => part.trim().length >= shortest)
  const forms = parts.flatMap((part) => [
    part,
    encodeURIComponent(part.toWellFormed()),
    JSON.stringify(part).slice(1, -1),
    base64(part),
    base64(`x-access-token:${part}`),
    // The summary is Markdown, where `ghp_…` stands as `ghp\_…`.
    escaped(part),
  ])
  return [...new Set(forms)].filter((form) => form.length >= shortest)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '')
}
