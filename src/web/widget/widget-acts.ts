import type { ReviewPart } from '../../wire.ts'
import { deskOf, receiptAtEnd } from './chat-state.ts'
import type { createDictation } from './dictation.ts'
import { conversationText, saveFile } from './export-text.ts'
import { formFocus } from './form-focus.ts'
import type { createKeepsake } from './keepsake.ts'
import type { createPanelDoor } from './panel-door.ts'
import { speechOf } from './parts.ts'
import { printReceipt } from './print-alone.ts'
import type { createReadAloud } from './read-aloud.ts'
import type { Session } from './session.ts'
import type { Acts } from './view.ts'
import type { Typed } from './typed.ts'
import type { WidgetElement } from './widget-element.ts'
import { wordsIn, type Locale, type Word } from './words.ts'

/** What the citizen's acts touch. */
type Tools = {
  readonly element: WidgetElement
  readonly session: () => Session | undefined
  readonly keepsake: ReturnType<typeof createKeepsake>
  readonly door: ReturnType<typeof createPanelDoor>
  readonly voice: ReturnType<typeof createReadAloud>
  readonly dictation: ReturnType<typeof createDictation>
  readonly typed: Typed
  readonly locale: () => Locale
  readonly focus: (selector: string) => Promise<void>
  readonly ask: (words: string) => Promise<void>
  readonly start: (service: string) => Promise<void>
}

/** The citizen's acts as the templates call them: each goes to the session, and the focus to what follows from it. */
export function createActs(tools: Tools): Acts {
  const { element, keepsake, session } = tools
  const focus = (selector: string): void => void tools.focus(selector)
  const focusForm = (application: string): void => focus(formFocus(element.chatState, application))
  const sure = (word: Word): boolean => confirm(wordsIn(tools.locale())(word))

  async function submitReview(review: ReviewPart): Promise<void> {
    const filed = (await session()?.submit(review)) === true
    const receipt = filed ? receiptAtEnd(element.chatState) : undefined
    focus(receipt !== undefined ? `[id="${receipt}-receipt"]` : `[id="${review.applicationId}-review"]`)
  }

  const isReviewed = (application: string): boolean => element.chatState.reviewable.includes(application)

  /** True when every value was taken; what was refused stays in its control. */
  async function fill(application: string, values: Readonly<Record<string, string>>): Promise<boolean> {
    if ((await session()?.fill(application, values)) !== true) return false
    const { wrong } = deskOf(element.chatState, application)
    const taken = Object.keys(values).filter((field) => wrong[field] === undefined)
    tools.typed.forget(application, taken)
    return taken.length === Object.keys(values).length
  }

  async function forgetMe(): Promise<void> {
    if ((await session()?.forgetMe()) !== true) return
    element.signedIn = false
    element.dispatchEvent(new Event('bianban-signed-out', { bubbles: true }))
    focus('#panel-notice')
  }

  async function amend(application: string, values: Readonly<Record<string, string>>): Promise<void> {
    if ((await fill(application, values)) && (await session()?.review(application)) === true)
      focus(`[id="${application}-review"]`)
    else focus(isReviewed(application) ? '.review .editing [name]' : formFocus(element.chatState, application))
  }

  return {
    ...tools.door.acts,
    send: (words) => void tools.ask(words),
    start: (service) => void tools.start(service),
    stop: () => session()?.stop(),
    retry: () => void session()?.retry(),
    restart: () => {
      session()?.panel.close()
      session()?.restart()
      focus('#ask')
    },
    erase: () => {
      if (!sure('eraseSure')) return
      session()?.panel.close()
      void session()
        ?.erase()
        .then(() => focus('#ask'))
    },
    removeAll: () => {
      if (sure('eraseAllSure')) void session()?.removeAll()
    },
    exportPage: () => void session()?.panel.exportPage(tools.locale()),
    forgetMe: () => void forgetMe(),
    removeKept: (id) => {
      if (sure('eraseSure'))
        void session()
          ?.panel.removeKept(id)
          .then(() => focus('#panel-title'))
    },
    reopen: (id) =>
      void session()
        ?.reopen(id)
        .then(() => focus('#ask')),
    remember: (remember) => session()?.panel.remember(remember),
    exportText: () => {
      const locale = tools.locale()
      const way = { say: wordsIn(locale), locale, server: element.server || location.origin }
      saveFile(conversationText(element.chatState.messages, way), 'text/plain', 'bianban.txt')
    },
    setLocale: (locale) => {
      element.locale = locale
      keepsake.keep({ locale, chosenOver: element.getAttribute('locale') ?? '' })
    },
    setLarge: (large) => {
      element.large = large
      keepsake.keep({ large })
    },
    setPlain: (plain) => {
      element.plain = plain
      keepsake.keep({ plain })
    },
    unfold: (unfolded) => (element.unfolded = unfolded),
    setOpen: (open) => {
      element.open = open
      focus(open ? '#ask' : '.launcher')
    },
    dictate: () => tools.dictation.toggle(tools.locale()),
    fill: (application, values) => void fill(application, values).then(() => focusForm(application)),
    amend: (application, values) => void amend(application, values),
    edit: (application, field) => {
      tools.typed.forget(application)
      session()?.edit(application, field)
      if (field === undefined)
        focus(isReviewed(application) ? `[id="${application}-review"]` : formFocus(element.chatState, application))
      else focus(`.editing [name="${field}"]`)
    },
    list: (application, listed) => {
      session()?.list(application, listed)
      focusForm(application)
    },
    upload: (application, material, file) => void session()?.upload(application, material, file),
    takeRelief: (application, material) => void session()?.takeRelief(application, material),
    removeFile: (application, file) => void session()?.removeFile(application, file),
    review: (application) =>
      void session()
        ?.review(application)
        .then((shown) => shown && focus(`[id="${application}-review"]`)),
    leaveReview: (application) => {
      session()?.leaveReview(application)
      focus(`[id="${application}-form"]`)
    },
    submit: (review) => void submitReview(review),
    print: () => printReceipt(element),
    read: (messageId) => {
      const message = element.chatState.messages.find(({ id }) => id === messageId)
      if (message !== undefined) tools.voice.toggle(messageId, speechOf(message), tools.locale())
    },
    judge: (messageId, verdict) => void session()?.judge(messageId, verdict),
    onCase: (application, act, body) => {
      if (act === 'withdrawal' && !sure('withdrawSure')) return
      void session()?.onCase(application, act, body)
    },
    consent: (consent, granted) =>
      void session()
        ?.consent(consent, granted)
        .then((decided) => decided && focusForm(consent.applicationId)),
  }
}
