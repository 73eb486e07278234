import { z } from 'zod'
import { KINS, RELATIONS } from '../../language/index.ts'

/** A released sentence that was held back for her to ask for, with the sections it cites in the order of its marks. */
const HeldSentence = z.object({
  text: z.string(),
  by: z.enum(['model', 'guide']).optional(),
  sources: z.array(z.object({ sourceId: z.string(), title: z.string() })),
})
export type HeldSentence = z.infer<typeof HeldSentence>

/** What a conversation keeps between turns besides its messages and applications. */
export const ConversationState = z.object({
  turns: z.number().int().default(0),
  /** The guide the last answer came from. */
  lastGuide: z.string().optional(),
  /** The guide that answers came from before that one. */
  formerGuide: z.string().optional(),
  /** She is spoken to plainly: one thing a turn. */
  plain: z.boolean().default(false),
  /** What of the last answer was not told yet, in plain manner. */
  rest: z.array(HeldSentence).default([]),
  /** Choices offered last. */
  lastChoices: z.array(z.string()).default([]),
  /** The field asked for last, so that a bare answer is for it. */
  asked: z.object({ application: z.string(), field: z.string() }).optional(),
  /** Sources offered for consent, as `application:source`: each is offered once. */
  offered: z.array(z.string()).default([]),
  /** Those of them that were put again before a field that they could fill. */
  remindedOf: z.array(z.string()).default([]),
  /** The consent card that stands last: a yes or no is for it, and for no field of the form. */
  consent: z.object({ application: z.string(), source: z.string() }).optional(),
  /** True while a review card stands last. */
  reviewing: z.boolean().default(false),
  /** For whom she acts, said before the form was started. */
  actingFor: z.object({ relation: z.enum(RELATIONS), kin: z.enum(KINS).optional(), detail: z.string() }).optional(),
  /** Answers to a notice of a department (补正), not given yet. */
  supplement: z.object({ application: z.string(), answers: z.record(z.string(), z.string()) }).optional(),
})
export type ConversationState = z.infer<typeof ConversationState>
