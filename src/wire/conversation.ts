import { z } from 'zod'
import { ApplicationPart, CaseView } from './application.ts'

/** Conversations, messages and the parts of a turn as they cross HTTP. */

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
export const ProgressPart = z.object({ cases: z.array(CaseView) })

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
/** What is kept of a conversation, as its readable page needs it. */
export type ExportedConversation = {
  readonly id: string
  readonly messages: readonly {
    readonly role: string
    readonly parts: readonly { readonly type: string; readonly text?: unknown }[]
  }[]
  readonly cases: readonly {
    readonly title: string
    readonly receiptNumber: string
    readonly submittedAt: string
    readonly events: readonly { readonly at: string; readonly text: string }[]
  }[]
}

export const ResumeCode = z.object({
  code: z.string().describe('8 characters; shown to the citizen once'),
  expiresAt: z.string(),
})
export type ResumeCode = z.infer<typeof ResumeCode>
export const ResumeRequest = z.strictObject({ code: z.string().min(1).max(40) })

export const HandoverRequest = z.strictObject({
  reason: z.enum(['citizen-asked', 'complaint', 'no-guidance', 'in-person-only', 'repeated-failure']),
})
export const FeedbackRequest = z.strictObject({
  messageId: z.string().max(80),
  verdict: z.enum(['up', 'down']),
  reason: z.string().max(500).default(''),
})
