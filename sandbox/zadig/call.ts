import type { Incoming } from '../http.ts'
import type { World, ZadigUser } from './world.ts'

/** A request that has come past the gateway. */
export interface Call {
  world: World
  user: ZadigUser
  request: Incoming
  parameters: string[]
}
