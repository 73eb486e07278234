import type { ApplicationView } from '../../services/index.ts'
import { paperLine, paperTalk } from './paper-talk.ts'
import { reliefTalk } from './relief-talk.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

/**
 * Shows the review card. In a channel without buttons the card is also written out, with the code that confirms it;
 * the code goes to the citizen only and is kept out of what a model later reads.
 */
export async function offerReview(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  application: ApplicationView,
): Promise<void> {
  const say = speechIn(rooms.content(), turn.locale)
  const { code, ...review } = await rooms.counter.review(turn.conversationId, application.id)
  turn.write({ type: 'application', application })
  turn.write({ type: 'review', review })
  const papers = [...paperTalk(say, application.materials), ...reliefTalk(say, application)]
  if (turn.channel === 'web') {
    turn.write({ type: 'text', text: [say('review-ready', { title: application.title }), ...papers].join('\n') })
    return
  }
  const lines = [
    say('review-ready-text', { title: application.title }),
    ...review.values.map(({ label, value, provenance }) =>
      say('value-line', { label, value, origin: provenance.detail }),
    ),
    say('review-terms', {
      materials: say.list(review.materials.map((material) => paperLine(say, material))),
      fee: review.fee,
      deadline: review.deadline ?? say('no-deadline'),
    }),
    ...(review.inPerson === null ? [] : [review.inPerson]),
    review.declaration,
    ...reliefTalk(say, application),
  ]
  const text = lines.join('\n')
  turn.write({
    type: 'text',
    text: `${text}\n${say('review-code', { code })}`,
    keepAs: `${text}\n${say('review-code', { code: '••••••' })}`,
  })
}
