import { readManner } from '../../language/index.ts'
import { answeredLast } from './answered-last.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Step, Turn } from '../turn.ts'

/**
 * 请简单点说 changes how she is spoken to, for this and all later turns. What she asks besides is answered that way; a wish
 * alone has the last answer said again that way, or is acknowledged.
 */
export function createHearManner(rooms: Pick<Rooms, 'content' | 'counter'>): Step {
  return async (given) => {
    const heard = readManner(given.words)
    if (heard === undefined || (heard.manner === 'usual' && !given.plain)) return { turn: given }
    const plain = heard.manner === 'plain'
    const asks = heard.rest === '' ? answeredLast(given, (words) => readManner(words)?.rest ?? words) : heard.rest
    const turn: Turn = { ...given, plain, asks: asks ?? '' }
    const say = speechIn(rooms.content(), turn.locale)
    if (plain !== turn.state.plain) turn.write({ type: 'manner', plain })
    turn.write({ type: 'text', text: `${say(plain ? 'plain-on' : 'plain-off')}\n` })
    if (asks !== undefined) return { turn }
    const { active } = turn.inHand
    if (active === undefined) {
      turn.write({ type: 'text', text: say('plain-ask') })
      return { turn, outcome: { outcome: 'clarify', engine: 'none' } }
    }
    await offerNextStep(rooms, turn, say, active)
    return { turn, outcome: { outcome: active.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' } }
  }
}
