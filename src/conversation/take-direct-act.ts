import { AppError } from '../errors.ts'
import { readAct } from '../language/index.ts'
import { receiptTalk } from './case-talk.ts'
import { actOnCase } from './act-on-case.ts'
import { actOnBenefit } from './benefit-talk.ts'
import { correctValue } from './correct-value.ts'
import { decideConsent, hearLikeLastTime } from './decide-consent.ts'
import { offerNextStep } from './offer-next-step.ts'
import { offerReview } from './offer-review.ts'
import { withCodeMasked } from './masked-code.ts'
import type { Outcome } from './outcome.ts'
import { putOffField } from './put-off.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import { startBundle } from './start-bundle.ts'
import { takeRelief } from './take-relief.ts'
import { tellRights } from './tell-rights.ts'
import type { Step, Turn } from './turn.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const CONFIRM = /^(?:我?(?:确认|確認)提交|confirm(?: submission)?)\s*[:：,，]?\s*(\d{6})?[。.!！]?$/iu

/**
 * Acts of the citizen that no model takes part in. In a channel without buttons the exact phrase with the code of the
 * review card submits; everywhere else the words only show the card again.
 */
export function createTakeDirectAct(rooms: Pick<Rooms, 'content' | 'counter' | 'clock'>): Step {
  return async (given) => {
    const match = CONFIRM.exec(given.words)
    if (match === null) {
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
    const code = match[1]
    const turn = code === undefined ? given : withCodeMasked(given, code)
    if (turn.channel === 'text' && code !== undefined) return submit(rooms, turn, code)
    const active = turn.inHand.active
    if (active === undefined) {
      turn.write({ type: 'text', text: speechIn(rooms.content(), turn.locale)('no-draft') })
      return { turn, outcome: { outcome: 'status', engine: 'none' } }
    }
    if (active.status !== 'ready') return { turn }
    await offerReview(rooms, turn, active)
    return { turn, outcome: { outcome: 'awaiting-review', engine: 'none' } }
  }
}

async function submit(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn, code: string) {
  const say = speechIn(rooms.content(), turn.locale)
  try {
    const receipt = await rooms.counter.submitByCode({ conversationId: turn.conversationId, code })
    const application = await rooms.counter.show(turn.conversationId, receipt.applicationId)
    for (const part of receiptTalk(say, application, receipt, turn.channel)) turn.write(part)
    return { turn, outcome: { outcome: 'submitted', engine: 'none' } } as const
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'store-unavailable') throw error
    turn.write({ type: 'text', text: say('confirmation-invalid') })
    const active = turn.inHand.active
    // Ready: the card as it is now. Not ready any more, as after a consent was taken back: what is missing.
    if (active !== undefined) await offerNextStep(rooms, turn, say, active)
    return { turn, outcome: { outcome: 'blocked', reason: 'confirmation-invalid', engine: 'none' } } as const
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
