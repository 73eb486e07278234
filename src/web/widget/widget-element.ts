import { LitElement } from 'lit'
import { EMPTY, type ChatState } from './chat-state.ts'
import type { Panel } from './side-panel.ts'
import { STYLES } from './styles/index.ts'
import type { View } from './view.ts'
import type { Locale } from './words.ts'

/** What the element is drawn from: attributes of the page around it, and states of its own. */
export abstract class WidgetElement extends LitElement {
  static override readonly styles = STYLES
  static override readonly properties = {
    server: { type: String },
    locale: { type: String },
    asks: { type: String },
    question: { type: String },
    service: { type: String },
    theme: { type: String, reflect: true },
    floating: { type: Boolean, reflect: true },
    begun: { type: Boolean, reflect: true },
    open: { state: true },
    unread: { state: true },
    unfolded: { state: true },
    listening: { state: true },
    side: { state: true },
    wide: { state: true },
    chatState: { state: true },
    large: { type: Boolean, reflect: true },
    plain: { type: Boolean, reflect: true },
    heard: { state: true },
    signedIn: { state: true },
  }

  declare server: string
  declare locale: Locale
  declare asks: string
  declare question: string
  declare service: string
  declare theme: 'light' | 'dark' | undefined
  /** A button in the corner of the page opens and folds it. */
  declare floating: boolean
  /** Something was said already. */
  declare begun: boolean
  /** A floating conversation is open. */
  declare open: boolean
  /** Answers that came while it was folded. */
  declare unread: number
  /** In large text: what was said before the turn at hand is shown. */
  declare unfolded: boolean
  /** The browser writes down what it hears. */
  declare listening: boolean
  /** What goes on beside the conversation. */
  declare side: Pick<View, 'offer' | 'reading'> & { readonly panel: Panel | undefined }
  /** Conversation and panel have room side by side. */
  declare wide: boolean
  declare large: boolean
  /** She is spoken to plainly, one thing a turn. */
  declare plain: boolean
  declare chatState: ChatState
  /** Sentences in the live region, oldest first. */
  declare heard: readonly string[]
  /** Whether somebody is signed in, where signing in leads back to this page; undefined elsewhere. */
  declare signedIn: boolean | undefined

  constructor() {
    super()
    this.server = ''
    this.locale = 'zh-Hans'
    this.asks = ''
    this.question = ''
    this.service = ''
    this.side = { panel: undefined, offer: undefined, reading: undefined }
    this.floating = false
    this.begun = false
    this.open = false
    this.unread = 0
    this.unfolded = false
    this.listening = false
    this.wide = false
    this.large = false
    this.plain = false
    this.chatState = EMPTY
    this.heard = []
    this.signedIn = undefined
  }
}
