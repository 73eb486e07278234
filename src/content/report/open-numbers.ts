import { fullMonthsBetween } from '../calendar-arithmetic.ts'
import type { Guide } from '../guide.ts'
import { referencesOf } from '../checks/references.ts'
import { unsourcedNumbers } from '../checks/sourced-numbers.ts'
import type { StaffContent } from '../staff-content.ts'

/** A guide whose source was looked at too long ago. */
export type StaleCheck = { readonly guide: string; readonly checked: string; readonly months: number }

/** A number that waits for its proof: no citizen is shown it. */
export type UnprovenNumber = { readonly guide: string; readonly id: string; readonly label: string }

/** A rule of a form that decides by a number its guide does not prove. */
export type UnsourcedRule = {
  readonly form: string
  readonly rule: string
  readonly when: string
  readonly numbers: readonly (number | string)[]
}

/** Guides last checked more than `months` full months before `today`, oldest first. */
export function staleChecks(guides: ReadonlyMap<string, Guide>, today: string, months: number): StaleCheck[] {
  return [...guides.values()]
    .map(({ id, source }) => ({
      guide: id,
      checked: source.checked,
      months: fullMonthsBetween(source.checked, today),
    }))
    .filter((check) => check.months >= months)
    .toSorted((left, right) => (left.checked < right.checked ? -1 : 1))
}

/** Every number marked `unverified`, guide by guide. */
export function unprovenNumbers(guides: ReadonlyMap<string, Guide>): UnprovenNumber[] {
  return [...guides.values()].flatMap((guide) => {
    const labels = new Map([...guide.facts, ...guide.fees].map(({ id, label }) => [id, label]))
    return [...referencesOf(guide).values()]
      .filter(({ mark }) => mark === 'unverified')
      .map(({ id }) => ({ guide: guide.id, id, label: labels.get(id) ?? id }))
  })
}

/** Rules of forms that compare with a number neither their guide nor the cited one proves. */
export function unsourcedRules({ services, guides }: Pick<StaffContent, 'services' | 'guides'>): UnsourcedRule[] {
  return [...services.values()].flatMap((form) =>
    form.eligibility.flatMap(({ id, when, cite }): UnsourcedRule[] => {
      const named = [form.guide, cite.split('#')[0] ?? ''].flatMap((guide) => guides.get(guide) ?? [])
      const numbers = unsourcedNumbers(when, named)
      return numbers.length === 0 ? [] : [{ form: form.id, rule: id, when, numbers }]
    }),
  )
}
