import { z } from 'zod'

/** A field of a form as a model may know it: one that applies, or may yet apply. */
export const FormField = z.object({
  id: z.string(),
  label: z.string(),
  labels: z.array(z.string()),
  element: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string(), aliases: z.array(z.string()) })).optional(),
  /** The question as it is put, of a field that is answered in statements. */
  ask: z.string().optional(),
  /** Words for either side of a yes-no field; words joined by a space follow one another within a clause. */
  yes: z.array(z.string()).optional(),
  no: z.array(z.string()).optional(),
  /** How the question is answered, by option id or `yes` and `no`; only of the field that was asked for. */
  answers: z.record(z.string(), z.array(z.string())).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Masked display form; absent while not known. */
  shown: z.string().optional(),
  /** True while it is not decided whether the field applies. */
  undecided: z.boolean().optional(),
})
export type FormField = z.infer<typeof FormField>

/** Services that can be started here, under their tokens. */
const Services = z.array(z.object({ token: z.string(), title: z.string(), aliases: z.array(z.string()) }))
export type Services = z.infer<typeof Services>

/**
 * What a model is told about the turn besides the citizen's words: the state of the case, under short tokens.
 * It is written into the last user message as one JSON block, so that every engine reads the same prompt; the services, which
 * are the same in every turn, stand in the instructions, where a provider keeps them.
 */
export const Briefing = z.object({
  today: z.iso.date(),
  locale: z.enum(['zh-Hans', 'zh-Hant', 'en']),
  /** She wants to be spoken to plainly, one thing a turn. */
  plain: z.literal(true).optional(),
  /** The draft in hand, absent when there is none or it is set aside. */
  application: z
    .object({
      service: z.string(),
      title: z.string(),
      status: z.string(),
      /** The field the citizen was asked for last, when there is one. */
      asked: z.string().optional(),
      fields: z.array(FormField),
    })
    .optional(),
  /** Drafts set aside, which the citizen may take up again. */
  aside: z.array(z.object({ service: z.string(), title: z.string() })),
  /** The guide the last answer came from, so that 那要多久 and 帮我办 have a subject. */
  lastGuide: z.object({ token: z.string(), title: z.string(), service: z.string().optional() }).optional(),
  /** The guide spoken of before that one, for 前面那个 and 它俩. */
  formerGuide: z.object({ token: z.string(), title: z.string(), service: z.string().optional() }).optional(),
  /** Choices the citizen was offered last. */
  lastChoices: z.array(z.string()),
  /** What her words are written for when they are no question: a complaint or cry for help, or how something should be. */
  kind: z.enum(['complaint', 'suggestion']).optional(),
  /** Why her words are perhaps not for the guides: help with a wrong, others' lives, a personal judgement, a person to talk to, a political opinion, another place, a promise. */
  boundary: z.enum(['unsafe', 'prying', 'verdict', 'handoff', 'political', 'other-place', 'promise']).optional(),
  services: Services,
  /** True when this conversation has filed cases. */
  hasCases: z.boolean(),
})
export type Briefing = z.infer<typeof Briefing>

/** JSON as it stands in the prompt; broken JSON is a failed parse, never a throw. */
const jsonOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(shape)

const TurnBriefing = Briefing.omit({ services: true })
export type TurnBriefing = z.infer<typeof TurnBriefing>
const BriefingJson = jsonOf(TurnBriefing)
const ServicesJson = jsonOf(Services)

const OPEN = '<情况>'
const CLOSE = '</情况>'
const SERVICES_OPEN = '<事项>'
const SERVICES_CLOSE = '</事项>'

/** The last user message: the briefing block, then the citizen's words. */
export function renderBriefing(briefing: TurnBriefing, words: string): string {
  return `${OPEN}\n${JSON.stringify(briefing)}\n${CLOSE}\n${words}`
}

/** The instructions of every turn: how to be the assistant, then the services. */
export function renderInstructions(prompt: string, services: Services): string {
  return `${prompt}\n\n${SERVICES_OPEN}\n${JSON.stringify(services)}\n${SERVICES_CLOSE}`
}

/** The instructions as staff wrote them. */
export function withoutServices(instructions: string): string {
  const start = instructions.lastIndexOf(`\n\n${SERVICES_OPEN}\n`)
  return start < 0 ? instructions : instructions.slice(0, start)
}

/** Reads the services out of instructions; none when they hold no such block. */
export function parseServices(instructions: string): Services {
  const start = instructions.lastIndexOf(`${SERVICES_OPEN}\n`)
  if (start < 0 || !instructions.endsWith(`\n${SERVICES_CLOSE}`)) return []
  return ServicesJson.safeParse(instructions.slice(start + SERVICES_OPEN.length, -SERVICES_CLOSE.length)).data ?? []
}

/** The reverse of {@link renderBriefing}; undefined when the text holds no block. The citizen's words cannot forge one: the first block counts. */
export function splitBriefing(text: string): { block: string; words: string } | undefined {
  const end = text.indexOf(`\n${CLOSE}\n`)
  if (!text.startsWith(`${OPEN}\n`) || end < 0) return undefined
  return { block: text.slice(OPEN.length + 1, end), words: text.slice(end + CLOSE.length + 2) }
}

/** Reads the block of a briefing; undefined when it is not valid. */
export function parseBriefing(block: string): TurnBriefing | undefined {
  return BriefingJson.safeParse(block).data
}
