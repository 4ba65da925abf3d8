import type { Schema } from './schema.ts'

/** The words that schemas are written with; each description is what editors and messages say of the value. */

export const anyText = (description: string): Schema => ({ type: 'string', description })

/** One that is not empty. */
export const text = (description: string): Schema => ({ type: 'string', minLength: 1, description })

export const flag = (description: string): Schema => ({ type: 'boolean', description })

/** One that servers and languages with integers of 32 bits can hold. */
export const count = (description: string, minimum = 0): Schema => ({
  type: 'integer',
  minimum,
  maximum: 2 ** 31 - 1,
  description,
})

export const words = (choices: readonly string[], description: string, byDefault?: string): Schema => ({
  type: 'string',
  enum: [...choices],
  description,
  ...(byDefault && { default: byDefault }),
})

export const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description })

/** One, or a list of which one has to fit. */
export const some = (item: Schema): Schema => ({
  anyOf: [item, { type: 'array', items: item, minItems: 1, description: item.description }],
  description: item.description,
})

/** Keys that it does not know are mistakes. */
export const struct = (properties: Record<string, Schema>, description: string, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  description,
})
