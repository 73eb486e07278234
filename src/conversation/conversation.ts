import { randomBytes, randomUUID } from 'node:crypto'
import type { Locale } from '../content/index.ts'
import { AppError } from '../errors.ts'
import { createActNotes, type ActNotes } from './kept/act-notes.ts'
import { createAnswerTurn } from './answer-turn.ts'
import { ConversationState } from './kept/conversation-state.ts'
import type { SignedIn } from '../services/index.ts'
import { createMessageLog, newMessageId, type KeptMessage } from './kept/message-log.ts'
import type { Outcome } from './outcome.ts'
import type { Rooms } from './rooms.ts'
import type { Channel, ToolCall, TurnPart } from './turn.ts'
import { keepToCitizen } from './kept/keep-to-citizen.ts'
import { eraseResumeCode, newResumeCode, takeOwn, takeResumeCode } from './kept/resume-code.ts'
import { speechIn } from './speech.ts'
import { createTurnQueue } from './turn-queue.ts'

/** How long a conversation can be gone on with after it was opened. Source: docs/decisions/0008. */
const LIFETIME_MS = 30 * 86_400_000

export type OpenConversation = { readonly id: string; readonly token: string; readonly expiresAt: string }

/** 👍 or 👎 for one answer, with the citizen's reason. */
export type Feedback = { readonly messageId: string; readonly verdict: 'up' | 'down'; readonly reason: string }

/** The living room's front door. */
export type Conversation = ActNotes & {
  readonly open: (locale?: Locale, plain?: boolean) => Promise<OpenConversation>
  /**
   * The conversation that a bearer token belongs to. The first signed-in citizen who brings the token makes it hers; from
   * then on it opens to nobody else, nor to the token alone.
   * @throws AppError 'unauthorized' when the token is unknown or expired; 'forbidden' when `id` names another conversation,
   *   or the conversation is another citizen's; 'sign-in-required' when its citizen is not signed in any more.
   */
  readonly authorise: (key: {
    token: string
    id?: string | undefined
    citizenId?: string | undefined
  }) => Promise<{ id: string; locale: Locale; expiresAt: string }>
  /** Whether she is spoken to plainly. @throws AppError 'not-found' when the conversation was erased. */
  readonly isPlain: (conversationId: string) => Promise<boolean>
  /** A short code by which the conversation moves to another device; see docs/decisions/0024. */
  readonly resumeCode: (conversationId: string) => Promise<{ readonly code: string; readonly expiresAt: string }>
  /**
   * The conversation of a code under a fresh token; code and former token are void.
   * @throws AppError 'not-found' for a code that is wrong, expired or used; 'sign-in-required' and 'forbidden' as `authorise`.
   */
  readonly resume: (typed: { code: string; citizenId: string | undefined }) => Promise<OpenConversation>
  /** A conversation of the signed-in citizen under a fresh token; the former is void. @throws AppError 'not-found' when it is not hers or has ended. */
  readonly takeOwn: (own: { conversationId: string; citizenId: string }) => Promise<OpenConversation>
  /**
   * Answers one message; the answer is kept under `messageId`. Turns of one conversation run one after the other.
   * Never throws for what a turn can meet, a lost conversation included: it ends as an outcome.
   */
  readonly answer: (request: {
    conversationId: string
    messageId?: string
    message: string
    channel: Channel
    locale?: Locale
    /** Whether she is spoken to plainly, where she chose it by button. */
    plain?: boolean
    /** The citizen when she is signed in. */
    citizen?: SignedIn | undefined
    signal: AbortSignal
    /** Aborts when nobody reads along any more: the turn is finished and kept, but not by a model that is paid for. */
    left?: AbortSignal
    write: (part: TurnPart) => void
    /** Told of every call of a tool, for whoever inspects the engine. */
    onCall?: (call: ToolCall) => void
  }) => Promise<Outcome>
  readonly messages: (conversationId: string) => Promise<readonly KeptMessage[]>
  /**
   * Keeps what the citizen thought of an answer; thinking again replaces it.
   * @throws AppError 'not-found' when the conversation has no such answer.
   */
  readonly keepFeedback: (conversationId: string, feedback: Feedback) => Promise<void>
  readonly transcript: (conversationId: string) => Promise<string>
  /**
   * Erases messages, drafts and feedback; filed cases stay with the authority. The token is void afterwards. A turn that
   * is being answered is cut off first, so that nothing of it is kept.
   */
  readonly erase: (conversationId: string) => Promise<void>
  /** Cuts off the turns still being answered and settles when what came of them is kept. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export function createConversation(rooms: Rooms): Conversation {
  const { store, clock } = rooms
  const log = createMessageLog(store)
  const answerTurn = createAnswerTurn(rooms, log)
  const queue = createTurnQueue()

  const record = async (id: string) => {
    const row = await store.db
      .selectFrom('conversations')
      .select(['locale', 'stateSealed'])
      .where('id', '=', id)
      .where('erasedAt', 'is', null)
      .executeTakeFirst()
    if (row === undefined) throw AppError.saying('not-found', 'no-conversation')
    return { locale: localeOf(row.locale), state: ConversationState.parse(JSON.parse(store.unseal(row.stateSealed))) }
  }

  return {
    open: async (locale = 'zh-Hans', plain = false) => {
      const id = `c_${randomUUID()}`
      const token = randomBytes(32).toString('base64url')
      const createdAt = clock()
      const expiresAt = createdAt + LIFETIME_MS
      const stateSealed = store.seal(JSON.stringify(ConversationState.parse({ plain })))
      await store.db
        .insertInto('conversations')
        .values({
          id,
          tokenHash: store.digest(token),
          locale,
          stateSealed,
          createdAt,
          expiresAt,
          erasedAt: null,
          citizenId: null,
        })
        .execute()
      return { id, token, expiresAt: new Date(expiresAt).toISOString() }
    },
    authorise: async ({ token, id, citizenId }) => {
      const row = await store.db
        .selectFrom('conversations')
        .select(['id', 'locale', 'expiresAt', 'citizenId'])
        .where('tokenHash', '=', store.digest(token))
        .where('erasedAt', 'is', null)
        .executeTakeFirst()
      if (row === undefined || row.expiresAt <= clock()) throw AppError.saying('unauthorized', 'token-over')
      if (id !== undefined && id !== row.id) throw AppError.saying('forbidden', 'token-of-another')
      await keepToCitizen(store, row, citizenId)
      return { id: row.id, locale: localeOf(row.locale), expiresAt: new Date(row.expiresAt).toISOString() }
    },
    isPlain: async (conversationId) => (await record(conversationId)).state.plain,
    resumeCode: (conversationId) => newResumeCode(rooms, conversationId),
    resume: (typed) => takeResumeCode(rooms, typed),
    takeOwn: (own) => takeOwn(rooms, own),
    answer: async ({ conversationId, locale, citizen, messageId = newMessageId(), ...request }) => {
      try {
        return await queue.run(conversationId, async (stopped) => {
          const known = await record(conversationId)
          const signal = AbortSignal.any([request.signal, stopped])
          return answerTurn({
            ...request,
            signal,
            messageId,
            conversationId,
            citizen,
            locale: locale ?? known.locale,
            state: known.state,
          })
        })
      } catch (error) {
        rooms.log.error({ error, step: 'record' }, 'a turn could not begin')
        const outcome: Outcome = { outcome: 'failed', reason: 'record', engine: 'none' }
        request.write({ type: 'text', text: speechIn(rooms.content(), locale ?? 'zh-Hans')('failed') })
        request.write({ type: 'outcome', outcome, origin: 'system' })
        return outcome
      }
    },
    messages: log.list,
    transcript: log.transcript,
    keepFeedback: (conversationId, { messageId, verdict, reason }) =>
      store.transaction(async (db) => {
        const answer = await db
          .selectFrom('messages')
          .select('id')
          .where('id', '=', messageId)
          .where('conversationId', '=', conversationId)
          .where('role', '=', 'assistant')
          .executeTakeFirst()
        if (answer === undefined) throw AppError.saying('not-found', 'no-reply')
        await db.deleteFrom('feedback').where('messageId', '=', messageId).execute()
        const row = { id: `f_${randomUUID()}`, conversationId, messageId, verdict, createdAt: clock() }
        await db
          .insertInto('feedback')
          .values({ ...row, reasonSealed: store.seal(reason) })
          .execute()
      }),
    ...createActNotes({ rooms, log, queue, localeFor: async (id) => (await record(id)).locale }),
    erase: async (conversationId) => {
      queue.stop(conversationId)
      await queue.run(conversationId, async () => {
        await store.transaction(async (db) => {
          await db.deleteFrom('messages').where('conversationId', '=', conversationId).execute()
          await db.deleteFrom('feedback').where('conversationId', '=', conversationId).execute()
          await eraseResumeCode(db, conversationId)
          await db
            .updateTable('conversations')
            .set({ erasedAt: clock(), stateSealed: store.seal('{}') })
            .where('id', '=', conversationId)
            .execute()
        })
        await rooms.counter.eraseDrafts(conversationId)
      })
    },
    [Symbol.asyncDispose]: queue.close,
  }
}

function localeOf(text: string): Locale {
  return text === 'zh-Hant' || text === 'en' ? text : 'zh-Hans'
}
