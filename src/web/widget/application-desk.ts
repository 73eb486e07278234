import type { ConsentPart, MaterialList, ReviewPart } from '../../wire.ts'
import type { Api } from './api.ts'
import { failureIn, type Chat } from './chat.ts'
import { deskOf, isDraft, withApplication, withDesk, withMessage, type ChatState, type Desk } from './chat-state.ts'
import { RequestFailed, type Failure } from './failure.ts'
import { withCard } from './restored.ts'

/** Refusals after which the review on the page is void and a fresh one is fetched. */
const VOID_REVIEW = new Set(['stale-review', 'confirmation-invalid', 'conflict', 'precondition-failed'])

/** Largest file the server takes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024

/** The citizen's own acts on a form: fill, review, submit. None of them passes through a model. */
export function createApplicationDesk(tools: { api: Api; chat: Chat; newId: () => string }) {
  const { api, chat } = tools
  /** One key for each confirmation, so that a repeated press files once. */
  const keys = new Map<string, string>()

  const set = (id: string, change: Partial<Desk>): void => chat.update((state) => withDesk(state, id, change))

  /** Runs one act at a time on an application; resolves to true when it went through. */
  async function act(
    id: string,
    work: () => Promise<void>,
    onFailure: (failure: Failure) => Promise<void>,
  ): Promise<boolean> {
    if (deskOf(chat.state(), id).busy) return false
    set(id, { busy: true, failure: undefined, wrong: {} })
    try {
      await work()
      return true
    } catch (cause) {
      const failure = failureIn(cause)
      set(id, { failure })
      await onFailure(failure)
      return false
    } finally {
      set(id, { busy: false })
    }
  }

  async function refresh(id: string): Promise<void> {
    try {
      const application = await api.application(await chat.conversation(), id)
      chat.update((state) => withApplication(state, application))
    } catch (cause) {
      // The failure of the act itself is already on the card; a second one would hide it.
      failureIn(cause)
    }
  }

  async function showReview(id: string): Promise<void> {
    const review = await api.review(await chat.conversation(), id)
    chat.update((state) => ({
      ...withCard(state, tools.newId(), { type: 'data-review', data: review }),
      reviewable: [...new Set([...state.reviewable, id])],
    }))
  }

  /** What the house said to an act by button, as in the conversation it keeps. */
  function withTold(state: ChatState, said: string): ChatState {
    const parts = [
      { type: 'text' as const, id: 'text', text: said },
      {
        type: 'data-outcome' as const,
        data: { outcome: 'drafting' as const, engine: 'none', origin: 'system' as const },
      },
    ]
    return withMessage(state, { id: tools.newId(), role: 'assistant', state: 'done', parts })
  }

  /** A draft shows its materials on the form; a filed case what was given to its supplement. */
  async function takeMaterials(id: string, { materials }: MaterialList): Promise<void> {
    const known = chat.state().applications[id]
    if (known === undefined || !isDraft(known)) set(id, { supplied: materials })
    if (known !== undefined) await refresh(id)
  }

  return {
    /** Sends a file for a material; what is wrong with it stands on the card. */
    upload: (id: string, material: string, file: File): Promise<boolean> =>
      act(
        id,
        async () => {
          if (file.size > MAX_FILE_BYTES) throw new RequestFailed({ code: 'file-too-large' })
          const gone = (share: number): void =>
            set(id, { sending: { material, name: file.name, percent: Math.round(share * 100) } })
          gone(0)
          try {
            const { said, ...list } = await api.upload(await chat.conversation(), id, { material, file }, gone)
            await takeMaterials(id, list)
            chat.update((state) => withTold(state, said))
          } finally {
            set(id, { sending: undefined })
          }
        },
        () => Promise.resolve(),
      ),

    takeRelief: (id: string, material: string): Promise<boolean> =>
      act(
        id,
        async () => takeMaterials(id, await api.takeRelief(await chat.conversation(), id, material)),
        () => Promise.resolve(),
      ),

    removeFile: (id: string, file: string): Promise<boolean> =>
      act(
        id,
        async () => takeMaterials(id, await api.removeFile(await chat.conversation(), id, file)),
        async (failure) => {
          if (failure.code === 'not-found') await refresh(id)
        },
      ),

    /** Opens a form without a word being said, at the end of the conversation. */
    async start(service: string): Promise<void> {
      try {
        const { application } = await api.start(await chat.conversation(), service)
        chat.update((state) =>
          withCard(withApplication(state, application), tools.newId(), { type: 'data-application', data: application }),
        )
      } catch (cause) {
        const failure = failureIn(cause)
        chat.update((state) => ({ ...state, failure }))
      }
    },

    /** Sends values to the form. Refused ones stay in their controls with the reason beside them. */
    fill: (id: string, values: Readonly<Record<string, string>>): Promise<boolean> =>
      act(
        id,
        async () => {
          const version = chat.state().applications[id]?.version ?? 0
          const result = await api.fill(await chat.conversation(), id, version, values)
          const wrong = Object.fromEntries(result.rejected.map(({ field, message }) => [field, message]))
          chat.update((state) => withApplication(state, result.application))
          set(id, result.rejected.length > 0 ? { wrong } : { wrong, editing: undefined, listed: false })
        },
        async (failure) => {
          if (failure.code === 'precondition-failed') await refresh(id)
        },
      ),

    edit: (id: string, field: string | undefined): void => set(id, { editing: field, wrong: {}, failure: undefined }),
    list: (id: string, listed: boolean): void => set(id, { listed, wrong: {} }),

    /** Puts a fresh review card at the end of the conversation. */
    review: (id: string): Promise<boolean> =>
      act(
        id,
        () => showReview(id),
        () => refresh(id),
      ),

    /** Decides about a register; what it brought stands in the form, and what was said of it in the conversation. */
    consent: (consent: ConsentPart, granted: boolean): Promise<boolean> =>
      act(
        consent.applicationId,
        async () => {
          const { application, said } = await api.consent(await chat.conversation(), consent, granted)
          chat.update((state) => {
            const decided = [...state.decided, `${consent.applicationId}:${consent.source}`]
            const next = withApplication({ ...state, decided }, application)
            return withCard(withTold(next, said), tools.newId(), { type: 'data-application', data: application })
          })
        },
        async (failure) => {
          if (failure.code === 'conflict') await refresh(consent.applicationId)
        },
      ),

    /** Withdraws, supplements or rates a filed case; its card follows with the next news of it. */
    onCase: (id: string, kind: 'withdrawal' | 'supplement' | 'rating', body: unknown): Promise<boolean> =>
      act(
        id,
        async () => {
          const application = await api.caseAct(await chat.conversation(), id, kind, body)
          chat.update((state) => withApplication(state, application))
        },
        () => Promise.resolve(),
      ),

    /** Back from the review to the form. */
    leaveReview: (id: string): void =>
      chat.update((state) => ({ ...state, reviewable: state.reviewable.filter((each) => each !== id) })),

    /** Files exactly what the card shows. When that is void by now, the card is replaced by a fresh one and nothing is filed. */
    submit: (review: ReviewPart): Promise<boolean> => {
      const id = review.applicationId
      const key = keys.get(review.confirmation) ?? tools.newId()
      keys.set(review.confirmation, key)
      return act(
        id,
        async () => {
          const receipt = await api.submit(await chat.conversation(), review, key)
          chat.update((state) => ({
            ...withCard(state, tools.newId(), { type: 'data-receipt', data: { ...receipt, title: review.title } }),
            reviewable: state.reviewable.filter((each) => each !== id),
          }))
          await refresh(id)
        },
        async (failure) => {
          if (!VOID_REVIEW.has(failure.code)) return
          await refresh(id)
          try {
            await showReview(id)
          } catch (cause) {
            set(id, { failure: failureIn(cause) })
          }
        },
      )
    },
  }
}
