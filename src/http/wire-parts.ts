import { cardPart, type TurnPart } from '../conversation/index.ts'
import type { ApplicationView, FillResult, Materials } from '../services/index.ts'
import type { ApplicationPart, MaterialList } from '../wire.ts'

/** A part of the AI SDK's UI message stream, as one JSON object. */
export type WirePart = { readonly type: string; readonly [key: string]: unknown }

/** A turn's part in wire form; text is handled by the stream itself. */
export function wirePart(part: Exclude<TurnPart, { type: 'text' }>): WirePart {
  if (part.type === 'application') return { type: 'data-application', data: applicationPart(part.application) }
  return part.type === 'review' ? { type: 'data-review', data: part.review } : cardPart(part)
}

/** An application as it crosses HTTP: only what the contract names. */
export function applicationPart(application: ApplicationView): ApplicationPart {
  const { fields, later: _, form: _form, closedBy: _by, ...shown } = application
  const { materials, next, problems, eligibility, pending, ...plain } = shown
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

/** The materials of an application, as they cross HTTP. */
export function materialList({ materials, version }: Materials): MaterialList {
  return { materials: [...materials], version }
}

/** What came of a fill, as it crosses HTTP. */
export function fillPart({ application, accepted, rejected, changed }: FillResult) {
  return { application: applicationPart(application), accepted, rejected, changed }
}
