import type { TurnPart } from './turn.ts'

/**
 * Where an answer's words come from, as its badge says: `guide`, quoted from guides by code; `generated`, written by a large
 * language model, which has to be labelled; `system`, fixed words of code. `staff` is kept for what a person writes.
 * Source: docs/decisions/0025.
 */
export type Origin = 'guide' | 'generated' | 'system' | 'staff'

/** The origin of what a turn said. `embedded`: no other engine spoke in it, and that one only quotes. */
export function originOf(parts: readonly TurnPart[], { embedded }: { readonly embedded: boolean }): Origin {
  const writers = new Set(parts.flatMap((part) => (part.type === 'text' && part.by !== undefined ? [part.by] : [])))
  if (writers.has('model') && !embedded) return 'generated'
  return writers.size > 0 ? 'guide' : 'system'
}
