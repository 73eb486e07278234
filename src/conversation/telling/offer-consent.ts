import type { ApplicationView, ConsentOffer, ConsentResult } from '../../services/index.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** What an offer is remembered by, so that nobody is asked the same twice. */
export function offerKey(applicationId: string, source: string): string {
  return `${applicationId}:${source}`
}

/**
 * Offers a signed-in citizen a source that would save her questions: the next one that she was not shown yet, one a turn, where
 * this turn moved the form (`isNew`); else one that she left undecided, once more and shortly, in place of a field that it could
 * fill. Returns the offer, or undefined when there is none.
 */
export async function offerConsent(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  { id, next, fields }: ApplicationView,
  isNew: boolean,
): Promise<ConsentOffer | undefined> {
  if (turn.citizen === undefined || (!isNew && !wasOffered(turn, id))) return undefined
  const { conversationId, citizen, state } = turn
  const offers = await rooms.counter.consentOffers({ conversationId, applicationId: id, citizen })
  const fresh = isNew ? offers.find(({ source }) => !state.offered.includes(offerKey(id, source))) : undefined
  const asked = fields.find((field) => field.id === next?.field)?.label
  const again = shownOf(turn, id, offers).findLast(
    ({ source, fields: brought }) =>
      asked !== undefined && brought.includes(asked) && !state.remindedOf.includes(offerKey(id, source)),
  )
  const offer = fresh ?? again
  if (offer !== undefined) showOffer(rooms, turn, id, offer, offer === fresh ? 'first' : 'again')
  return offer
}

/** Offers of hers that she was shown for this application and has not decided, the one shown last at the end. */
export async function undecidedOffers(
  { counter }: Pick<Rooms, 'counter'>,
  turn: Turn,
  applicationId: string,
): Promise<readonly ConsentOffer[]> {
  const { citizen, conversationId } = turn
  if (citizen === undefined || !wasOffered(turn, applicationId)) return []
  return shownOf(turn, applicationId, await counter.consentOffers({ conversationId, applicationId, citizen }))
}

function wasOffered({ state }: Turn, applicationId: string): boolean {
  return state.offered.some((key) => key.startsWith(`${applicationId}:`))
}

function shownOf({ state }: Turn, applicationId: string, offers: readonly ConsentOffer[]): readonly ConsentOffer[] {
  const shownAt = ({ source }: ConsentOffer): number => state.offered.indexOf(offerKey(applicationId, source))
  return offers.filter((offer) => shownAt(offer) >= 0).toSorted((one, other) => shownAt(one) - shownAt(other))
}

/** Shows an offer as a card and in words; `again`: shortly, for she has heard it. */
export function showOffer(
  rooms: Pick<Rooms, 'content'>,
  turn: Turn,
  applicationId: string,
  offer: ConsentOffer,
  time: 'first' | 'again' = 'first',
): void {
  const say = speechIn(rooms.content(), turn.locale)
  const { title, authority, purpose, fields, until } = offer
  const inText = turn.channel === 'text'
  const brought = say.list(fields)
  // The card tells all of it.
  const told =
    time === 'again'
      ? say('consent-offer-again', { title, fields: brought })
      : inText
        ? say('consent-offer', { title, authority, purpose, fields: brought, until: say.day(until) })
        : say('consent-offer-web', { title })
  turn.write({ type: 'consent', applicationId, offer })
  turn.write({ type: 'text', text: inText ? [told, say('consent-how-text', { title })].join('\n') : told })
}

/** What came of a decision, in words: what was filled, or why nothing was. */
export function consentTalk(say: Speech, { title, outcome, accepted }: ConsentResult): string {
  if (outcome !== 'filled') return say(outcome === 'refused' ? 'consent-refused' : 'consent-nothing', { title })
  const values = say.list(accepted.map(({ label, shown }) => say('value-noted', { label, value: shown })))
  return say('consent-filled', { title, values })
}
