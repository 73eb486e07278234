import { html, type PropertyValues } from 'lit'
import { isDraft, type ChatState } from './chat-state.ts'
import { createComposerBox } from './composer-box.ts'
import { canHear, createDictation } from './dictation.ts'
import { createFocus } from './focus.ts'
import { followChange } from './follow-newest.ts'
import { formFocus } from './form-focus.ts'
import { composerView, headView, logView } from './frame-view.ts'
import { announce, newsBetween } from './host-events.ts'
import { browserDrawers, createKeepsake } from './keepsake.ts'
import { watchKeyboard } from './keyboard.ts'
import { launcherView } from './launcher-view.ts'
import { createNarrator } from './narrator.ts'
import { createPanelDoor, opensHere } from './panel-door.ts'
import { canRead, createReadAloud } from './read-aloud.ts'
import { createSession, type Session } from './session.ts'
import { panelView } from './side-panel.ts'
import { createTyped } from './typed.ts'
import type { View } from './view.ts'
import { createActs } from './widget-acts.ts'
import { WidgetElement } from './widget-element.ts'
import { LOCALES, wordsIn, type Locale } from './words.ts'

/** From this width on the panel stands beside the conversation; below, over it. */
const BESIDE_PX = 720

/**
 * `<bianban-chat>`: the assistant as one element. Attributes: `server` (origin of the API, the page's own by default),
 * `locale`, `theme` (`light`, `dark`; the browser's wish by default), `asks` (opening questions, one a line), `question` (written into
 * the composer), `service` (offered to start with), `floating` (a button in the corner of the page opens it). Methods: `ask(words)`
 * sends, `draft(words)` only writes into the composer, `offer(service)` puts a button there, `openCase(id)` shows a filed case. Events: see host-events.ts; they bubble.
 */
export class BianbanChat extends WidgetElement {
  readonly #keepsake = createKeepsake(browserDrawers())
  readonly #narrator = createNarrator()
  #session: Session | undefined
  #ready: Promise<void> = Promise.resolve()
  readonly #voice = createReadAloud((reading) => (this.side = { ...this.side, reading }))
  #stopKeyboard: () => void = () => undefined
  readonly #size = new ResizeObserver(() => {
    this.wide = (this.renderRoot.querySelector('.frame')?.clientWidth ?? 0) >= BESIDE_PX
  })
  readonly #composer = createComposerBox({
    root: () => this.renderRoot,
    idle: () => this.chatState.phase === 'idle',
    send: (words) => void this.ask(words),
    keep: (draft) => this.#keepsake.keep({ draft }),
  })
  readonly #dictation = createDictation({
    onWords: (words) => this.#composer.write(words),
    onChange: (listening) => (this.listening = listening),
  })
  readonly #typed = createTyped()
  readonly #focus = createFocus(this)
  readonly #door = createPanelDoor({
    element: this,
    session: () => this.#session,
    isOpen: () => this.side.panel !== undefined,
    focus: this.#focus,
  })
  readonly #acts = createActs({
    element: this,
    session: () => this.#session,
    keepsake: this.#keepsake,
    door: this.#door,
    voice: this.#voice,
    typed: this.#typed,
    dictation: this.#dictation,
    locale: () => this.#locale(),
    focus: this.#focus,
    ask: (words) => this.ask(words),
    start: (service) => this.start(service),
  })

  constructor() {
    super()
    const { large, plain = false } = this.#keepsake.read()
    Object.assign(this, { large, plain })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { locale, chosenOver, draft } = this.#keepsake.read()
    if (locale !== undefined && chosenOver === (this.getAttribute('locale') ?? '')) this.locale = locale
    void this.#watchSize()
    this.#stopKeyboard = watchKeyboard(this)
    if (this.#session !== undefined) return
    const session = createSession({
      server: this.server,
      keepsake: this.#keepsake,
      locale: () => this.#locale(),
      manner: { plain: () => this.plain, changed: (plain) => this.#acts.setPlain(plain) },
      onChange: (state) => this.#take(state),
      showPanel: (panel) => (this.side = { ...this.side, panel }),
    })
    this.#session = session
    this.#ready = session.restore()
    const proposed = draft === '' ? this.question : draft
    if (proposed !== '') void this.#propose(proposed, draft !== '')
    if (this.service !== '') void this.#offer(this.service, false)
    if (this.server === '') void session.isSignedIn().then((signedIn) => (this.signedIn = signedIn))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#session?.leave()
    this.#stopKeyboard()
    this.#size.disconnect()
    this.#voice.stop()
    this.#dictation.stop()
  }

  /** Opens the form of a service; call it only from an act of the citizen. */
  async start(service: string): Promise<void> {
    await this.#ready
    this.open = true
    this.side = { ...this.side, offer: undefined }
    await this.#session?.start(service)
    const opened = Object.values(this.chatState.applications).find((each) => each.service === service && isDraft(each))
    if (opened !== undefined) void this.#focus(formFocus(this.chatState, opened.id))
  }

  /** Offers a service that she came for, for her to start. */
  async offer(service: string): Promise<void> {
    await this.#ready
    this.open = true
    await this.#offer(service, true)
    void this.#focus('.offer button')
  }

  /** Shows a case of who is signed in, in the conversation it was filed in; false when that has ended. Call it only from an act of hers. */
  async openCase(applicationId: string): Promise<boolean> {
    await this.#ready
    this.open = true
    if ((await this.#session?.openCase(applicationId)) !== true) return false
    // A case that has not moved yet shows its receipt alone.
    await this.#focus('.receipt h3')
    await this.#focus(`[id="${applicationId}-progress"]`)
    return true
  }

  /** Sends words as if the citizen had typed them; call it only from an act of hers. */
  async ask(words: string): Promise<void> {
    await this.#ready
    this.open = true
    void this.#focus('#ask')
    await this.#session?.send(words)
  }

  /** Writes words into the composer for the citizen to send or change. */
  async draft(words: string): Promise<void> {
    await this.#ready
    this.open = true
    await this.updateComplete
    this.#composer.write(words)
    await this.#focus('#ask')
  }

  /** Leaves no conversation of this device on the page and erases what may be erased: for a screen that strangers share. */
  async forget(): Promise<void> {
    await this.#ready
    await this.#session?.removeAll()
    // Whatever the server could do: this screen shows and keeps nothing.
    this.#session?.forgetHere()
  }

  async #watchSize(): Promise<void> {
    await this.updateComplete
    const frame = this.renderRoot.querySelector('.frame')
    if (frame !== null) this.#size.observe(frame)
  }

  async #offer(service: string, asked: boolean): Promise<void> {
    const offer = await this.#session?.offer(service)
    this.side = { ...this.side, offer: offer && { ...offer, asked } }
  }

  #locale(): Locale {
    return LOCALES.find(({ id }) => id === this.locale)?.id ?? 'zh-Hans'
  }

  #take(state: ChatState): void {
    const before = this.chatState
    this.chatState = state
    this.begun = state.messages.length > 0
    announce(this, before, state)
    if (this.floating && !this.open) this.unread += newsBetween(before, state)
  }

  /** Her own draft comes back whatever was said since; the host page's start question takes no place from anything. */
  async #propose(words: string, own: boolean): Promise<void> {
    await this.#ready
    await this.updateComplete
    if (this.#composer.isEmpty() && (own || this.chatState.messages.length === 0)) this.#composer.write(words)
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('chatState')) this.heard = this.#narrator(this.chatState, wordsIn(this.#locale()))
    if (this.open) this.unread = 0
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('chatState')) return
    followChange(this.renderRoot, changed.get('chatState') as ChatState | undefined, this.chatState)
  }

  override render(): unknown {
    const view: View = {
      state: this.chatState,
      say: wordsIn(this.#locale()),
      locale: this.#locale(),
      large: this.large,
      plain: this.plain,
      unfolded: this.unfolded,
      floating: this.floating,
      acts: this.#acts,
      typed: this.#typed,
      server: this.server,
      ...this.side,
      opens: opensHere() ? (this.wide ? 'beside' : 'over') : 'window',
      readable: canRead(),
      hearing: canHear() ? (this.listening ? 'on' : 'off') : 'unable',
      signedIn: this.signedIn,
    }
    const folded = this.floating && !this.open
    return html`${this.floating ? launcherView(this.unread, this.open, view) : ''}
      <section
        class="frame"
        lang=${view.locale}
        aria-label=${view.say('title')}
        ?hidden=${folded}
        @click=${this.#door.followLink}
      >
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
      </section>`
  }
}
