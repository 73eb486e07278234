import { z } from 'zod'
import type { Receipt } from '../../services/index.ts'
import type { KeptMessage, KeptPart } from './message-log.ts'
import type { TurnPart } from '../turn.ts'

/**
 * The parts of an answer as they are kept: one text, then the cards, and how it ended. A review card is not kept, since its confirmation
 * is single-use; the page asks for a fresh one.
 */
export function keptParts(parts: readonly TurnPart[]): KeptPart[] {
  const text = parts.map((part) => (part.type === 'text' ? (part.keepAs ?? part.text) : '')).join('')
  const cards = parts.filter((part) => part.type !== 'text' && part.type !== 'review').map((part) => keptCard(part))
  return [{ type: 'text', text }, ...cards]
}

/** A card is kept as it was sent, but for an application: it is kept by reference, since it goes on changing. */
function keptCard(part: Exclude<TurnPart, { type: 'text' | 'review' }>): KeptPart {
  if (part.type !== 'application') return cardPart(part)
  return { type: 'data-application', data: { id: part.application.id, title: part.application.title } }
}

/** A part that is neither text nor form, in the AI SDK's UI message shape. */
export function cardPart(part: Exclude<TurnPart, { type: 'text' | 'review' | 'application' }>): KeptPart {
  switch (part.type) {
    case 'source':
      return { type: 'source-document', sourceId: part.sourceId, mediaType: 'text/markdown', title: part.title }
    case 'consent':
      return {
        type: 'data-consent',
        data: { applicationId: part.applicationId, ...part.offer, ...(part.stepUp === true ? { stepUp: true } : {}) },
      }
    case 'receipt':
      return { type: 'data-receipt', data: part.receipt }
    case 'choices':
      return { type: 'data-choices', data: { question: part.question, choices: part.choices } }
    case 'suggestions':
      return { type: 'data-suggestions', data: { suggestions: part.suggestions } }
    case 'guide':
      return { type: 'data-guide', data: part.guide }
    case 'eligibility':
      return { type: 'data-eligibility', data: { findings: part.findings } }
    case 'handover':
      return { type: 'data-handover', data: { ticket: part.ticket, hotline: part.hotline } }
    case 'progress':
      return { type: 'data-progress', data: { cases: part.cases } }
    case 'benefits':
      return { type: 'data-benefits', data: { applicationId: part.applicationId, benefits: part.benefits } }
    case 'supplement':
      return { type: 'data-supplement', data: part.supplement }
    case 'manner':
      return { type: 'data-manner', data: { plain: part.plain } }
    case 'speech':
      return { type: 'data-speech', data: { text: part.text } }
    case 'outcome':
      return { type: 'data-outcome', data: { ...part.outcome, origin: part.origin } }
  }
}

/** How an answer that code gave to a button ended. */
export function ending(outcome: 'submitted' | 'drafting'): TurnPart {
  return { type: 'outcome', outcome: { outcome, engine: 'none' }, origin: 'system' }
}

const ReceiptNumbered = z.object({ receiptNumber: z.string() })

/** True when this receipt stands in the record already. */
export function holdsReceipt(messages: readonly KeptMessage[], { receiptNumber }: Receipt): boolean {
  const kept = messages.flatMap(({ parts }) => parts.filter(({ type }) => type === 'data-receipt'))
  return kept.some(({ data }) => ReceiptNumbered.safeParse(data).data?.receiptNumber === receiptNumber)
}
