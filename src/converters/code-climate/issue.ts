import * as z from 'zod/mini'

const Point = z.object({
  line: z.nullish(z.number()),
  column: z.nullish(z.number()),
  offset: z.nullish(z.number()),
})
const Range = z.object({ begin: Point, end: z.nullish(Point) })
const Place = z.object({
  path: z.string(),
  lines: z.nullish(z.object({ begin: z.union([z.number(), Point]), end: z.nullish(z.union([z.number(), Point])) })),
  positions: z.nullish(Range),
})
/** The part of an issue that is used; the format's own words are in Code Climate's and GitLab's documentation. */
export const Issue = z.object({
  type: z.nullish(z.string()),
  check_name: z.nullish(z.string()),
  description: z.string(),
  content: z.nullish(z.union([z.string(), z.object({ body: z.nullish(z.string()) })])),
  categories: z.nullish(z.array(z.string())),
  location: Place,
  other_locations: z.nullish(z.array(Place)),
  severity: z.nullish(z.string()),
  level: z.nullish(z.string()),
  fingerprint: z.nullish(z.string()),
  url: z.nullish(z.string()),
})
export type Issue = z.output<typeof Issue>
export type Point = z.output<typeof Point>
export type Place = z.output<typeof Place>
