import type { GivenValue } from '../../services/index.ts'

/** Values as a citizen gave them, by field. */
export function given(values: Readonly<Record<string, string>>): Record<string, GivenValue> {
  const provenance = { kind: 'citizen', detail: '评测' } as const
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, provenance }]))
}
