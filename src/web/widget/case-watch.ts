import type { Api } from './api.ts'
import type { Chat } from './chat.ts'
import { isAbort } from './api.ts'
import { RequestFailed } from './failure.ts'
import type { createKeepsake } from './keepsake.ts'
import { withCases } from './restored.ts'

/** Follows the filed cases of the conversation, so that the page tells of progress without being asked. */
export function createCaseWatch(tools: { api: Api; chat: Chat; keepsake: ReturnType<typeof createKeepsake> }) {
  let watching: AbortController | undefined

  async function watch(signal: AbortSignal): Promise<void> {
    const conversation = tools.keepsake.read().conversation
    if (conversation === undefined) return
    try {
      for await (const cases of tools.api.cases(conversation, signal)) {
        tools.chat.update((state) => withCases(state, cases))
      }
    } catch (cause) {
      // Progress is news, not an answer: when the line breaks, the next filing or reload takes it up again.
      if (!isAbort(cause) && !(cause instanceof RequestFailed) && !(cause instanceof TypeError)) throw cause
    }
  }

  return {
    /** Begins to follow; does nothing while it already does. */
    async follow(): Promise<void> {
      if (watching !== undefined) return
      const mine = new AbortController()
      watching = mine
      await watch(mine.signal)
      if (watching === mine) watching = undefined
    },
    stop(): void {
      watching?.abort()
      watching = undefined
    },
  }
}
