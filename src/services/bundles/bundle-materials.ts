import type { Material } from '../../content/service.ts'
import { isAgentMaterial } from '../acting/represented-service.ts'
import type { FieldValues } from '../forms/form.ts'
import type { NamesOf } from './shared-at-times.ts'

/** The id of a material of a part in the whole. Whoever acts shows once that she may. */
export function materialOf(part: string, material: string): string {
  return isAgentMaterial(material) ? material : `${part}-${material}`
}

/** A paper that several parts ask for under one id, while any of them does. */
export function onceEach(materials: readonly Material[]): Material[] {
  const once = new Map<string, Material>()
  for (const material of materials) {
    const first = once.get(material.id)
    const { when, ...rest } = first ?? material
    const either =
      first === undefined || when === undefined || material.when === undefined
        ? when
        : `(${when}) || (${material.when})`
    const always = first !== undefined && material.when === undefined
    once.set(material.id, { ...rest, ...(either === undefined || always ? {} : { when: either }) })
  }
  return [...once.values()]
}

/** Name and number of whom a part is about, under the names that its form has for them. */
export function personIn(namesNow: NamesOf | undefined): (values: FieldValues, today: string) => FieldValues {
  return (values, today) => {
    const names = namesNow?.(values, today)
    return Object.fromEntries(
      ['name', 'citizenId'].flatMap((id) => {
        const value = values[names?.get(id) ?? '']
        return value === undefined ? [] : [[id, value]]
      }),
    )
  }
}
