import type { Locale } from '../content/staff-content.ts'
import type {
  ActingFor,
  ApplicationView,
  BenefitMatch,
  CaseView,
  ConsentOffer,
  EligibilityFinding,
  FillResult,
  Receipt,
  ReviewCard,
  SignedIn,
} from '../services/index.ts'
import type { ConversationState, HeldSentence } from './kept/conversation-state.ts'
import type { GuideCard } from './telling/guide-card.ts'
import type { Origin } from './origin.ts'
import type { DeclineReason, Outcome } from './outcome.ts'

/** What a turn sends to the citizen, in order. Text is released text only. */
export type TurnPart =
  | {
      readonly type: 'text'
      readonly text: string
      readonly keepAs?: string
      /** Who wrote it: the model, or the guide in place of the model's words; absent: code, from fixed texts. */
      readonly by?: 'model' | 'guide'
    }
  | { readonly type: 'source'; readonly sourceId: string; readonly title: string }
  | { readonly type: 'application'; readonly application: ApplicationView }
  | { readonly type: 'review'; readonly review: Omit<ReviewCard, 'code'> }
  | { readonly type: 'consent'; readonly applicationId: string; readonly offer: ConsentOffer; readonly stepUp?: true }
  | { readonly type: 'receipt'; readonly receipt: Receipt & { readonly title?: string } }
  | { readonly type: 'choices'; readonly question: string; readonly choices: readonly string[] }
  | { readonly type: 'suggestions'; readonly suggestions: readonly string[] }
  | { readonly type: 'guide'; readonly guide: GuideCard }
  | { readonly type: 'eligibility'; readonly findings: readonly EligibilityFinding[] }
  | { readonly type: 'handover'; readonly ticket: string; readonly hotline: string }
  | { readonly type: 'progress'; readonly cases: readonly CaseView[] }
  | { readonly type: 'benefits'; readonly applicationId: string; readonly benefits: readonly BenefitMatch[] }
  | { readonly type: 'supplement'; readonly supplement: SupplementDraft }
  /** She is spoken to plainly from here on, or as usual again. */
  | { readonly type: 'manner'; readonly plain: boolean }
  /** The turn as it is to be read aloud: no markup, numbers as people say them. */
  | { readonly type: 'speech'; readonly text: string }
  | { readonly type: 'outcome'; readonly outcome: Outcome; readonly origin: Origin }

/** What a department asks for, with what the citizen has said of it so far, by item. */
export type SupplementDraft = NonNullable<CaseView['supplement']> & {
  readonly applicationId: string
  readonly title: string
  readonly answers: Readonly<Record<string, string>>
}

/** A channel with buttons, or one where the citizen can only type. */
export type Channel = 'web' | 'text'

/** One earlier message, as the model may read it. */
export type Utterance = { readonly role: 'user' | 'assistant'; readonly text: string }

/** A call of a tool as it was made: its input with the ids that its tokens stand for, and what came of it. */
export type ToolCall = {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
  /** Plain JSON; `{problem}` where it was turned down. */
  readonly result: object
}

/** What the citizen has in hand when the turn begins. */
export type CaseInHand = {
  readonly active: ApplicationView | undefined
  readonly aside: readonly ApplicationView[]
  readonly cases: readonly CaseView[]
  readonly history: readonly Utterance[]
}

/** What the tools did in this turn, kept by code; the outcome is derived from it. */
export type Effects = {
  fills: FillResult[]
  shown: ApplicationView | undefined
  setAside: { application: ApplicationView; action: 'set-aside' | 'resume' | 'discard' } | undefined
  eligibility: EligibilityFinding[]
  cases: readonly CaseView[] | undefined
  asked: { question: string; choices: readonly string[] } | undefined
  declined: DeclineReason | undefined
  ticket: { number: string; reason: string } | undefined
  searched: boolean
  benefits: boolean
  /** The draft that this turn made one for somebody else, or one's own again. */
  actsFor: ApplicationView | undefined
  /** Answers to a notice of a department, as they stand after this turn. */
  supplement: ConversationState['supplement']
  /** Receipt numbers of the cases whose news were told at the head of this turn. */
  told: ReadonlySet<string>
  /** What the citizen was asked to allow in this turn. */
  offered: ConsentOffer | undefined
  /** The field she is asked for again, though it has a value or its turn has not come. */
  reopened: ConversationState['asked']
  /** She only asks for time: whatever was asked of her still stands. */
  waits: boolean
  failed: boolean
  guide: string | undefined
}

/** What came of releasing the model's text. */
export type Released = {
  readonly cited: boolean
  /** `guide-id#section`, in the order of citing. */
  readonly sources: readonly string[]
  readonly text: string
  readonly replaced: number
  readonly dropped: number
  readonly partial: boolean
  readonly interrupted: boolean
}

/** One turn, enriched step by step. */
export type Turn = {
  readonly conversationId: string
  /** The citizen when she is signed in. */
  readonly citizen: SignedIn | undefined
  /** The answer's id, in the stream and in what is kept of it. */
  readonly messageId: string
  readonly number: number
  readonly channel: Channel
  readonly message: string
  readonly state: ConversationState
  /** The locale the citizen is answered in. */
  readonly locale: Locale
  /** The admitted words: normalised, without invisible characters. */
  readonly words: string
  /** What is to be answered: her words without wishes how to be spoken to, or the question that such a wish takes up again. */
  readonly asks: string
  /** She is spoken to plainly. */
  readonly plain: boolean
  /** What of the answer was held back for the next turn. */
  readonly rest: readonly HeldSentence[]
  /** What is kept of her message, where something of it was heard by itself and left out of `words`. */
  readonly said?: string
  /** She wants what she starts filled like last time. */
  readonly likeLastTime?: boolean
  readonly signal: AbortSignal
  /** Aborts when she has gone away. */
  readonly left?: AbortSignal | undefined
  readonly write: (part: TurnPart) => void
  /** Told of every call of a tool. */
  readonly onCall?: ((call: ToolCall) => void) | undefined
  readonly inHand: CaseInHand
  /** For whom she wants done what she starts; undefined: for herself. */
  readonly actingFor: ActingFor | undefined
  readonly effects: Effects
  readonly released: Released | undefined
  readonly engine: string
  /** No engine but the embedded one spoke. */
  readonly embedded: boolean
}

/** A step returns the turn enriched, or the outcome that ends it. */
export type StepResult = { readonly turn: Turn } | { readonly outcome: Outcome; readonly turn: Turn }
export type Step = (turn: Turn) => Promise<StepResult> | StepResult

/** Effects of a turn in which nothing has happened yet. */
export function noEffects(): Effects {
  return {
    fills: [],
    shown: undefined,
    setAside: undefined,
    eligibility: [],
    cases: undefined,
    asked: undefined,
    declined: undefined,
    ticket: undefined,
    searched: false,
    benefits: false,
    actsFor: undefined,
    supplement: undefined,
    told: new Set(),
    offered: undefined,
    reopened: undefined,
    waits: false,
    failed: false,
    guide: undefined,
  }
}
