import { closesTheWay, type ApplicationView } from '../../services/index.ts'
import { offerConsent } from './offer-consent.ts'
import { offerReview } from './offer-review.ts'
import type { Rooms } from '../rooms.ts'
import type { Speech } from '../speech.ts'
import { reliefTalk } from './relief-talk.ts'
import type { Turn } from '../turn.ts'

type Finding = ApplicationView['eligibility'][number]

/** The reasons that this turn has not told: with a fill it tells those that are new. */
function untold({ inHand: { active }, effects }: Turn, id: string, closing: readonly Finding[]): readonly Finding[] {
  const before = new Set(active?.id === id ? active.eligibility.map((finding) => finding.id) : [])
  const told = effects.fills.flatMap(({ changed }) => changed).join('\n')
  const silent = effects.fills.length === 0
  return closing.filter(({ id: finding, message }) => (silent || before.has(finding)) && !told.includes(message))
}

/**
 * Offers the next question of the form, or the review card when nothing is missing; in place of the question a source that
 * could answer it. `moved`: this turn brought the form further, so that a source may be offered that was not before.
 */
export async function offerNextStep(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  say: Speech,
  application: ApplicationView | undefined,
  { moved = false }: { readonly moved?: boolean } = {},
): Promise<void> {
  if (application === undefined) return
  if (application.status === 'ready') return offerReview(rooms, turn, application)
  const next = application.next
  const closing = application.eligibility.filter(closesTheWay)
  const stopped = closing.length > 0
  const offer = stopped ? undefined : await offerConsent(rooms, turn, application, moved)
  turn.write({ type: 'application', application })
  if (offer !== undefined) {
    // What was answered stays the ending of the turn, unless the form went on.
    if (moved || turn.released?.cited !== true) turn.effects.offered = offer
    return
  }
  if (next === null || stopped) {
    const lacking = application.materials.filter(({ state }) => state === 'missing')
    if (stopped) {
      const reasons = untold(turn, application.id, closing).map(({ message }) =>
        say('not-eligible-because', { message }),
      )
      const stop = say('not-eligible', { title: application.title })
      turn.write({ type: 'text', text: say.sentences([stop, ...reasons, say('not-eligible-unless')]) })
    }
    if (!stopped && lacking.length > 0) {
      const materials = say.list(lacking.map(({ label }) => label))
      turn.write({ type: 'text', text: say('materials-missing', { title: application.title, materials }) })
      for (const line of reliefTalk(say, application)) turn.write({ type: 'text', text: `\n${line}` })
    }
    return
  }
  const digression = turn.effects.fills.length === 0 && turn.effects.setAside === undefined
  const key = digression ? 'next-question-again' : 'next-question'
  turn.write({ type: 'text', text: say(key, { title: application.title, ask: next.ask }) })
  if (next.help !== null) turn.write({ type: 'text', text: `\n${next.help}` })
  if (next.options.length > 0) {
    turn.write({ type: 'choices', question: next.ask, choices: next.options.map(({ label }) => label) })
  }
}
