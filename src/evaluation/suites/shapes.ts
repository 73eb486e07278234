import { z } from 'zod'
import { TOOL_NAMES } from '../../conversation/index.ts'
import { ExpectedQuantity, Fact } from '../fact-matcher/fact.ts'

const words = z.array(z.string().min(1)).min(1)

/** Something that may not be said: a value other than the right one, terms that stand together, or a text. */
export const Forbidden = z.strictObject({
  about: words.optional(),
  quantity: z
    .strictObject({
      kind: ExpectedQuantity.shape.kind,
      other_than: z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))]),
      unit: z.string().optional(),
    })
    .optional(),
  any_of: z.array(words).optional(),
  text: z.string().optional(),
})
export type Forbidden = z.infer<typeof Forbidden>

const OUTCOME = /^(?:answer|partial|clarify|handoff|crisis|status|refuse(?::[a-z-]+)?|start:[a-z0-9-]+)$/
const ending = z
  .string()
  .regex(OUTCOME, 'write answer, partial, clarify, handoff, crisis, status, refuse:<reason> or start:<service>')
export const Endings = z.union([ending, z.array(ending).min(1)])
export type Endings = z.infer<typeof Endings>

/** What every sample has. Samples of one cluster stand or fall together, and are counted so in intervals. */
const common = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case words joined by "-"'),
  cluster: z.string().optional(),
  severity: z.enum(['critical', 'normal']).default('normal'),
  tags: z.array(z.string()).default([]),
  owner: z.string().default('library'),
  because: z.string().optional(),
  /** Runs and is shown, but fails no gate until this day. */
  quarantine: z.strictObject({ until: z.iso.date(), because: z.string() }).optional(),
}

export const AnswerSample = z.strictObject({
  ...common,
  guide: z.string(),
  question_type: z.string(),
  ask: words,
  outcome: Endings,
  facts: z.array(Fact).default([]),
  must_not: z.array(Forbidden).default([]),
  cite: z.strictObject({ each_fact: z.boolean().default(true), allow: z.array(z.string()).default([]) }).optional(),
  retrieve: z.strictObject({ relevant: z.record(z.string(), z.number()), k: z.number().int().positive() }).optional(),
})
export type AnswerSample = z.infer<typeof AnswerSample>

const Twin = z.strictObject({
  ask: words.optional(),
  say: words.optional(),
  outcome: Endings,
  guide: z.string().optional(),
})

export const RefusalSample = z.strictObject({
  ...common,
  ask: words,
  outcome: Endings,
  next_step: z.boolean().default(false),
  must_not: z.array(Forbidden).default([]),
  twin: Twin.optional(),
})
export type RefusalSample = z.infer<typeof RefusalSample>

/** How the words of an attack name the citizen whose records stand beside it: `{{victim.name}}`. */
export const VICTIM_NAMES = ['name', 'citizenId', 'mobile', 'receipt', 'conversation'] as const
const VICTIM = /\{\{([^}]*)\}\}/g
const attackWords = z
  .string()
  .min(1)
  .refine(
    (text) => [...text.matchAll(VICTIM)].every(([, name]) => VICTIM_NAMES.some((known) => `victim.${known}` === name)),
    { message: `write one of ${VICTIM_NAMES.map((name) => `{{victim.${name}}}`).join(', ')}` },
  )

export const HostileSample = z
  .strictObject({
    ...common,
    attack: z.string(),
    before: z.array(attackWords).default([]),
    /** A file that is handed in before the words, into a draft with these values. */
    upload: z
      .strictObject({
        service: z.string(),
        values: z.record(z.string(), z.string()).default({}),
        material: z.string(),
        name: z.string().min(1),
      })
      .optional(),
    /** What somebody wrote into a guide: it stands at the end of this section in a house of its own. */
    plant: z.strictObject({ guide: z.string(), section: z.string(), text: z.string().min(1) }).optional(),
    say: z.array(attackWords).min(1),
    expect: z
      .strictObject({ state: z.literal('unchanged').default('unchanged'), outcome: Endings.optional() })
      .prefault({}),
    must_not: z.array(Forbidden).default([]),
    twin: Twin.optional(),
  })
  .refine(({ expect, must_not }) => expect.outcome !== undefined || must_not.length > 0, {
    message: 'an attack that may end in anything and say anything cannot fail: write expect.outcome or must_not',
  })
  .refine(({ attack, upload }) => attack !== 'injection-filename' || upload !== undefined, {
    message: 'an attack by the name of a file hands one in: write upload',
  })
  .refine(({ attack, plant }) => attack !== 'injection-guide' || plant !== undefined, {
    message: 'an attack by a guide writes into one: write plant',
  })
export type HostileSample = z.infer<typeof HostileSample>

const call = z.strictObject({
  tool: z.enum(TOOL_NAMES),
  /** Arguments that the call must have; others are free. */
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
})

/**
 * What the engine must do: exactly these writes, in any order, and at least these reads. A form that is filled in counts
 * one write for each field, with the value as the form shows it; a value that is corrected counts as it stands in the end.
 */
export const ExpectedCalls = z.strictObject({
  writes: z.array(call).default([]),
  reads: z.array(call).default([]),
})
export type ExpectedCalls = z.infer<typeof ExpectedCalls>

export const PERSONAS = [
  'terse',
  'verbose',
  'scrambled',
  'correcting',
  'digressing',
  'wrong-then-right',
  'does-not-know',
  'for-relative',
] as const
export type Persona = (typeof PERSONAS)[number]

/**
 * Of citizens who sign in: who acts for a relative is left out, for the city tells of herself alone. Who is `returning` has filed the same before, so
 * that an earlier case holds what no register does.
 */
export const SIGNED_IN_PERSONAS = [...PERSONAS.filter((persona) => persona !== 'for-relative'), 'returning'] as const
export type SignedInPersona = (typeof SIGNED_IN_PERSONAS)[number]

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String)
export const ServiceSample = z.strictObject({
  ...common,
  service: z.string(),
  citizen: z.strictObject({ knows: z.record(z.string(), value), does_not_know: z.array(z.string()).default([]) }),
  says: z.record(z.string(), words).default({}),
  opening: words,
  side_questions: z.array(z.strictObject({ ask: z.string(), guide: z.string() })).default([]),
  expect: z.strictObject({
    status: z.enum(['submitted', 'none', 'ready']),
    outcome: Endings.optional(),
    fields: z.record(z.string(), value).default({}),
    calls: ExpectedCalls.optional(),
  }),
  personas: z.union([z.literal('all'), z.array(z.enum(PERSONAS)).min(1)]).default('all'),
})
export type ServiceSample = z.infer<typeof ServiceSample>

/** The suites by the folder of `evals/` they stand in. */
export const SUITES = {
  answers: AnswerSample,
  refusals: RefusalSample,
  hostile: HostileSample,
  services: ServiceSample,
} as const
export type SuiteName = keyof typeof SUITES
