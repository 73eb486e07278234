import type { ApplicationView } from '../../services/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** Asks for one field of a form, whose turn it is not: the value it has stays until a good one comes. */
export function askAgain(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  application: ApplicationView,
  id: string,
  key: 'field-reopened' | 'address-reopened' = 'field-reopened',
): Outcome {
  const say = speechIn(rooms.content(), turn.locale)
  const field = application.fields.find((one) => one.id === id)
  const ask = rooms.counter.service(application.form)?.fields.find((one) => one.id === id)
  const question = (turn.locale === 'en' ? ask?.askEn : ask?.ask) ?? ''
  const shown = field?.shown ?? null
  const said = shown === null ? question : `${say(key, { label: field?.label ?? '', shown })}${question}`
  turn.effects.reopened = { application: application.id, field: id }
  turn.write({ type: 'application', application })
  turn.write({ type: 'text', text: said })
  if (field !== undefined && field.options.length > 0)
    turn.write({ type: 'choices', question, choices: field.options.map(({ label }) => label) })
  return { outcome: 'drafting', engine: 'none' }
}

/** Asks which of these fields is to be corrected. */
export function askWhichField(turn: Turn, say: Speech, fields: readonly { readonly label: string }[]): Outcome {
  const choices = fields.map(({ label }) => say('field-to-correct', { label }))
  turn.write({ type: 'text', text: say('field-which') })
  turn.write({ type: 'choices', question: say('field-which'), choices })
  return { outcome: 'clarify', engine: 'none' }
}
