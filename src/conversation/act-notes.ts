import { addExchange } from './add-exchange.ts'
import { receiptTalk } from './case-talk.ts'
import type { ConversationState } from './conversation-state.ts'
import { ending, holdsReceipt, keptParts } from './kept-parts.ts'
import type { MessageLog } from './message-log.ts'
import { consentTalk } from './offer-consent.ts'
import { labelOf, uploadTalk, type Upload } from './paper-talk.ts'
import { askedOf } from './remember.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import type { createTurnQueue } from './turn-queue.ts'
import type { Locale } from '../content/index.ts'
import type { ApplicationView, ConsentResult, Receipt } from '../services/index.ts'

/** What a citizen does by button, written into her conversation. */
export type ActNotes = {
  /** Adds a submission by button to the conversation, so that a reload and the next turn know of it; once, however often it is called. */
  readonly noteSubmission: (conversationId: string, application: ApplicationView, receipt: Receipt) => Promise<void>
  /** Adds a consent by button to the conversation, with the next question of the form. Returns what was said to it. */
  readonly noteConsent: (conversationId: string, result: ConsentResult) => Promise<string>
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

/** Notes of acts by button, each in its turn. */
export function createActNotes({ rooms, log, queue, localeFor }: Tools): ActNotes {
  const { store, clock } = rooms
  return {
    noteSubmission: (conversationId, application, receipt) =>
      queue.run(conversationId, async () => {
        const locale = await localeFor(conversationId)
        if (holdsReceipt(await log.list(conversationId), receipt)) return
        const say = speechIn(rooms.content(), locale)
        const parts = keptParts([...receiptTalk(say, application, receipt, 'web'), ending('submitted')])
        const said = [{ type: 'text', text: say('confirmed-by-button') }]
        const exchange = { conversationId, at: clock(), said, answered: parts, remember: keepState }
        await store.transaction((db) => addExchange(db, store, exchange))
      }),
    noteConsent: (conversationId, result) =>
      queue.run(conversationId, async () => {
        const locale = await localeFor(conversationId)
        const say = speechIn(rooms.content(), locale)
        const { title, application } = result
        const { next, title: matter } = application
        const asked = next === null ? [] : [say('next-question', { title: matter, ask: next.ask })]
        const text = [consentTalk(say, result), ...asked].join('\n')
        const said = [{ type: 'text', text: say('consent-by-button', { title }) }]
        const answered = keptParts([{ type: 'text', text }, ending('drafting')])
        const remember = (state: ConversationState) => askedInstead(state, application)
        const exchange = { conversationId, at: clock(), said, answered, remember }
        await store.transaction((db) => addExchange(db, store, exchange))
        return text
      }),
    noteUpload: (conversationId, upload) =>
      queue.run(conversationId, async () => {
        const locale = await localeFor(conversationId)
        const say = speechIn(rooms.content(), locale)
        const text = uploadTalk(say, upload)
        const said = [{ type: 'text', text: say('uploaded-by-button', { label: labelOf(upload) }) }]
        const answered = keptParts([{ type: 'text', text }, ending('drafting')])
        const exchange = { conversationId, at: clock(), said, answered, remember: keepState }
        await store.transaction((db) => addExchange(db, store, exchange))
        return text
      }),
  }
}

/** A submission or an upload by button changes nothing of what the conversation remembers. */
function keepState(state: ConversationState): ConversationState {
  return state
}

/** A card that was answered stands no more; the next question of the form does. */
function askedInstead(state: ConversationState, application: ApplicationView): ConversationState {
  return { ...state, consent: undefined, asked: askedOf(application) ?? state.asked }
}
