import { readDecision, toSimplified } from '../../language/index.ts'
import { createPlainWriter, retell } from '../telling/plain-writer.ts'
import { offerMore } from '../telling/offer-more.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Step, Turn } from '../turn.ts'

const GO_ON =
  /^(?:好的?|嗯+|那|请|您|你|然后|再)*[，,\s]*(?:(?:接着|继续|往下|接下去|再)(?:说|讲|念|来)(?:一?点|一?些|下去)?|接着|继续|往下|还有|还有别的|然后|后面|下面|下一[条句项个])(?:吧|呢|吗|呀|啊|什么|的)*[。！？!?\s]*$|^(?:please )?(?:go on|continue|tell me more|more|next|what else|and then)(?: please)?[.!?\s]*$/iu

/** In plain manner an answer is told a little at a time: 接着说 and a plain yes bring what comes next. */
export function createTellMore({ content }: Pick<Rooms, 'content'>): Step {
  return (turn) => {
    if (!turn.plain || turn.state.rest.length === 0 || !goesOn(turn)) return { turn }
    const writer = createPlainWriter(turn.write, turn.locale)
    retell(turn.state.rest, writer)
    const told: Turn = { ...turn, rest: writer.rest() }
    offerMore(told, speechIn(content(), turn.locale))
    return { turn: told, outcome: { outcome: 'answered', completeness: 'complete', engine: 'none' } }
  }
}

function goesOn({ words, inHand, state }: Turn): boolean {
  const said = toSimplified(words).trim()
  if (GO_ON.test(said)) return true
  if (inHand.active !== undefined || state.asked !== undefined || state.lastChoices.length > 0) return false
  const decided = readDecision(said)
  return decided?.granted === true && decided.whole
}
