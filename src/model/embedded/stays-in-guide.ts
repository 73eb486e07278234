import type { PassagesResult } from '../tool-contract.ts'
import type { Question } from './agenda.ts'
import { isNamed } from './followed-guide.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { answersIn, bestPoint, inGuideOf, resultOf, type FoundGuide } from './search-results.ts'
import { readSituations } from './situations.ts'
import { residueOf } from './subject.ts'

/**
 * The guide in hand has a point on just this, and the one that her words find has none: 公积金能一起取吗 after a question on
 * retirement. In a message of its own, a matter that is named is meant.
 */
export function stays(
  held: FoundGuide,
  question: Question,
  { alone, inGuide, turn }: { alone: PassagesResult; inGuide: PassagesResult | undefined; turn: Turn },
): boolean {
  if (inGuide === undefined) return answersSurely(held, resultOf(inGuideOf(held, question), turn.calls), alone)
  const [best] = alone.guides
  const named = best !== undefined && isNamed(best)
  return (!named && answersRather(held, inGuide, alone)) || speaksOfBoth(question, held, inGuide)
}

/** A guide answers surely from this chance of one of its points on, where no point of another guide comes near it. */
const SURE_ANSWER = { chance: 0.5, other: 0.6 }

function answersSurely(held: FoundGuide, inHeld: PassagesResult | undefined, alone: PassagesResult): boolean {
  const own = bestPoint(answersIn(inHeld, held))
  const other = bestPoint(alone.guides.find(({ token }) => token !== held.token)?.answers)
  return own >= SURE_ANSWER.chance && other < SURE_ANSWER.other * own
}

/** Below this nothing else is found: whether they ask on at all is another question. */
const OTHER_CONFIDENCE = 0.8
/** The least chance of a point of the guide in hand, by itself and as a share of the best one of the other guide. */
const RATHER = { own: 0.1, share: 0.4 }

/** Words after an answer that name no other matter ask on: 我有一辆车可以申请吗 after 低保, where a guide on freight has a point on it too. */
function answersRather(held: FoundGuide, inHeld: PassagesResult | undefined, alone: PassagesResult): boolean {
  const [best] = alone.guides
  if (best === undefined || best.token === held.token || best.confidence < OTHER_CONFIDENCE) return false
  const own = bestPoint(answersIn(inHeld, held))
  return own >= RATHER.own && own >= RATHER.share * bestPoint(best.answers)
}

/** 社保卡呢 after a death asks of the dead person's: the guide in hand has a question of its own on what she names. */
const AND_THAT = /呢\s*[?？]?$/u
/** 护照和港澳通行证可以一起办吗 sets two matters side by side, and is no question of the one in hand. */
const SIDE_BY_SIDE = /[和跟与同]|一起/u

function speaksOfBoth({ segment }: Question, inHand: FoundGuide, inGuide: PassagesResult | undefined): boolean {
  const named = residueOf(segment.text)
  if (named.length === 0 || !AND_THAT.test(segment.text)) return false
  return (inGuide?.passages ?? []).some(
    ({ guide, section, heading }) =>
      guide === inHand.token &&
      section === 'faq' &&
      !SIDE_BY_SIDE.test(heading) &&
      !readSituations(heading).has('differ') &&
      named.every((run) => plainWords(heading).includes(run)),
  )
}
