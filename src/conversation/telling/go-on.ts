import { offerNextStep } from './offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import type { Speech } from '../speech.ts'
import type { StepResult, Turn } from '../turn.ts'

/** Says something, and then the pending step of the form in hand once more; without a form it ends there. */
export async function goOn(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  say: Speech,
  lines: readonly string[],
  ending: Outcome,
): Promise<StepResult> {
  for (const text of lines) turn.write({ type: 'text', text: `${text}\n` })
  const { active } = turn.inHand
  if (active === undefined) return { turn, outcome: ending }
  await offerNextStep(rooms, turn, say, active)
  return { turn, outcome: { outcome: active.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' } }
}
