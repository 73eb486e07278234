import { readActing, toSimplified } from '../language/index.ts'
import { isServiceForm } from '../services/index.ts'
import type { Rooms } from './rooms.ts'
import type { StepResult, Turn } from './turn.ts'

/**
 * Hears for whom the citizen acts (代办): the draft in hand becomes one for that person, unless the words start another
 * matter; what is started later in the turn, or in the next ones, is for that person too.
 */
export async function hearActing(
  { counter, content }: Pick<Rooms, 'counter' | 'content'>,
  turn: Turn,
): Promise<StepResult> {
  const heard = readActing(turn.words)
  if (heard === undefined) return { turn }
  const actingFor = heard === 'self' ? undefined : { relation: heard, detail: `你说的·第${turn.number + 1}轮` }
  const meant = { ...turn, actingFor }
  const { active } = turn.inHand
  if (active === undefined || !isServiceForm(active.form)) return { turn: meant }
  const words = toSimplified(turn.words)
  const own = counter.service(active.form)?.title ?? active.title
  const other = counter
    .services()
    .filter(({ id }) => id !== active.service)
    .some(({ title, guide }) =>
      [title, ...(content().guides.get(guide)?.aliases ?? [])].some(
        (name) => name.length > 2 && words.includes(name) && !own.includes(name),
      ),
    )
  if (other) return { turn: meant }
  const { conversationId, citizen } = turn
  const changed = await counter.actFor({ conversationId, applicationId: active.id, actingFor, citizen })
  if (changed.application.form === active.form) return { turn: meant }
  turn.effects.fills.push(changed)
  turn.effects.actsFor = changed.application
  return { turn: { ...meant, inHand: { ...turn.inHand, active: changed.application } } }
}
