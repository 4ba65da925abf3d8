import { afterEach } from '@jest/globals'

const open: { close(): Promise<void> }[] = []

afterEach(closeAll)

/** Whatever it is, it is closed after the test. */
export function closing<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing)
  return thing
}

/** For a test that opens again and again. */
export async function closeAll(): Promise<void> {
  for (const each of open.splice(0)) await each.close()
}
