import { readAct, readActing, readKin, toSimplified, withoutCodeLabels } from '../../language/index.ts'
import { BENEFITS, type ActingFor } from '../../services/index.ts'
import type { Rooms } from '../rooms.ts'
import type { StepResult, Turn } from '../turn.ts'

/** For whom what is started in this turn is: whom its words name, else whoever was meant before. */
export function whomFor({ words, number, actingFor }: Turn): ActingFor | undefined {
  const heard = readActing(words)
  if (heard === undefined) return actingFor
  if (heard === 'self') return undefined
  return { relation: heard, kin: heard === 'child' ? readKin(words) : undefined, detail: `您说的·第${number + 1}轮` }
}

/**
 * Hears for whom the citizen acts (代办): the draft in hand becomes one for that person, unless the words start another
 * matter; what is started later in the turn, or in the next ones, is for that person too.
 */
export async function hearActing(
  { counter, content }: Pick<Rooms, 'counter' | 'content'>,
  turn: Turn,
): Promise<StepResult> {
  if (readActing(turn.words) === undefined) return { turn }
  const actingFor = whomFor(turn)
  const meant = { ...turn, actingFor }
  const { active } = turn.inHand
  if (active === undefined || active.form === BENEFITS || leavesIt(turn.words)) return { turn: meant }
  const words = withoutCodeLabels(toSimplified(turn.words))
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

/** 不办护照了，接着给孩子办…: for whom another matter is. */
function leavesIt(words: string): boolean {
  return readAct(words).some(({ act }) => act === 'resume' || act === 'cancel' || act === 'set-aside')
}
