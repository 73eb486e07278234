import type { Field } from '../../content/service.ts'

/** A field with the ids its condition names. */
export type Asking = { readonly field: Field; readonly references: readonly string[] }

/**
 * The order of asking: the `deciding` fields first, so that nobody fills in a form that is not open to them;
 * then the order of the file. What a field depends on (its condition, the field it is worked out from) comes before it.
 * `first` (the situation) leads when present.
 */
export function orderFields<T extends Asking>(fields: readonly T[], deciding: ReadonlySet<string>, first: string): T[] {
  const byId = new Map(fields.map((entry) => [entry.field.id, entry]))
  const ordered = new Map<string, T>()
  const visiting = new Set<string>()
  const place = (id: string): void => {
    const entry = byId.get(id)
    if (entry === undefined || ordered.has(id) || visiting.has(id)) return
    visiting.add(id)
    if (entry.field.derive !== undefined) place(entry.field.derive.from)
    entry.references.forEach(place)
    ordered.set(id, entry)
  }
  place(first)
  for (const { field } of fields) if (deciding.has(field.id)) place(field.id)
  for (const { field } of fields) place(field.id)
  return [...ordered.values()]
}
