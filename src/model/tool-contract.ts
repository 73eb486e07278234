import { z } from 'zod'
import { FormField } from './briefing.ts'

/** Slugs of a guide's sections, as the guides' format fixes them. */
const SectionSlug = z.enum(['who', 'materials', 'how', 'time', 'fees', 'where', 'faq', 'basis'])

/**
 * What a model can ask for, and what it gets back. The same for every engine. None of them submits, consents or
 * withdraws: those are acts of the citizen at an HTTP endpoint.
 */
export const ToolInputs = {
  searchGuides: z.strictObject({
    query: z.string().min(1).max(500).describe('市民的问题，独立成句，去掉寒暄'),
    guide: z.string().optional().describe('只在这份指南里找：指南代号，如 g1'),
    sections: z
      .array(SectionSlug)
      .optional()
      .describe('问的是哪一类：条件 who 材料 materials 流程 how 时限 time 费用 fees 地点 where'),
  }),
  readGuide: z.strictObject({
    guide: z.string().describe('指南代号，如 g1'),
    sections: z.array(SectionSlug).optional(),
  }),
  checkEligibility: z.strictObject({ service: z.string(), values: z.record(z.string(), z.string()) }),
  startApplication: z.strictObject({
    service: z.string().describe('事项代号，如 s1'),
    values: z.record(z.string(), z.string()).optional(),
  }),
  fillApplication: z.strictObject({
    values: z.record(z.string(), z.string()).describe('栏目 id → 市民的原话里的值；更正也用它'),
  }),
  showApplication: z.strictObject({}),
  setAsideApplication: z.strictObject({
    action: z.enum(['set-aside', 'resume', 'discard']),
    service: z.string().optional(),
  }),
  findCases: z.strictObject({}),
  matchBenefits: z.strictObject({}),
  askCitizen: z.strictObject({ question: z.string().max(200), choices: z.array(z.string().max(60)).max(6) }),
  decline: z.strictObject({
    reason: z.enum(['out-of-scope', 'no-guidance', 'unsafe', 'other-city', 'personal-advice', 'promise', 'small-talk']),
  }),
  handOver: z.strictObject({
    reason: z.enum(['citizen-asked', 'complaint', 'suggestion', 'no-guidance', 'in-person-only', 'repeated-failure']),
  }),
} as const
export type ToolName = keyof typeof ToolInputs

/** Result of `searchGuides` and `readGuide`. `token` is what an answer cites as `[p1]` at the end of the sentence it backs. */
export const PassagesResult = z.object({
  passages: z.array(
    z.object({
      token: z.string(),
      guide: z.string(),
      title: z.string(),
      section: SectionSlug,
      heading: z.string(),
      text: z.string(),
      textEn: z.string().optional(),
      /** What its points say in English, by name (`who#代办`). */
      pointsEn: z.record(z.string(), z.string()).optional(),
      score: z.number(),
      /** 0..1 how well it answers among the passages of its guide; only a search says. */
      fit: z.number().optional(),
    }),
  ),
  guides: z.array(
    z.object({
      token: z.string(),
      title: z.string(),
      titleEn: z.string().optional(),
      confidence: z.number(),
      service: z.string().optional(),
      /** 0..1 how surely the words name it; only a search says. */
      named: z.number().optional(),
      /** How likely each of its points (`who#代办`) answers, 0..1, the likely ones only, and how likely it is silent; only a search says. */
      answers: z.object({ points: z.record(z.string(), z.number()), silent: z.number() }).optional(),
    }),
  ),
  confidence: z.number(),
  /** The words speak against every guide; only a search says. */
  foreign: z.boolean().optional(),
  /** The guides' own words for what was said otherwise; only a search says. */
  meant: z.array(z.string()).optional(),
})
export type PassagesResult = z.infer<typeof PassagesResult>

/** Result of `startApplication`, `fillApplication`, `showApplication`, `setAsideApplication`. The page and the code show it to the citizen; a model need not repeat it. */
export const ApplicationResult = z.object({
  title: z.string(),
  status: z.string(),
  accepted: z.array(
    z.object({ field: z.string(), label: z.string(), shown: z.string(), previous: z.string().nullable() }),
  ),
  rejected: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })),
  changed: z.array(z.string()),
  pending: z.array(z.string()),
  eligibility: z.array(z.object({ outcome: z.string(), message: z.string() })),
  /** Fields that apply or may yet apply, as in the briefing: what the citizen said in the same words can be filled in. */
  fields: z.array(FormField),
})
export type ApplicationResult = z.infer<typeof ApplicationResult>

/** A tool that could not do it says why, in words a model can explain. */
export const ToolProblem = z.object({ problem: z.string() })
