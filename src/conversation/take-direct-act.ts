import { readAct } from '../language/index.ts'
import { actOnCase } from './act-on-case.ts'
import { actOnBenefit } from './benefit-talk.ts'
import { correctValue } from './correct-value.ts'
import { decideConsent, hearLikeLastTime } from './decide-consent.ts'
import { hearSubmission } from './hear-submission.ts'
import type { Outcome } from './outcome.ts'
import { putOffField } from './put-off.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import { startBundle } from './start-bundle.ts'
import { takeRelief } from './take-relief.ts'
import { tellRights } from './tell-rights.ts'
import type { Step, Turn } from './turn.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/** Acts of the citizen that no model takes part in. */
export function createTakeDirectAct(rooms: Pick<Rooms, 'content' | 'counter' | 'clock' | 'publicUrl'>): Step {
  return async (given) => {
    const submission = await hearSubmission(rooms, given)
    if (submission !== undefined) return submission
    const withdrawn = await withdrawConsent(rooms, given)
    if (withdrawn !== undefined) return { turn: given, outcome: withdrawn }
    const decided = await decideConsent(rooms, given)
    if ('outcome' in decided) return decided
    const turn = hearLikeLastTime(decided.turn)
    const ended =
      (await takeRelief(rooms, turn)) ??
      (await putOffField(rooms, turn)) ??
      (await correctValue(rooms, turn)) ??
      (await actOnBenefit(rooms, turn)) ??
      (await startBundle(rooms, turn)) ??
      tellRights(rooms, turn) ??
      tellNoDraft(rooms, turn)
    return ended === undefined ? actOnCase(rooms, turn) : { turn, outcome: ended }
  }
}

/** 继续办, with nothing kept in this conversation: where earlier drafts are. */
function tellNoDraft({ content }: Pick<Rooms, 'content'>, turn: Turn): Outcome | undefined {
  const { active, aside } = turn.inHand
  if (active !== undefined || aside.length > 0 || turn.state.lastGuide !== undefined) return undefined
  if (!readAct(turn.words).some(({ act }) => act === 'resume')) return undefined
  turn.write({ type: 'text', text: speechIn(content(), turn.locale)('resume-none') })
  return { outcome: 'status', engine: 'none' }
}
