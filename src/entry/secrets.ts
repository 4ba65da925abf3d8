/** Replaces secrets, and the forms they take on the way, in everything that is written. */
export interface Redactor {
  add(secrets: (string | undefined)[]): string[]
  redact(text: string): string
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
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '')
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64(secret),
    base64(`x-access-token:${secret}`),
  ]
  // A secret of several lines is printed line by line.
  return [...new Set([...forms, ...secret.split(/\r?\n/)])].filter((form) => form.length >= shortest)
}
