import type { ApplicationView, ConsentOffer, ConsentResult } from '../../services/index.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** What an offer is remembered by, so that nobody is asked the same twice. */
export function offerKey(applicationId: string, source: string): string {
  return `${applicationId}:${source}`
}

/**
 * Offers a signed-in citizen the next source that would save her questions, one a turn and each once. In a channel
 * without buttons the words that consent are written out. Returns the offer, or undefined when there is none.
 */
export async function offerConsent(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  application: ApplicationView,
): Promise<ConsentOffer | undefined> {
  const { citizen, conversationId } = turn
  if (citizen === undefined) return undefined
  const offers = await rooms.counter.consentOffers({ conversationId, applicationId: application.id, citizen })
  const offer = offers.find(({ source }) => !turn.state.offered.includes(offerKey(application.id, source)))
  if (offer === undefined) return undefined
  showOffer(rooms, turn, application.id, offer)
  return offer
}

/** Offers of hers that she was shown for this application and has not decided, the one shown last at the end. */
export async function undecidedOffers(
  { counter }: Pick<Rooms, 'counter'>,
  { citizen, conversationId, state }: Turn,
  applicationId: string,
): Promise<readonly ConsentOffer[]> {
  if (citizen === undefined || !state.offered.some((key) => key.startsWith(`${applicationId}:`))) return []
  const offers = await counter.consentOffers({ conversationId, applicationId, citizen })
  const shownAt = ({ source }: ConsentOffer): number => state.offered.indexOf(offerKey(applicationId, source))
  return offers.filter((offer) => shownAt(offer) >= 0).toSorted((one, other) => shownAt(one) - shownAt(other))
}

/** Puts an undecided offer again, shortly and once, instead of asking for a field that it could fill. */
export async function offerAgain(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  { id, next, fields }: ApplicationView,
): Promise<ConsentOffer | undefined> {
  const asked = fields.find((field) => field.id === next?.field)
  if (asked === undefined) return undefined
  const offer = (await undecidedOffers(rooms, turn, id)).findLast(
    ({ source, fields: brought }) =>
      brought.includes(asked.label) && !turn.state.remindedOf.includes(offerKey(id, source)),
  )
  if (offer === undefined) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  const { title } = offer
  turn.write({ type: 'consent', applicationId: id, offer })
  const again = say('consent-offer-again', { title, fields: say.list(offer.fields) })
  turn.write({
    type: 'text',
    text: turn.channel === 'text' ? [again, say('consent-how-text', { title })].join('\n') : again,
  })
  return offer
}

/** Shows an offer as a card and in words. */
export function showOffer(rooms: Pick<Rooms, 'content'>, turn: Turn, applicationId: string, offer: ConsentOffer): void {
  const say = speechIn(rooms.content(), turn.locale)
  const { title, authority, purpose, fields, until } = offer
  turn.write({ type: 'consent', applicationId, offer })
  const inFull = say('consent-offer', { title, authority, purpose, fields: say.list(fields), until: say.day(until) })
  turn.write({
    type: 'text',
    // The card tells all of it.
    text:
      turn.channel === 'text'
        ? [inFull, say('consent-how-text', { title })].join('\n')
        : say('consent-offer-web', { title }),
  })
}

/** What came of a decision, in words: what was filled, or why nothing was. */
export function consentTalk(say: Speech, { title, outcome, accepted }: ConsentResult): string {
  if (outcome !== 'filled') return say(outcome === 'refused' ? 'consent-refused' : 'consent-nothing', { title })
  const values = say.list(accepted.map(({ label, shown }) => say('value-noted', { label, value: shown })))
  return say('consent-filled', { title, values })
}
