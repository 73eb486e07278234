import { z } from 'zod'

/** The shapes that cross HTTP. `/openapi.json` is generated from them; the web room imports their types only. */

export const Locale = z.enum(['zh-Hans', 'zh-Hant', 'en'])

export const OUTCOMES = [
  'answered',
  'clarify',
  'no-guidance',
  'out-of-scope',
  'blocked',
  'crisis',
  'drafting',
  'awaiting-consent',
  'awaiting-review',
  'submitted',
  'status',
  'handed-over',
  'failed',
] as const

export const Provenance = z.object({
  kind: z.enum(['citizen', 'registry', 'certificate', 'earlier-case', 'derived']),
  detail: z.string(),
})

const Option = z.object({ id: z.string(), label: z.string() })
const MaterialLine = z.object({ id: z.string(), label: z.string(), note: z.string().nullable() })

export const EligibilityPart = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['no', 'not-yet', 'in-person', 'note']),
      message: z.string(),
      cite: z.string(),
    }),
  ),
})
export type EligibilityPart = z.infer<typeof EligibilityPart>

/** `data-application`: the draft or case in hand. Secret values are masked and `value` holds the masked form. */
export const ApplicationPart = z.object({
  id: z.string(),
  service: z.string(),
  title: z.string(),
  guide: z.string(),
  status: z.string(),
  completion: z.enum(['online', 'appointment']),
  inPerson: z.string().nullable(),
  version: z.number().int(),
  setAside: z.boolean(),
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      element: z.string(),
      required: z.boolean(),
      value: z.string().nullable(),
      shown: z.string().nullable(),
      masked: z.boolean(),
      provenance: Provenance.nullable(),
      options: z.array(Option),
    }),
  ),
  pending: z.array(z.string()),
  next: z
    .object({ field: z.string(), ask: z.string(), help: z.string().nullable(), options: z.array(Option) })
    .nullable(),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  eligibility: EligibilityPart.shape.findings,
  materials: z.array(MaterialLine),
  fee: z.string(),
  receiptNumber: z.string().nullable(),
  dueBy: z.string().nullable(),
})
export type ApplicationPart = z.infer<typeof ApplicationPart>

/** `data-review` and `GET …/review`: exactly what is confirmed. `confirmation` is single-use and bound to the session. */
export const ReviewPart = z.object({
  applicationId: z.string(),
  service: z.string(),
  title: z.string(),
  reviewHash: z.string(),
  confirmation: z.string(),
  expiresAt: z.string(),
  values: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), provenance: Provenance })),
  materials: z.array(MaterialLine),
  fee: z.string(),
  deadline: z.string().nullable(),
  inPerson: z.string().nullable(),
  declaration: z.string(),
})
export type ReviewPart = z.infer<typeof ReviewPart>

export const ReceiptPart = z.object({ receiptNumber: z.string(), queryCode: z.string(), dueBy: z.string().nullable() })
export type ReceiptPart = z.infer<typeof ReceiptPart>

export const OutcomePart = z.object({
  outcome: z.enum(OUTCOMES),
  completeness: z.enum(['complete', 'partial']).optional(),
  reason: z.string().optional(),
  /** Which engine spoke: `embedded`, `openai:<model>`, or `none` when code alone answered. */
  engine: z.string(),
})
export type OutcomePart = z.infer<typeof OutcomePart>

export const ChoicesPart = z.object({ question: z.string(), choices: z.array(z.string()) })
export const SuggestionsPart = z.object({ suggestions: z.array(z.string()) })
export const HandoverPart = z.object({ ticket: z.string(), hotline: z.string() })
export const ProgressPart = z.object({ cases: z.array(z.lazy(() => CaseView)) })

export const CaseView = z.object({
  receiptNumber: z.string(),
  service: z.string(),
  title: z.string(),
  status: z.string(),
  submittedAt: z.string(),
  dueBy: z.string().nullable(),
  events: z.array(z.object({ at: z.string(), status: z.string(), text: z.string() })),
})
export type CaseView = z.infer<typeof CaseView>

/** A persisted message, in the AI SDK's UI message shape. */
export const ChatMessage = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  parts: z.array(z.looseObject({ type: z.string() })),
})
export type ChatMessage = z.infer<typeof ChatMessage>

export const OpenConversationRequest = z.strictObject({ locale: Locale.optional() })
export const OpenConversationResponse = z.object({ id: z.string(), token: z.string(), expiresAt: z.string() })

/** A chat message: our own short form, or the AI SDK's default body, of which only the last user message is read. */
export const ChatRequest = z.strictObject({
  id: z.string().max(200).optional(),
  message: z
    .union([
      z.string(),
      z.looseObject({ parts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })) }),
    ])
    .optional(),
  messages: z
    .array(
      z.looseObject({
        role: z.string(),
        parts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
      }),
    )
    .optional(),
  channel: z.enum(['web', 'text']).optional(),
  trigger: z.string().optional(),
  messageId: z.string().optional(),
  locale: Locale.optional(),
})

export const ConversationView = z.object({
  id: z.string(),
  locale: Locale,
  messages: z.array(ChatMessage),
  application: ApplicationPart.nullable(),
  cases: z.array(CaseView),
})

export const StartApplicationRequest = z.strictObject({
  service: z.string().max(80),
  conversationId: z.string().max(80),
  values: z.record(z.string().max(60), z.string().max(2000)).optional(),
})
export const FillApplicationRequest = z.strictObject({ values: z.record(z.string().max(60), z.string().max(2000)) })
export const FillApplicationResponse = z.object({
  application: ApplicationPart,
  accepted: z.array(
    z.object({ field: z.string(), label: z.string(), shown: z.string(), previous: z.string().nullable() }),
  ),
  rejected: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })),
  changed: z.array(z.string()),
})
export const SubmissionRequest = z.strictObject({ reviewHash: z.string().max(200), confirmation: z.string().max(200) })
export const WithdrawalRequest = z.strictObject({ reason: z.string().max(500).default('') })
export const HandoverRequest = z.strictObject({
  reason: z.enum(['citizen-asked', 'complaint', 'no-guidance', 'in-person-only', 'repeated-failure']),
})
export const FeedbackRequest = z.strictObject({
  messageId: z.string().max(80),
  verdict: z.enum(['up', 'down']),
  reason: z.string().max(500).default(''),
})

export const GuideSummary = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  topic: z.string(),
  aliases: z.array(z.string()),
  service: z.string().nullable(),
  checked: z.string(),
})
export type GuideSummary = z.infer<typeof GuideSummary>
export const GuideView = GuideSummary.extend({
  authority: z.string(),
  publisher: z.string(),
  version: z.string().describe('first 12 hex digits of the SHA-256 of the guide file'),
  sections: z.array(z.object({ slug: z.string(), heading: z.string(), text: z.string().describe('Markdown') })),
})
export type GuideView = z.infer<typeof GuideView>
export const GuideList = z.object({ guides: z.array(GuideSummary) })
export const ServiceSummary = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  guide: z.string(),
  completion: z.enum(['online', 'appointment']),
})
export type ServiceSummary = z.infer<typeof ServiceSummary>
export const ServiceList = z.object({ services: z.array(ServiceSummary) })
export const ServiceView = ServiceSummary.extend({
  inPerson: z.string().nullable(),
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      element: z.string(),
      required: z.boolean(),
      ask: z.string(),
      help: z.string().nullable(),
      options: z.array(Option),
    }),
  ),
  declaration: z.string(),
})

/** RFC 9457. `code` is stable; `requestId` finds the log line. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
