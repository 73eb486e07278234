import type { Api } from './api.ts'
import { failureIn, type Chat } from './chat.ts'
import type { Verdict } from './chat-state.ts'

/** What the citizen thinks of an answer: 👍, or 👎 and then why. Thinking again replaces it. */
export function createFeedback({ api, chat }: { readonly api: Api; readonly chat: Chat }) {
  return {
    judge: async (messageId: string, verdict: Verdict): Promise<void> => {
      const before = chat.state().verdicts[messageId]
      const show = (shown: Verdict | undefined): void =>
        chat.update((state) => {
          const { [messageId]: _former, ...others } = state.verdicts
          return { ...state, verdicts: shown === undefined ? others : { ...others, [messageId]: shown } }
        })
      show(verdict)
      try {
        await api.feedback(await chat.conversation(), messageId, verdict)
      } catch (cause) {
        show(before)
        const failure = failureIn(cause)
        chat.update((state) => ({ ...state, failure }))
      }
    },
  }
}
