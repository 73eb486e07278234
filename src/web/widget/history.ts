import type { Api } from './api.ts'
import { failureIn, type Chat } from './chat.ts'
import { createKeepsake, type KeptConversation } from './keepsake.ts'
import { textOf } from './parts.ts'

/** Conversations that the page lists; older ones fall off. */
const MOST_KEPT = 20
const MOST_TITLE = 30

/** The citizen's conversations on this device: listed, opened again, deleted. */
export function createHistory(tools: { api: Api; chat: Chat; keepsake: ReturnType<typeof createKeepsake> }) {
  const { api, chat, keepsake } = tools
  const keep = (history: readonly KeptConversation[]): void => keepsake.keep({ history: history.slice(0, MOST_KEPT) })
  const drop = (id: string): void => keep(keepsake.read().history.filter((each) => each.id !== id))

  async function eraseThere(conversation: { readonly id: string; readonly token: string }): Promise<void> {
    try {
      await api.erase(conversation)
    } catch (cause) {
      // What is gone already needs no deleting.
      const { code } = failureIn(cause)
      if (code !== 'unauthorized' && code !== 'forbidden' && code !== 'not-found') throw cause
    }
  }

  /** Leaves nothing on the page and in the browser. */
  function forgetHere(): void {
    keepsake.keep({ history: [], draft: '', remember: false })
    chat.restart()
  }

  /** Deletes every conversation of this device, here and at the server; what could not be deleted stays in the list. */
  async function removeAll(): Promise<void> {
    const { conversation, history } = keepsake.read()
    for (const each of history) {
      await eraseThere(each)
      drop(each.id)
    }
    if (conversation !== undefined && history.every(({ id }) => id !== conversation.id)) await eraseThere(conversation)
    forgetHere()
  }

  return {
    /** Puts the conversation at hand first in the list, under the first thing asked in it. */
    note(): void {
      const { conversation, history } = keepsake.read()
      const first = chat.state().messages.find(({ role }) => role === 'user')
      if (conversation === undefined || first === undefined) return
      const title = textOf(first).slice(0, MOST_TITLE)
      const others = history.filter(({ id }) => id !== conversation.id)
      keep([{ ...conversation, title, at: new Date().toISOString() }, ...others])
    },

    /** The conversations besides the one at hand. */
    others: (): readonly KeptConversation[] => {
      const { conversation, history } = keepsake.read()
      return history.filter(({ id }) => id !== conversation?.id)
    },

    /** Goes on with a conversation of the list. One that has ended leaves the list. */
    async reopen(id: string): Promise<void> {
      const known = keepsake.read().history.find((each) => each.id === id)
      if (known === undefined) return
      chat.restart()
      keepsake.keep({ conversation: { id: known.id, token: known.token } })
      await chat.restore()
      if (keepsake.read().conversation === undefined) drop(id)
    },

    /** Goes on with the conversation that a case was filed in. Throws RequestFailed, and changes nothing, when it cannot be had. */
    async openCase(applicationId: string): Promise<void> {
      const { id, token } = await api.conversationOfCase(applicationId)
      chat.restart()
      keepsake.keep({ conversation: { id, token } })
      // Its former token is void, also in the list.
      keep(keepsake.read().history.map((each) => (each.id === id ? { ...each, token } : each)))
      await chat.restore()
    },

    /** Deletes a conversation of the list, here and at the server. Throws RequestFailed, and keeps it, when the server does not answer. */
    async remove(id: string): Promise<void> {
      const known = keepsake.read().history.find((each) => each.id === id)
      if (known !== undefined) await eraseThere(known)
      drop(id)
    },

    removeAll,

    /** Deletes what is kept of who is signed in, wherever she said it, and leaves nothing here. Throws RequestFailed. */
    async forgetMe(): Promise<void> {
      await api.forgetMe()
      await removeAll()
    },

    forgetHere,
  }
}
