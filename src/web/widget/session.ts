import type { ReviewPart } from '../../wire.ts'
import { createApi } from './api.ts'
import { createApplicationDesk } from './application-desk.ts'
import { createCaseWatch } from './case-watch.ts'
import { createChat, failureIn, type ChatTools } from './chat.ts'
import { hasReceipt, type ChatState } from './chat-state.ts'
import { createFeedback } from './feedback.ts'
import { createHistory } from './history.ts'
import type { createKeepsake } from './keepsake.ts'
import { newId } from './new-id.ts'
import { sendByXhr } from './send-file.ts'
import { createSidePanel, type Panel } from './side-panel.ts'
import type { Locale } from './words.ts'

export type Session = ReturnType<typeof createSession>

/** Everything a citizen can do in one conversation: talk, work on forms, and see her cases move once something is filed. */
export function createSession(tools: {
  server: string
  keepsake: ReturnType<typeof createKeepsake>
  locale: () => Locale
  manner: ChatTools['manner']
  onChange: (state: ChatState) => void
  showPanel: (panel: Panel | undefined) => void
}) {
  const api = createApi({ server: tools.server, fetch: (...args) => fetch(...args), sendFile: sendByXhr })
  const chat = createChat({ ...tools, api, newId })
  const desk = createApplicationDesk({ api, chat, newId })
  const feedback = createFeedback({ api, chat })
  const watch = createCaseWatch({ api, chat, keepsake: tools.keepsake })

  const history = createHistory({ api, chat, keepsake: tools.keepsake })
  const panel = createSidePanel({ api, chat, history, keepsake: tools.keepsake, show: tools.showPanel })

  /** Takes up another conversation: what followed the former one ends, and its cases are followed. */
  async function change<Came>(take: () => Promise<Came>): Promise<Came> {
    watch.stop()
    const came = await take()
    if (hasReceipt(chat.state())) void watch.follow()
    return came
  }

  return {
    panel,
    /** A service by name, for the page around the widget to offer; undefined when there is none of that name. */
    offer: async (service: string): Promise<{ id: string; title: string } | undefined> => {
      const known = await api.service(service).catch(() => undefined)
      return known === undefined
        ? undefined
        : { id: known.id, title: tools.locale() === 'en' ? known.titleEn : known.title }
    },
    resume: (code: string): Promise<boolean> => change(() => panel.resume(code)),
    reopen: (id: string): Promise<void> =>
      change(async () => {
        panel.close()
        await history.reopen(id)
      }),
    /** Shows a case of who is signed in where it was filed; false when that conversation cannot be had. */
    openCase: (applicationId: string): Promise<boolean> =>
      change(async () => {
        panel.close()
        try {
          await history.openCase(applicationId)
          return true
        } catch (cause) {
          failureIn(cause)
          return false
        }
      }),
    forgetHere: (): void => {
      watch.stop()
      panel.close()
      history.forgetHere()
    },
    /** Deletes all conversations of this device; true when nothing is left of them. */
    removeAll: (): Promise<boolean> => change(() => panel.removeAll()),
    /** Deletes what is kept of who is signed in; true when nothing is left of it. */
    forgetMe: (): Promise<boolean> => change(() => panel.forgetMe()),
    ...chat,
    ...desk,
    ...feedback,
    send: async (words: string): Promise<void> => {
      await chat.send(words)
      history.note()
    },
    retry: async (): Promise<void> => {
      await chat.retry()
      history.note()
    },
    /** Whether somebody is signed in; undefined when that cannot be told, so that nothing is offered that cannot work. */
    isSignedIn: async (): Promise<boolean | undefined> => {
      const me = await api.me().catch(() => undefined)
      return me?.signedIn
    },
    restore: async (): Promise<void> => {
      await chat.restore()
      if (hasReceipt(chat.state())) void watch.follow()
    },
    submit: async (review: ReviewPart): Promise<boolean> => {
      const filed = await desk.submit(review)
      if (filed) void watch.follow()
      return filed
    },
    restart: (): void => {
      watch.stop()
      chat.restart()
    },
    erase: async (): Promise<void> => {
      watch.stop()
      await chat.erase()
    },
    /** Ends what runs, for a page that goes away. */
    leave: (): void => {
      watch.stop()
      chat.stop()
    },
  }
}
