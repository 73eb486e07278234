import type { TurnPart } from '../conversation/index.ts'
import type { ApplicationView } from '../services/index.ts'
import type { ApplicationPart } from '../wire.ts'

/** A part of the AI SDK's UI message stream, as one JSON object. */
export type WirePart = { readonly type: string; readonly [key: string]: unknown }

/** A turn's part in wire form; text is handled by the stream itself. */
export function wirePart(part: Exclude<TurnPart, { type: 'text' }>): WirePart {
  switch (part.type) {
    case 'source':
      return { type: 'source-document', sourceId: part.sourceId, mediaType: 'text/markdown', title: part.title }
    case 'application':
      return { type: 'data-application', data: applicationPart(part.application) }
    case 'review':
      return { type: 'data-review', data: part.review }
    case 'receipt':
      return { type: 'data-receipt', data: part.receipt }
    case 'choices':
      return { type: 'data-choices', data: { question: part.question, choices: part.choices } }
    case 'suggestions':
      return { type: 'data-suggestions', data: { suggestions: part.suggestions } }
    case 'eligibility':
      return { type: 'data-eligibility', data: { findings: part.findings } }
    case 'handover':
      return { type: 'data-handover', data: { ticket: part.ticket, hotline: part.hotline } }
    case 'progress':
      return { type: 'data-progress', data: { cases: part.cases } }
    case 'outcome':
      return { type: 'data-outcome', data: part.outcome }
  }
}

/** An application as it crosses HTTP: only what the contract names. */
export function applicationPart(application: ApplicationView): ApplicationPart {
  const { fields, later: _, materials, next, problems, eligibility, pending, ...plain } = application
  return {
    ...plain,
    fields: fields.map(({ options, ...field }) => ({
      ...field,
      options: options.map(({ id, label }) => ({ id, label })),
    })),
    pending: [...pending],
    next: next === null ? null : { ...next, options: next.options.map(({ id, label }) => ({ id, label })) },
    problems: [...problems],
    eligibility: [...eligibility],
    materials: [...materials],
  }
}
