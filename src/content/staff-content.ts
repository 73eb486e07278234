import type { Benefit, ProfileField } from './benefit.ts'
import type { Bundle } from './bundle.ts'
import type { Guide } from './guide.ts'
import type { BoundaryExamples, RemarkExamples, KindExamples } from './message-kind.ts'
import type { Register } from './registers.ts'
import type { Service } from './service.ts'

/** The three written forms every fixed text has. */
export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'

/** A fixed text of `prompts/messages.yaml`; `{{name}}` marks a variable. */
export type Message = Readonly<Record<Locale, string>>

/** A prompt file of `prompts/`: body with `{{variable}}`, checked so that none is unknown, missing or unused. */
export type Prompt = {
  readonly name: string
  readonly purpose: string
  readonly version: number
  /** What staff call this version in comparisons. */
  readonly label?: string | undefined
  /** What each version changed. */
  readonly changelog?: readonly { readonly version: number; readonly change: string }[]
  readonly variables: Readonly<Record<string, string>>
  readonly body: string
  readonly hash: string
}

/** `knowledge/thesaurus.yaml`: words citizens use → the word the guides use. */
export type Thesaurus = { readonly groups: readonly { readonly word: string; readonly synonyms: readonly string[] }[] }

/** `knowledge/calendar.yaml`: public holidays and make-up workdays, as ISO dates. `years` are those whose State Council notice is out. */
export type Calendar = {
  readonly years: readonly number[]
  readonly holidays: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
}

/** `knowledge/search.yaml`: the dials of search, each with its sentence there. */
export type SearchDials = {
  readonly titleWeight: number
  readonly asksWeight: number
  readonly headingWeight: number
  readonly textWeight: number
  readonly k1: number
  readonly b: number
  readonly lexicalShare: number
  readonly authorityWeight: number
  readonly candidates: number
  readonly minConfidence: number
}

/** Everything staff write, checked. */
export type StaffContent = {
  readonly guides: ReadonlyMap<string, Guide>
  readonly services: ReadonlyMap<string, Service>
  readonly bundles: ReadonlyMap<string, Bundle>
  readonly benefits: ReadonlyMap<string, Benefit>
  /** What the rules of the benefits may ask, by field id, in the order of `knowledge/profile.yaml`. */
  readonly profile: ReadonlyMap<string, ProfileField>
  readonly messages: ReadonlyMap<string, Message>
  readonly prompts: ReadonlyMap<string, Prompt>
  readonly thesaurus: Thesaurus
  readonly calendar: Calendar
  readonly dials: SearchDials
  /** Sentences that no guide answers: what search learns to leave alone. */
  readonly offTopic: readonly string[]
  /** Messages as citizens write them, by what they write in for. */
  readonly kinds: KindExamples
  /** Messages that are not answered as ordinary ones are, by why. */
  readonly boundaries: BoundaryExamples
  /** Messages about the talk itself, by what they say of it. */
  readonly remarks: RemarkExamples
  /** What the city's registers can fill in, by register id. */
  readonly registers: ReadonlyMap<string, Register>
}
