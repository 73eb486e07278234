import type { Field } from '../../content/service.ts'
import { isChild, ownerOfLabel, toSimplified } from '../../language/index.ts'
import type { KeptValues } from '../forms/applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { Form } from '../forms/form.ts'
import { ACTING } from './acting.ts'

/** Whom a form is about: the citizen who fills it in, a child or an adult she acts for; `open` before she answered that. */
export type Whose = 'own' | 'child' | 'adult' | 'open'

/** Whom the form is about, as its values stand. */
export function whoseForm({ acting, service }: Pick<Form, 'acting' | 'service'>, kept: KeptValues): Whose {
  if (acting !== undefined) return acting === 'child' ? 'child' : 'adult'
  const { asks } = service.acting
  if (asks?.self === undefined) return 'own'
  const answer = kept.get(asks.field)?.value
  if (answer === undefined) return 'open'
  if (asks.self.includes(answer)) return 'own'
  return answer === asks.child ? 'child' : 'adult'
}

/** Whether she files it in her own name for a child of hers, whom it names beside her. */
export function asksForChild({ acting, service, byId }: Pick<Form, 'acting' | 'service' | 'byId'>): boolean {
  return acting === undefined && service.acting.child === 'applicant' && byId.has('childCitizenId')
}

/** In a form of her own that names her child too, what is known of her is none of the child's, and the other way round. */
export function isOfWhom(form: Form, { label }: Pick<Field, 'label'>, child: boolean): boolean {
  if (!asksForChild(form)) return true
  const owner = ownerOfLabel(label)
  return (owner !== undefined && isChild(owner)) === child
}

/** The field of the name that goes with the identity number of the form: its own name, or that of whom the number's label speaks of. */
export function nameBeside({ byId, fields }: Pick<Form, 'byId' | 'fields'>): string | undefined {
  if (byId.get('name')?.field.element === 'name') return 'name'
  const owner = ownerOfLabel(byId.get('citizenId')?.field.label ?? '')
  return fields.find(({ field }) => field.element === 'name' && ownerOfLabel(field.label) === owner)?.field.id
}

/** Whether two names, or two numbers, are one: 測試 is 测试, and a dot or a space makes no other. */
export function isSame(one: string, other: string): boolean {
  const plain = (text: string): string =>
    toSimplified(text)
      .replaceAll(/[\s·•・．]/gu, '')
      .toUpperCase()
  return plain(one) === plain(other)
}

/** Fields about whoever fills the form in, whomever it is about. */
const ACTORS = new Set<string>([
  ACTING.name,
  ACTING.citizenId,
  'guardianName',
  'guardianCitizenId',
  'guardianMobile',
  'mobile',
])

/** Known of somebody by an office or an earlier case, not said by whoever fills the form in. */
const ON_RECORD = new Set<GivenValue['provenance']['kind']>(['registry', 'certificate', 'earlier-case'])

/**
 * The values that a fill takes the ground from: what is on record of the citizen where the form turns out to be about somebody
 * else, or of one person where the name or the number is now another's. Those that `altered` brings stay.
 */
export function notVouchedAnyMore(form: Form, before: KeptValues, altered: KeptValues): string[] {
  const after = new Map([...before, ...altered])
  const turned = whoseForm(form, before) !== 'open' && whoseForm(form, before) !== whoseForm(form, after)
  const renamed = [nameBeside(form), 'citizenId'].some((id) => {
    const held = id === undefined ? undefined : before.get(id)
    const said = id === undefined ? undefined : altered.get(id)
    return held !== undefined && said?.provenance.kind === 'citizen' && !isSame(said.value, held.value)
  })
  if (!turned && !renamed) return []
  const stays = turned || whoseForm(form, after) !== 'own' ? ACTORS : new Set<string>()
  return [...before].flatMap(([id, { provenance }]) =>
    ON_RECORD.has(provenance.kind) && !altered.has(id) && !stays.has(id) ? [id] : [],
  )
}
