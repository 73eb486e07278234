import { relationOf, type ApplicationView } from '../../services/index.ts'
import type { Speech } from '../speech.ts'

/** Says for whom a form is filled from now on. */
export function actingTalk(say: Speech, { form, title }: ApplicationView): string {
  const relation = relationOf(form)
  return relation === undefined
    ? say('acting-for-self', { title })
    : say('acting-for', { whom: say(`whom-${relation}`) })
}
