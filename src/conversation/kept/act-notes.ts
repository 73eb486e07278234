import { addExchange, type Exchange } from './add-exchange.ts'
import { receiptTalk } from '../telling/case-talk.ts'
import type { ConversationState } from './conversation-state.ts'
import { ending, holdsReceipt, keptParts } from './kept-parts.ts'
import type { MessageLog } from './message-log.ts'
import { consentTalk } from '../telling/offer-consent.ts'
import { labelOf, uploadTalk, type Upload } from '../telling/paper-talk.ts'
import { askedOf } from '../steps/remember.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { createTurnQueue } from '../turn-queue.ts'
import type { Locale } from '../../content/index.ts'
import type { ApplicationView, ConsentResult, Receipt } from '../../services/index.ts'

/** What a citizen does by button, written into her conversation. */
export type ActNotes = {
  /**
   * Adds a submission by button to the conversation, so that a reload and the next turn know of it; once, however often it is
   * called. Returns what was said to it.
   */
  readonly noteSubmission: (conversationId: string, application: ApplicationView, receipt: Receipt) => Promise<string>
  /** Adds a consent by button to the conversation, with the next question of the form. Returns what was said to it. */
  readonly noteConsent: (conversationId: string, result: ConsentResult) => Promise<string>
  /** Adds a consent taken back by button to the conversation, with the next question of the form. */
  readonly noteWithdrawnConsent: (
    conversationId: string,
    withdrawn: Pick<ConsentResult, 'title' | 'application'>,
  ) => Promise<void>
  /**
   * Adds an upload to the conversation, with what was found in the papers so far and what is still missing. Returns what was
   * said to it.
   */
  readonly noteUpload: (conversationId: string, upload: Upload) => Promise<string>
}

type Tools = {
  readonly rooms: Pick<Rooms, 'content' | 'store' | 'clock'>
  readonly log: MessageLog
  readonly queue: Pick<ReturnType<typeof createTurnQueue>, 'run'>
  readonly localeFor: (conversationId: string) => Promise<Locale>
}

/** What is written of one act: what she did, what was said to it, and what the conversation remembers then. */
type Note = Pick<Exchange, 'answered' | 'remember'> & { readonly said: string }

/** Notes of acts by button, each in its turn. */
export function createActNotes({ rooms, log, queue, localeFor }: Tools): ActNotes {
  const { store, clock } = rooms

  const note = <Noted extends Note | undefined>(
    conversationId: string,
    noteOf: (say: Speech) => Noted | Promise<Noted>,
  ): Promise<Noted> =>
    queue.run(conversationId, async () => {
      const written = await noteOf(speechIn(rooms.content(), await localeFor(conversationId)))
      if (written === undefined) return written
      const exchange = { ...written, conversationId, at: clock(), said: [{ type: 'text', text: written.said }] }
      await store.transaction((db) => addExchange(db, store, exchange))
      return written
    })

  return {
    noteSubmission: async (conversationId, application, receipt) => {
      const speech = speechIn(rooms.content(), await localeFor(conversationId))
      const talk = receiptTalk(speech, application, receipt, 'web')
      await note(conversationId, async (say) => {
        if (holdsReceipt(await log.list(conversationId), receipt)) return undefined
        const answered = keptParts([...talk, ending('submitted')])
        return { said: say('confirmed-by-button'), answered, remember: keepState }
      })
      return talk.map((part) => (part.type === 'text' ? part.text : '')).join('')
    },
    noteConsent: async (conversationId, result) => {
      const { title, application } = result
      const { text } = await note(conversationId, (say) => ({
        ...answerOf([consentTalk(say, result), ...nextQuestion(say, application)].join('\n')),
        said: say('consent-by-button', { title }),
        remember: (state) => askedInstead(state, application),
      }))
      return text
    },
    noteWithdrawnConsent: async (conversationId, { title, application }) => {
      await note(conversationId, (say) => ({
        ...answerOf([say('consent-withdrawn', { title }), ...nextQuestion(say, application)].join('\n')),
        said: say('consent-withdrawn-by-button', { title }),
        remember: (state) => askedInstead(state, application),
      }))
    },
    noteUpload: async (conversationId, upload) => {
      const { text } = await note(conversationId, (say) => ({
        ...answerOf(uploadTalk(say, upload)),
        said: say('uploaded-by-button', { label: labelOf(upload) }),
        remember: keepState,
      }))
      return text
    },
  }
}

function nextQuestion(say: Speech, { next, title }: ApplicationView): string[] {
  return next === null ? [] : [say('next-question', { title, ask: next.ask })]
}

/** Words that are answered while a form is filled in. */
function answerOf(text: string) {
  return { text, answered: keptParts([{ type: 'text', text }, ending('drafting')]) }
}

/** A submission or an upload by button changes nothing of what the conversation remembers. */
function keepState(state: ConversationState): ConversationState {
  return state
}

/** A card that was answered stands no more; the next question of the form does. */
function askedInstead(state: ConversationState, application: ApplicationView): ConversationState {
  return { ...state, consent: undefined, asked: askedOf(application) ?? state.asked }
}
