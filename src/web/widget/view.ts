import type { ConsentPart, ReviewPart } from '../../wire.ts'
import type { ChatState, Verdict } from './chat-state.ts'
import type { Failure } from './failure.ts'
import type { Typed } from './typed.ts'
import { isWord, type Locale, type Say } from './words.ts'

/** What a citizen can do on the page. Every act is hers: templates only call these from her events. */
export type Acts = {
  readonly send: (words: string) => void
  readonly stop: () => void
  readonly retry: () => void
  readonly restart: () => void
  readonly erase: () => void
  readonly setLocale: (locale: Locale) => void
  readonly setLarge: (large: boolean) => void
  readonly setPlain: (plain: boolean) => void
  readonly fill: (application: string, values: Readonly<Record<string, string>>) => void
  /** Corrects values on the review, and shows the review that follows. */
  readonly amend: (application: string, values: Readonly<Record<string, string>>) => void
  readonly edit: (application: string, field: string | undefined) => void
  readonly list: (application: string, listed: boolean) => void
  readonly upload: (application: string, material: string, file: File) => void
  /** Takes the relief a material offers: it comes later, or a promise stands in for it. */
  readonly takeRelief: (application: string, material: string) => void
  readonly removeFile: (application: string, file: string) => void
  readonly review: (application: string) => void
  readonly leaveReview: (application: string) => void
  readonly submit: (review: ReviewPart) => void
  readonly judge: (messageId: string, verdict: Verdict) => void
  readonly onCase: (application: string, act: 'withdrawal' | 'supplement' | 'rating', body: unknown) => void
  /** Opens the form of a service that the page around the widget offers. */
  readonly start: (service: string) => void
  /** Reads an answer aloud, or stops reading it. */
  readonly read: (messageId: string) => void
  readonly openMore: () => void
  /** Goes on with a conversation of this device, deletes one, or all of them. */
  readonly reopen: (conversation: string) => void
  readonly removeKept: (conversation: string) => void
  readonly removeAll: () => void
  /** Whether the conversations outlive the tab. */
  readonly remember: (remember: boolean) => void
  readonly exportText: () => void
  /** Saves what the server keeps of the conversation, as a page. */
  readonly exportPage: () => void
  /** Deletes what is kept of the signed-in citizen; she has confirmed it. */
  readonly forgetMe: () => void
  readonly unfold: (unfolded: boolean) => void
  readonly setOpen: (open: boolean) => void
  readonly dictate: () => void
  readonly print: () => void
  readonly openMove: () => void
  readonly closePanel: () => void
  readonly getCode: () => void
  readonly resume: (code: string) => void
  readonly consent: (consent: ConsentPart, granted: boolean) => void
}

/** What every template gets. */
export type View = {
  readonly state: ChatState
  readonly say: Say
  readonly locale: Locale
  readonly large: boolean
  readonly plain: boolean
  /** In large text: what was said before is shown too. */
  readonly unfolded: boolean
  readonly floating: boolean
  readonly acts: Acts
  /** What stands in the controls of forms and was not given yet. */
  readonly typed: Typed
  /** Origin of the server, before `/guides/…`. */
  readonly server: string
  /** Where a citation opens: beside the chat, over it where both have no room side by side, or on a small screen in a new window. */
  readonly opens: 'beside' | 'over' | 'window'
  /** The service the page around the widget offers to start with; one she asked for stands in a conversation under way too. */
  readonly offer: { readonly id: string; readonly title: string; readonly asked: boolean } | undefined
  /** The message being read aloud; `readable` is false where the browser has no voice. */
  readonly reading: string | undefined
  readonly readable: boolean
  /** Whether the browser can write down what it hears, and does. */
  readonly hearing: 'unable' | 'off' | 'on'
  /** Whether she is signed in; undefined where she cannot from this page. */
  readonly signedIn: boolean | undefined
}

/** A failure in the citizen's written form: the page's own words where it has them, else the server's sentence, which is Chinese. */
export function failureWords(failure: Failure, say: Say, locale: Locale): string {
  const own = isWord(failure.code) ? say(failure.code) : undefined
  const served = locale === 'en' ? undefined : failure.detail
  const wait = failure.waitSeconds === undefined ? '' : say('wait', { n: failure.waitSeconds })
  const defects = failure.defects?.join(locale === 'en' ? '; ' : '；') ?? ''
  return [own ?? served ?? say('internal'), defects, wait]
    .filter((each) => each !== '')
    .join(locale === 'en' ? ' ' : '')
}

/** Where a value came from, in words for her: the count of turns that the record keeps tells her nothing. */
export function originWords(detail: string): string {
  return detail.replace(/(?:·第\d+轮|, turn \d+)$/u, '')
}

/** Where she signs in, or proves it again with her face, to come back to the page she is on. */
export function signInLink(level: 1 | 2): string {
  const back = `${location.pathname}${location.search}`
  return `/auth/login?return=${encodeURIComponent(back)}${level === 2 ? '&level=2' : ''}`
}

/** The page of a cited section in the citizen's written form, or undefined when the citation has no such form. */
export function guideLink(sourceId: string, { server, locale }: Pick<View, 'server' | 'locale'>): string | undefined {
  const match = /^([a-z0-9-]+)(?:#([a-z]+(?:\/\d+)?))?$/.exec(sourceId)
  if (match === null) return undefined
  return `${server}/guides/${match[1]}?lang=${locale}${match[2] === undefined ? '' : `#${match[2].replace('/', '-')}`}`
}
