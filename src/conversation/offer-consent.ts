import type { ApplicationView, ConsentOffer, ConsentResult } from '../services/index.ts'
import type { Rooms } from './rooms.ts'
import { speechIn, type Speech } from './speech.ts'
import type { Turn } from './turn.ts'

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

/** Shows an offer as a card and in words. */
export function showOffer(rooms: Pick<Rooms, 'content'>, turn: Turn, applicationId: string, offer: ConsentOffer): void {
  const say = speechIn(rooms.content(), turn.locale)
  const { title, authority, purpose, fields, until } = offer
  turn.write({ type: 'consent', applicationId, offer })
  turn.write({
    type: 'text',
    text: [
      say('consent-offer', { title, authority, purpose, fields: say.list(fields), until: say.day(until) }),
      say(turn.channel === 'text' ? 'consent-how-text' : 'consent-how-web', { title }),
    ].join('\n'),
  })
}

/** What came of a decision, in words: what was filled, or why nothing was. */
export function consentTalk(say: Speech, { title, outcome, accepted }: ConsentResult): string {
  if (outcome !== 'filled') return say(outcome === 'refused' ? 'consent-refused' : 'consent-nothing', { title })
  const values = say.list(accepted.map(({ label, shown }) => say('value-noted', { label, value: shown })))
  return say('consent-filled', { title, values })
}
