import type { KeptValues } from '../forms/applicable-fields.ts'
import type { Standing } from './standing.ts'
import type { FormWords } from '../words/form-words.ts'

/** A fill, before and after. `altered` are the values it changed itself; `corrected`: one of them replaced an earlier one. */
export type Change = {
  readonly words: FormWords
  readonly before: Standing
  readonly after: Standing
  readonly kept: KeptValues
  readonly altered: KeptValues
  readonly corrected: boolean
  readonly today: string
}

/**
 * What else a fill changed, one clause an entry: eligibility, values worked out anew, fields that stopped or
 * began to apply; after a correction also materials, fee and what is newly asked. A form filled for the first time grows
 * materials with every answer, which is no news.
 */
export function whatChanged(change: Change): string[] {
  const lines = [...eligibilityLines(change), ...derivedLines(change), ...applicabilityLines(change)]
  return change.corrected ? [...lines, ...materialLines(change), ...feeLines(change)] : lines
}

function eligibilityLines({ words, before, after, corrected }: Change): string[] {
  const added = after.eligibility.filter(({ id }) => !before.eligibility.some((finding) => finding.id === id))
  const gone = before.eligibility.filter(({ id }) => !after.eligibility.some((finding) => finding.id === id))
  return [
    ...added.map(({ message }) => words.nowHolds(message)),
    ...(corrected ? gone.map(({ message }) => words.noLongerHolds(message)) : []),
  ]
}

function derivedLines({ words, before, after, altered, today }: Change): string[] {
  return after.applying.flatMap(({ field, known }) => {
    const { id, label } = field.field
    const held = before.applying.find((state) => state.field.field.id === id)?.known
    if (known?.provenance.kind !== 'derived' || held === undefined || altered.has(id)) return []
    return held.value === known.value ? [] : [words.follows(label, field.show(known.value, today))]
  })
}

function applicabilityLines({ words, before, after, kept, altered, corrected, today }: Change): string[] {
  const applied = new Set(before.applying.map(({ field }) => field.field.id))
  const applies = new Set(after.applying.map(({ field }) => field.field.id))
  const dropped = before.applying.filter(({ field, known }) => known !== undefined && !applies.has(field.field.id))
  const restored = after.applying.filter(
    ({ field }) => !applied.has(field.field.id) && kept.has(field.field.id) && !altered.has(field.field.id),
  )
  const labels = (states: Standing['applying']): string => words.list(states.map(({ field }) => field.field.label))
  const asked = corrected
    ? after.applying.filter(({ field }) => after.pending.includes(field.field.id) && !applied.has(field.field.id))
    : []
  return [
    ...(dropped.length === 0 ? [] : [words.keptFor(labels(dropped))]),
    ...restored.map(({ field, known }) =>
      words.takenUp(field.field.label, known === undefined ? undefined : field.show(known.value, today)),
    ),
    ...(asked.length === 0 ? [] : [words.newlyAsked(labels(asked))]),
  ]
}

function materialLines({ words, before, after }: Change): string[] {
  const added = after.materials.filter(({ id }) => !before.materials.some((material) => material.id === id))
  const gone = before.materials.filter(({ id }) => !after.materials.some((material) => material.id === id))
  return [
    ...(added.length === 0 ? [] : [words.moreMaterials(words.list(added.map(({ label }) => label)))]),
    ...(gone.length === 0 ? [] : [words.fewerMaterials(words.list(gone.map(({ label }) => label)))]),
  ]
}

function feeLines({ words, before, after }: Change): string[] {
  return before.fee === after.fee ? [] : [words.feeChanged(before.fee, after.fee)]
}
