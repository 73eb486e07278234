import { readAct, readFields, readQuestionTypes, withoutTakingBack } from '../../language/index.ts'
import type { ApplicationView } from '../../services/index.ts'
import { askAgain, askWhichField } from '../telling/ask-again.ts'
import { briefFields } from '../tools/brief-fields.ts'
import { todayIn, type Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { StepResult, Turn } from '../turn.ts'

/** A reading of words that were not asked for is a guess below this. */
const SURE = 0.6

/**
 * 说错了，没有 after an answer that closed the way of a form is about that answer, though it is not the one asked for: what she
 * gives instead is heard as its answer, and where she gives nothing it is asked again. So is 户口不在厦门, which names it. A bare
 * 没有 is not. The turn unchanged when the way is open or the words take nothing back.
 */
export async function reopenWay(rooms: Pick<Rooms, 'content' | 'counter' | 'clock'>, turn: Turn): Promise<StepResult> {
  const { active } = turn.inHand
  if (active === undefined || active.closedBy.length === 0 || readQuestionTypes(turn.words).length > 0) return { turn }
  const closing = active.fields.filter(({ id, shown }) => shown !== null && active.closedBy.includes(id))
  const rest = withoutTakingBack(turn.words)
  const today = todayIn(rooms.clock)
  const read = (words: string, asked?: string) =>
    readFields(words, briefFields(rooms.counter, active, asked), { today, asked })
  const whole = read(turn.words)
  // 13800000000，写错了，应该是13900000000 puts right what it gives itself.
  const beside = whole.some(({ field, confidence }) => confidence >= SURE && !active.closedBy.includes(field))
  if (rest !== undefined && beside) return { turn }
  const told = (field: string) => (rest === undefined ? whole : rest === '' ? [] : read(rest, field))
  const turned = closing.filter(({ id, value }) =>
    told(id).some((reading) => reading.field === id && reading.problem === undefined && reading.value !== value),
  )
  const [meant, other] = turned.length > 0 ? turned : closing
  if (meant === undefined) return { turn }
  if (turned.length === 1) return { turn: heardAs(turn, active, meant.id, rest) }
  if (rest === undefined || readAct(rest).length > 0 || read(rest).some(({ confidence }) => confidence >= SURE))
    return { turn }
  const outcome =
    other === undefined
      ? askAgain(rooms, turn, active, meant.id)
      : askWhichField(turn, speechIn(rooms.content(), turn.locale), closing)
  return { turn, outcome }
}

/** The turn as if the field had been asked for, without the words that take back. */
function heardAs(turn: Turn, { id }: ApplicationView, field: string, words = turn.words): Turn {
  const state = { ...turn.state, asked: { application: id, field } }
  return { ...turn, words, asks: words, said: turn.said ?? turn.words, state }
}
