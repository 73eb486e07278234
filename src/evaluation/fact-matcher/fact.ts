import { z } from 'zod'

const words = z.array(z.string().min(1)).min(1)
const kind = z.enum(['money', 'duration', 'age', 'date', 'count', 'percent', 'length', 'area', 'identifier'])

/** A quantity that an answer must state. A range is `value: [18, 46]` with `op: '[)'` (upper bound excluded) or `'[]'`. */
export const ExpectedQuantity = z.strictObject({
  kind,
  op: z.enum(['=', '>=', '>', '<=', '<', '[)', '[]']).default('='),
  value: z.union([z.number(), z.string(), z.tuple([z.number(), z.number()])]),
  /** `workday`, `day`, `week`, `month`, `year`, `hour`, `minute`, `CNY`, `inch`, `m`, `m2`, or a measure word. */
  unit: z.string().optional(),
})
export type ExpectedQuantity = z.infer<typeof ExpectedQuantity>

export const Polarity = z.enum(['required', 'not_required', 'allowed', 'forbidden'])
export type Polarity = z.infer<typeof Polarity>

/**
 * What an answer must say: a quantity or a polarity of the thing in `about` (aliases of one thing), alternatives of
 * terms that stand together, or a list of things, each by its synonyms. Exactly one of the four.
 */
export const Fact = z
  .strictObject({
    id: z.string().min(1),
    critical: z.boolean().default(false),
    about: words.optional(),
    quantity: ExpectedQuantity.optional(),
    polarity: Polarity.optional(),
    any_of: z.array(words).min(1).optional(),
    list: z.array(words).min(1).optional(),
    /** `guide#section` that says so. */
    source: z.string().optional(),
    /** Start of the SHA-256 of that section when the fact was taken from it. */
    quote: z.string().optional(),
  })
  .refine(
    ({ quantity, polarity, any_of, list }) =>
      [quantity, polarity, any_of, list].filter((one) => one !== undefined).length === 1,
    { message: 'write exactly one of quantity, polarity, any_of and list' },
  )
export type Fact = z.infer<typeof Fact>

/** What a text says of a fact. A text that states it and denies it as well contradicts it. */
export type Finding = { readonly verdict: 'holds' | 'missing' | 'contradicts'; readonly evidence: string | undefined }
