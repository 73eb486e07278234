import { html, type PropertyValues } from 'lit'
import type { ReviewPart } from '../../wire.ts'
import { isDraft, type ChatState } from './chat-state.ts'
import { createFocus } from './focus.ts'
import { followNewest } from './follow-newest.ts'
import { formFocus } from './form-focus.ts'
import { createComposerBox } from './composer-box.ts'
import { composerView, headView, logView } from './frame-view.ts'
import { announce } from './host-events.ts'
import { createKeepsake, tabStorage } from './keepsake.ts'
import { createNarrator } from './narrator.ts'
import { createPanelDoor, opensBeside } from './panel-door.ts'
import { textOf } from './parts.ts'
import { canRead, createReadAloud } from './read-aloud.ts'
import { createSession, type Session } from './session.ts'
import { panelView } from './side-panel.ts'
import type { Acts, View } from './view.ts'
import { WidgetElement } from './widget-element.ts'
import { LOCALES, wordsIn, type Locale } from './words.ts'

/** From this width on the panel stands beside the conversation; below, over it. */
const BESIDE_PX = 720

/**
 * `<bianban-chat>`: the assistant as one element. Attributes: `server` (origin of the API, the page's own by default),
 * `locale`, `theme` (`light`, `dark`; the browser's wish by default), `asks` (opening questions, one a line), `question` (written into
 * the composer), `service` (offered to start with). Methods: `ask(words)` sends, `draft(words)` only writes into the composer.
 * Events: see host-events.ts; they bubble.
 */
export class BianbanChat extends WidgetElement {
  readonly #keepsake = createKeepsake(tabStorage())
  readonly #narrator = createNarrator()
  #session: Session | undefined
  #ready: Promise<void> = Promise.resolve()
  readonly #voice = createReadAloud((reading) => (this.side = { ...this.side, reading }))
  readonly #size = new ResizeObserver(() => (this.wide = this.clientWidth >= BESIDE_PX))
  readonly #composer = createComposerBox({
    root: () => this.renderRoot,
    idle: () => this.chatState.phase === 'idle',
    send: (words) => void this.ask(words),
  })
  readonly #moveFocus = createFocus(this)
  readonly #door = createPanelDoor({
    element: this,
    session: () => this.#session,
    isOpen: () => this.side.panel !== undefined,
    focus: this.#moveFocus,
  })

  constructor() {
    super()
    const { locale, large } = this.#keepsake.read()
    this.locale = locale ?? 'zh-Hans'
    this.large = large
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const kept = this.#keepsake.read()
    if (kept.locale !== undefined) this.locale = kept.locale
    this.#size.observe(this)
    if (this.#session !== undefined) return
    const onChange = (state: ChatState): void => {
      const before = this.chatState
      this.chatState = state
      announce(this, before, state)
    }
    const session = createSession({
      server: this.server,
      keepsake: this.#keepsake,
      locale: () => this.#locale(),
      onChange,
      showPanel: (panel) => (this.side = { ...this.side, panel }),
    })
    this.#session = session
    this.#ready = session.restore()
    if (this.question !== '') void this.#propose(this.question)
    if (this.service !== '') void session.offer(this.service).then((offer) => (this.side = { ...this.side, offer }))
    if (this.server === '') void session.isAnonymous().then((anonymous) => (this.anonymous = anonymous))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#session?.leave()
    this.#size.disconnect()
    this.#voice.stop()
  }

  /** Opens the form of a service; call it only from an act of the citizen. */
  async start(service: string): Promise<void> {
    await this.#ready
    await this.#session?.start(service)
    const opened = Object.values(this.chatState.applications).find((each) => each.service === service && isDraft(each))
    if (opened !== undefined) this.#focusForm(opened.id)
  }

  /** Sends words as if the citizen had typed them; call it only from an act of hers. */
  async ask(words: string): Promise<void> {
    await this.#ready
    this.#focus('#ask')
    await this.#session?.send(words)
  }

  /** Writes words into the composer for the citizen to send or change. */
  async draft(words: string): Promise<void> {
    await this.#ready
    await this.updateComplete
    this.#composer.write(words)
    await this.#moveFocus('#ask')
  }

  /** Leaves nothing of this conversation on the page and erases what may be erased: for a screen that strangers share. */
  async forget(): Promise<void> {
    await this.#ready
    await this.#session?.erase()
    this.#session?.restart()
  }

  #locale(): Locale {
    return LOCALES.find(({ id }) => id === this.locale)?.id ?? 'zh-Hans'
  }

  /** The host page's start question, without taking the focus or the place of a draft. */
  async #propose(words: string): Promise<void> {
    await this.#ready
    await this.updateComplete
    if (this.chatState.messages.length === 0 && this.#composer.isEmpty()) this.#composer.write(words)
  }

  #focus(selector: string): void {
    void this.#moveFocus(selector)
  }

  async #erase(): Promise<void> {
    await this.#session?.erase()
    this.#focus('#ask')
  }

  async #submitReview(review: ReviewPart): Promise<void> {
    const filed = await this.#session?.submit(review)
    this.#focus(filed === true ? '.message:last-of-type .receipt h3' : `[id="${review.applicationId}-review"]`)
  }

  #focusForm(application: string): void {
    this.#focus(formFocus(this.chatState, application))
  }

  readonly #acts: Acts = {
    ...this.#door.acts,
    send: (words) => void this.ask(words),
    stop: () => this.#session?.stop(),
    retry: () => void this.#session?.retry(),
    restart: () => {
      if (this.chatState.messages.length > 0 && !confirm(wordsIn(this.#locale())('restartSure'))) return
      this.#session?.restart()
      this.#focus('#ask')
    },
    erase: () => {
      if (confirm(wordsIn(this.#locale())('eraseSure'))) void this.#erase()
    },
    setLocale: (locale) => {
      this.locale = locale
      this.#keepsake.keep({ locale })
    },
    setLarge: (large) => {
      this.large = large
      this.#keepsake.keep({ large })
    },
    fill: (application, values) =>
      void this.#session?.fill(application, values).then(() => this.#focusForm(application)),
    edit: (application, field) => {
      this.#session?.edit(application, field)
      if (field === undefined) this.#focusForm(application)
      else this.#focus(`.editing [name="${field}"]`)
    },
    list: (application, listed) => {
      this.#session?.list(application, listed)
      this.#focusForm(application)
    },
    upload: (application, material, file) => void this.#session?.upload(application, material, file),
    removeFile: (application, file) => void this.#session?.removeFile(application, file),
    review: (application) =>
      void this.#session?.review(application).then((shown) => shown && this.#focus(`[id="${application}-review"]`)),
    leaveReview: (application) => {
      this.#session?.leaveReview(application)
      this.#focus(`[id="${application}-form"]`)
    },
    submit: (review) => void this.#submitReview(review),
    start: (service) => void this.start(service),
    read: (messageId) => {
      const message = this.chatState.messages.find(({ id }) => id === messageId)
      if (message !== undefined) this.#voice.toggle(messageId, textOf(message), this.#locale())
    },
    judge: (messageId, verdict) => void this.#session?.judge(messageId, verdict),
    onCase: (application, act, body) => {
      if (act === 'withdrawal' && !confirm(wordsIn(this.#locale())('withdrawSure'))) return
      void this.#session?.onCase(application, act, body)
    },
    consent: (consent, granted) => void this.#session?.consent(consent, granted),
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('chatState')) this.heard = this.#narrator(this.chatState, wordsIn(this.#locale()))
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('chatState')) return
    const before = changed.get('chatState') as ChatState | undefined
    if (before?.messages === this.chatState.messages) return
    followNewest(this.renderRoot)
  }

  override render(): unknown {
    const view: View = {
      state: this.chatState,
      say: wordsIn(this.#locale()),
      locale: this.#locale(),
      large: this.large,
      acts: this.#acts,
      server: this.server,
      ...this.side,
      beside: opensBeside(),
      readable: canRead(),
      signIn: this.anonymous ? `/auth/login?return=${encodeURIComponent(location.pathname)}` : undefined,
    }
    return html`<div class="frame" lang=${view.locale} @click=${this.#door.followLink}>
      ${headView(view)}
      <div class="rooms ${this.wide ? 'wide' : ''}">
        <div class="talk" ?inert=${this.side.panel !== undefined && !this.wide}>
          ${logView(view, this.asks)} ${composerView(view, this.#composer.events)}
        </div>
        ${panelView(this.side.panel, view)}
      </div>
      <div class="unseen" role="status" aria-live="polite" aria-atomic="false">
        ${this.heard.map((sentence) => html`<p>${sentence}</p>`)}
      </div>
    </div>`
  }
}
