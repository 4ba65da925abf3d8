import { array, nullish, number, type Of, object, string, union } from '../read/shape.ts'

const Point = object({
  line: nullish(number),
  column: nullish(number),
  offset: nullish(number),
})
const Range = object({ begin: Point, end: nullish(Point) })
const Place = object({
  path: string,
  lines: nullish(object({ begin: union([number, Point]), end: nullish(union([number, Point])) })),
  positions: nullish(Range),
})
/** The part of an issue that is used; the format's own words are in Code Climate's and GitLab's documentation. */
export const Issue = object({
  type: nullish(string),
  check_name: nullish(string),
  description: string,
  content: nullish(union([string, object({ body: nullish(string) })])),
  categories: nullish(array(string)),
  location: Place,
  other_locations: nullish(array(Place)),
  severity: nullish(string),
  level: nullish(string),
  fingerprint: nullish(string),
  url: nullish(string),
})
export type Issue = Of<typeof Issue>
export type Point = Of<typeof Point>
export type Place = Of<typeof Place>
