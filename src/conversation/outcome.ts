import { z } from 'zod'

/** Why the assistant does not help with a message. */
export const DeclineReason = z.enum([
  'out-of-scope',
  'no-guidance',
  'unsafe',
  'other-city',
  'personal-advice',
  'promise',
  'small-talk',
  'empty',
  'too-long',
  'confirmation-invalid',
  'incomplete',
])

export type DeclineReason = z.infer<typeof DeclineReason>

/**
 * Every way a turn can end. `engine` names who spoke: `embedded`, `openai:<model>`, or `none` when code alone answered.
 * Each ending has its words in `prompts/messages.yaml`.
 */
export const Outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('answered'), completeness: z.enum(['complete', 'partial']), engine: z.string() }),
  z.object({ outcome: z.literal('clarify'), engine: z.string() }),
  z.object({ outcome: z.literal('no-guidance'), engine: z.string() }),
  z.object({ outcome: z.literal('out-of-scope'), reason: DeclineReason, engine: z.string() }),
  z.object({ outcome: z.literal('blocked'), reason: DeclineReason, engine: z.string() }),
  z.object({ outcome: z.literal('crisis'), reason: z.string(), engine: z.string() }),
  z.object({ outcome: z.literal('drafting'), engine: z.string() }),
  z.object({ outcome: z.literal('awaiting-consent'), engine: z.string() }),
  z.object({ outcome: z.literal('awaiting-review'), engine: z.string() }),
  z.object({ outcome: z.literal('submitted'), engine: z.string() }),
  z.object({ outcome: z.literal('status'), engine: z.string() }),
  z.object({ outcome: z.literal('handed-over'), reason: z.string(), engine: z.string() }),
  z.object({ outcome: z.literal('failed'), reason: z.string(), engine: z.string() }),
])
export type Outcome = z.infer<typeof Outcome>
