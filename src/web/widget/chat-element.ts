import { html, LitElement, type PropertyValues } from 'lit'
import type { ReviewPart } from '../../wire.ts'
import { EMPTY, isDraft, type ChatState } from './chat-state.ts'
import { followNewest } from './follow-newest.ts'
import { formFocus } from './form-focus.ts'
import { composerRows, isSendKey } from './composer.ts'
import { composerView, headView, logView } from './frame-view.ts'
import { createKeepsake, tabStorage } from './keepsake.ts'
import { createNarrator } from './narrator.ts'
import { createSession, type Session } from './session.ts'
import { STYLES } from './styles/index.ts'
import type { Acts, View } from './view.ts'
import { LOCALES, wordsIn, type Locale } from './words.ts'

/**
 * `<bianban-chat>`: the assistant as one element. Attributes: `server` (origin of the API, the page's own by default),
 * `locale`, `asks` (opening questions, one a line). Methods: `ask(words)` sends, `draft(words)` only writes into the composer.
 */
export class BianbanChat extends LitElement {
  static override readonly styles = STYLES
  static override readonly properties = {
    server: { type: String },
    locale: { type: String },
    asks: { type: String },
    chatState: { state: true },
    large: { type: Boolean, reflect: true },
    heard: { state: true },
    anonymous: { state: true },
  }

  declare server: string
  declare locale: Locale
  declare asks: string
  declare large: boolean
  declare chatState: ChatState
  /** Sentences in the live region, oldest first. */
  declare heard: readonly string[]
  /** Nobody is signed in, and signing in here would lead back to this page. */
  declare anonymous: boolean

  readonly #keepsake = createKeepsake(tabStorage())
  readonly #narrator = createNarrator()
  #session: Session | undefined
  #ready: Promise<void> = Promise.resolve()

  constructor() {
    super()
    const { locale, large } = this.#keepsake.read()
    this.server = ''
    this.asks = ''
    this.locale = locale ?? 'zh-Hans'
    this.large = large
    this.chatState = EMPTY
    this.heard = []
    this.anonymous = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const kept = this.#keepsake.read()
    if (kept.locale !== undefined) this.locale = kept.locale
    if (this.#session !== undefined) return
    const onChange = (state: ChatState): void => {
      this.chatState = state
    }
    const session = createSession({
      server: this.server,
      keepsake: this.#keepsake,
      locale: () => this.#locale(),
      onChange,
    })
    this.#session = session
    this.#ready = session.restore()
    if (this.server === '') void session.isAnonymous().then((anonymous) => (this.anonymous = anonymous))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#session?.leave()
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
    const area = this.#area()
    if (area === null) return
    area.value = words
    this.#fit(area)
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

  #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLTextAreaElement>('#ask')
  }

  #fit(area: HTMLTextAreaElement): void {
    area.rows = composerRows(area.value)
  }

  async #moveFocus(selector: string): Promise<void> {
    await this.updateComplete
    const target = this.renderRoot.querySelector<HTMLElement>(selector)
    if (target === null) return
    target.focus({ preventScroll: true })
    // A card is read from its heading; a control only has to be seen. Then the widget itself comes into view.
    target.scrollIntoView({ block: target.localName === 'h3' ? 'start' : 'nearest' })
    this.scrollIntoView({ block: 'nearest' })
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
    judge: (messageId, verdict) => void this.#session?.judge(messageId, verdict),
    onCase: (application, act, body) => {
      if (act === 'withdrawal' && !confirm(wordsIn(this.#locale())('withdrawSure'))) return
      void this.#session?.onCase(application, act, body)
    },
    consent: (consent, granted) => void this.#session?.consent(consent, granted),
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const area = this.#area()
    if (area === null || area.value.trim() === '' || this.chatState.phase !== 'idle') return
    const words = area.value
    area.value = ''
    this.#fit(area)
    void this.ask(words)
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (!isSendKey(event)) return
    event.preventDefault()
    this.#area()?.form?.requestSubmit()
  }

  readonly #input = (event: InputEvent): void => this.#fit(event.target as HTMLTextAreaElement)

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
      signIn: this.anonymous ? `/auth/login?return=${encodeURIComponent(location.pathname)}` : undefined,
    }
    return html`<div class="frame" lang=${view.locale}>
      ${headView(view)} ${logView(view, this.asks)}
      ${composerView(view, { submit: this.#submit, keydown: this.#keydown, input: this.#input })}
      <div class="unseen" role="status" aria-live="polite" aria-atomic="false">
        ${this.heard.map((sentence) => html`<p>${sentence}</p>`)}
      </div>
    </div>`
  }
}
