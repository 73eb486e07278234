import type { ApplicationPart } from '../../wire.ts'
import { isDraft, type ChatState } from './chat-state.ts'
import { dataOf, textOf, type Message } from './parts.ts'
import { nextSentences } from './speech.ts'
import type { Say } from './words.ts'

/** What the form asks for next, as a sentence. */
function formSentences(application: ApplicationPart, say: Say): readonly string[] {
  if (!isDraft(application)) return []
  if (application.pending.length === 0) return [say('allFilled')]
  return application.next === null ? [] : [application.next.ask]
}

function cardSentences(message: Message, say: Say): readonly string[] {
  const application = dataOf(message, 'data-application')
  const choices = dataOf(message, 'data-choices')
  const review = dataOf(message, 'data-review')
  const receipt = dataOf(message, 'data-receipt')
  const progress = dataOf(message, 'data-progress')
  const form = application === undefined || review !== undefined ? [] : formSentences(application, say)
  return [
    ...(choices === undefined ? [] : [choices.question, ...choices.choices]),
    // The text of the turn often asks the same question; it is then heard once.
    ...form.filter((sentence) => !textOf(message).includes(sentence)),
    ...(review === undefined ? [] : [say('titled', { what: say('review'), title: review.title })]),
    ...(progress?.cases ?? []).map((each) =>
      say('titled', { what: each.title, title: each.events.at(-1)?.text ?? each.status }),
    ),
    ...(receipt === undefined ? [] : [`${say('receipt')}。${say('receiptNumber')} ${receipt.receiptNumber}`]),
  ]
}

/**
 * Tells a screen reader what happens, in whole sentences: each released sentence once, then what the cards ask for.
 * The narrator gives back all sentences of the running turn, oldest first, so that the live region only grows.
 * A restored conversation is not read out: the citizen heard it before.
 */
export function createNarrator(): (state: ChatState, say: Say) => readonly string[] {
  /** Place of the message that is being told; a message's id may still change while it streams. */
  let place = -1
  let upTo = 0
  let told = true
  let restoring = false
  let heard: readonly string[] = []

  function settle(at: number): readonly string[] {
    place = at
    told = true
    heard = []
    return heard
  }

  return (state, say) => {
    const last = state.messages.length - 1
    const message = state.messages[last]
    if (restoring || message === undefined) {
      restoring = state.phase === 'restoring'
      return settle(last)
    }
    restoring = state.phase === 'restoring'
    if (message.role === 'user') return heard
    if (last !== place) {
      settle(last)
      told = false
      upTo = 0
    }
    if (told) return heard
    const ended = message.state !== 'streaming'
    const next = nextSentences(textOf(message), upTo, ended)
    upTo = next.upTo
    told = ended
    heard = [...heard, ...next.sentences, ...(ended ? cardSentences(message, say) : [])]
    return heard
  }
}
