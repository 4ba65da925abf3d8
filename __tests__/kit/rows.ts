import { afterAll, beforeAll, it } from '@jest/globals'
import { type Story, type Told, tell } from './story.ts'

/** A row of a list: what it promises, what is done, and what must be seen then. */
export interface Row {
  story: Story
  proves(told: Told): void | Promise<void>
}

/** A test a row, named as the row. The stories are told a few at a time: they mostly wait for one another's servers. */
export function rows(list: Record<string, Row>): void {
  const told = new Map<string, Told | Error>()

  beforeAll(async () => {
    const titles = Object.keys(list)
    const worker = async () => {
      for (let title = titles.shift(); title; title = titles.shift()) {
        told.set(title, await tell(list[title]!.story).catch((error: Error) => error))
      }
    }
    await Promise.all(Array.from({ length: 5 }, worker))
  }, 600_000)
  afterAll(() => told.clear())

  it.each(Object.keys(list))('%s', async (title) => {
    const outcome = told.get(title)!
    if (outcome instanceof Error) throw outcome
    await list[title]!.proves(outcome)
  })
}
