import { actOnCase } from '../acts/act-on-case.ts'
import { actOnBenefit } from '../acts/benefit-talk.ts'
import { bringBack } from '../acts/bring-back.ts'
import { correctValue } from '../acts/correct-value.ts'
import { decideConsent, hearLikeLastTime } from '../acts/decide-consent.ts'
import { disputeBenefit } from '../acts/dispute-benefit.ts'
import { holdWrong } from '../acts/held-wrong.ts'
import { hearSubmission } from '../acts/hear-submission.ts'
import { putOffField } from '../acts/put-off.ts'
import { reopenWay } from '../acts/reopen-way.ts'
import type { Rooms } from '../rooms.ts'
import { startBundle } from '../acts/start-bundle.ts'
import { takeRelief } from '../acts/take-relief.ts'
import { tellRights } from '../acts/tell-rights.ts'
import type { Step } from '../turn.ts'
import { withdrawConsent } from '../acts/withdraw-consent.ts'

/** Acts of the citizen that no model takes part in. */
export function createTakeDirectAct(rooms: Pick<Rooms, 'content' | 'counter' | 'clock' | 'publicUrl'>): Step {
  return async (given) => {
    const held = await holdWrong(rooms, given)
    if (held !== undefined) return { turn: given, outcome: held }
    const submission = await hearSubmission(rooms, given)
    if (submission !== undefined) return submission
    const withdrawn = await withdrawConsent(rooms, given)
    if (withdrawn !== undefined) return { turn: given, outcome: withdrawn }
    const decided = await decideConsent(rooms, given)
    if ('outcome' in decided) return decided
    const reopened = await reopenWay(rooms, hearLikeLastTime(decided.turn))
    if ('outcome' in reopened) return reopened
    const { turn } = reopened
    const ended =
      (await takeRelief(rooms, turn)) ??
      (await putOffField(rooms, turn)) ??
      (await correctValue(rooms, turn)) ??
      (await actOnBenefit(rooms, turn)) ??
      (await disputeBenefit(rooms, turn)) ??
      (await startBundle(rooms, turn)) ??
      tellRights(rooms, turn) ??
      (await bringBack(rooms, turn))
    return ended === undefined ? actOnCase(rooms, turn) : { turn, outcome: ended }
  }
}
