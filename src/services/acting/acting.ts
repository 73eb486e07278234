import { ACTING_RELATION, RELATIONS, type Relation } from '../../language/index.ts'

export type { Relation }

/** How the person is called in the texts of the form. */
export const WHOM: Readonly<Record<Relation, { readonly zh: string; readonly en: string }>> = {
  child: { zh: '孩子', en: 'your child' },
  father: { zh: '父亲', en: 'your father' },
  mother: { zh: '母亲', en: 'your mother' },
  spouse: { zh: '配偶', en: 'your spouse' },
  elder: { zh: '家里老人', en: 'your elderly relative' },
  other: { zh: '委托人', en: 'the person you act for' },
}

/** Fields that acting for another adds to a form. */
export const ACTING = {
  relation: ACTING_RELATION,
  name: 'agentName',
  citizenId: 'agentCitizenId',
  right: 'actingRight',
} as const

const MARK = '@'

/** The id under which a form is filled for somebody else. */
export function actingService(service: string, relation: Relation | undefined): string {
  const base = baseService(service)
  return relation === undefined ? base : `${base}${MARK}${relation}`
}

/** The service itself, for whomever it is filled. */
export function baseService(service: string): string {
  return service.split(MARK)[0] ?? service
}

/** For whom a form of this id is filled; undefined: for oneself. */
export function relationOf(service: string): Relation | undefined {
  const name = service.split(MARK)[1]
  return RELATIONS.find((relation) => relation === name)
}
