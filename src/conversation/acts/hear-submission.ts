import { AppError } from '../../errors.ts'
import { BENEFITS, closesTheWay, type ApplicationView } from '../../services/index.ts'
import { receiptTalk } from '../telling/case-talk.ts'
import { withCodeMasked } from './masked-code.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import { offerReview } from '../telling/offer-review.ts'
import type { Outcome } from '../outcome.ts'
import { readSubmission, type SubmissionTalk } from './read-submission.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { StepResult, Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter'>

/** Fields named where an application cannot be submitted yet. */
const MOST_NAMED = 5

/**
 * The citizen wants to submit. In a channel without buttons words of confirmation with the code of the review card submit;
 * everywhere else the words bring the card, or what is missing before there is one. Undefined where they are about something else.
 */
export async function hearSubmission(rooms: Desk, given: Turn): Promise<StepResult | undefined> {
  const talk = readSubmission(given.words)
  if (talk === undefined || !isMeant(talk, given)) return undefined
  const turn = talk.code === undefined ? given : withCodeMasked(given, talk.code)
  const { active } = turn.inHand
  if (talk.code !== undefined && talk.kind !== 'code-alone' && turn.channel === 'text')
    return submit(rooms, turn, talk.code)
  const say = speechIn(rooms.content(), turn.locale)
  if (active === undefined) {
    turn.write({ type: 'text', text: say('no-draft') })
    return { turn, outcome: { outcome: 'status', engine: 'none' } }
  }
  if (active.status !== 'ready') return { turn, outcome: await tellNotYet(rooms, turn, active) }
  if (turn.channel === 'text' && turn.state.reviewing && talk.kind !== 'exact')
    turn.write({ type: 'text', text: say('submit-how-text') })
  else await offerReview(rooms, turn, active)
  return { turn, outcome: { outcome: 'awaiting-review', engine: 'none' } }
}

/** A bare yes, or six digits, answer the card alone; a supplement and a form put aside have words of their own. */
function isMeant({ kind, code }: SubmissionTalk, { inHand: { active, aside, cases }, state }: Turn): boolean {
  if (kind === 'exact') return active !== undefined || code !== undefined || state.supplement === undefined
  if (kind === 'nod') return state.reviewing && active?.status === 'ready'
  // Without a form 还有什么 asks on about the guide.
  if (kind === 'review') return active !== undefined && active.service !== BENEFITS && !state.reviewing
  if (kind === 'code-alone') return active?.status === 'ready'
  if (active !== undefined) return active.service !== BENEFITS
  return (
    aside.length === 0 && state.lastGuide === undefined && cases.every(({ supplement }) => supplement?.given !== false)
  )
}

/** What is still to be filled before there is anything to confirm, and the next of it. */
async function tellNotYet(rooms: Desk, turn: Turn, active: ApplicationView): Promise<Outcome> {
  const say = speechIn(rooms.content(), turn.locale)
  if (active.next !== null && !active.eligibility.some(closesTheWay)) {
    const labels = active.pending.map((id) => active.fields.find((field) => field.id === id)?.label ?? id)
    const fields = say.list(labels.slice(0, MOST_NAMED))
    const key = labels.length > MOST_NAMED ? 'submit-not-yet-more' : 'submit-not-yet'
    turn.write({ type: 'text', text: `${say(key, { fields, count: String(labels.length) })}\n\n` })
  }
  await offerNextStep(rooms, turn, say, active)
  return { outcome: 'drafting', engine: 'none' }
}

async function submit(rooms: Desk, turn: Turn, code: string): Promise<StepResult> {
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
