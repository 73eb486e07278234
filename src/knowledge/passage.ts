import type { SectionSlug } from '../content/guide.ts'
import type { MessageKind, RemarkKind } from '../content/message-kind.ts'
import type { Authority } from '../content/section-authority.ts'
import type { LibraryContent } from './library-content.ts'
import type { GuideEvidence } from './ranking/guide-evidence.ts'
import type { PassageEvidence } from './ranking/passage-odds.ts'
import type { BoundaryReading } from './recogniser/read-boundary.ts'
import type { PointReading } from './recogniser/read-points.ts'

/** One section of a guide as search sees it. */
export type Passage = {
  /** `residence-permit#fees`; in 常见问题 `residence-permit#faq/2`. */
  readonly id: string
  readonly guide: string
  readonly guideTitle: string
  readonly section: SectionSlug
  /** What a citation names: `residence-permit#faq`. */
  readonly sourceId: string
  readonly heading: string
  readonly text: string
  readonly textEn: string | undefined
  /** What its points say in English, by name (`residence-permit`'s `who#代办`); empty where nobody wrote it. */
  readonly pointsEn: Readonly<Record<string, string>>
  readonly authority: Authority
}

/**
 * A passage found, with the parts of its score. All parts are 0..1; `score` orders the result: the confidence in its
 * guide, less by how far the passage falls behind the likeliest one of the guide.
 */
export type FoundPassage = Passage & {
  readonly score: number
  readonly parts: Omit<PassageEvidence, 'section' | 'fit'> & { readonly lexical: number; readonly vector: number }
  /** 0..1 how well it answers among the passages of its own guide; 0 for a guide the question does not mean. */
  readonly fit: number
}

/** A guide found. `confidence` is 0..1 that it is what the citizen means, `evidence` what that rests on. */
export type FoundGuide = {
  readonly id: string
  readonly title: string
  readonly confidence: number
  readonly evidence: GuideEvidence
  /** Where in it the question is answered; undefined for a guide that it hardly means, and until that was learnt. */
  readonly answers: PointReading | undefined
}

/** How a question was understood, for people who wonder about a result. */
export type QuestionReading = {
  /** The question with misspelt names put right, where there were any. */
  readonly heard?: string
  /** Its terms: `w` words, `2` pairs of characters, `1` characters, with what each counts and why it is there. */
  readonly terms: readonly { readonly term: string; readonly weight: number; readonly origin: string }[]
  /** The guides' own words for what was said otherwise. */
  readonly meant: readonly string[]
  /** How likely each section is asked for, likeliest first; empty until that was learnt. */
  readonly sections: readonly { readonly section: SectionSlug; readonly probability: number }[]
}

/** What a search found, best first. */
export type SearchResult = {
  readonly passages: readonly FoundPassage[]
  /** Guides in order of their best evidence, with a 0..1 confidence that the guide is what the citizen means. */
  readonly guides: readonly FoundGuide[]
  /** 0..1 that some guide answers this; below `minConfidence` of search.yaml nothing is claimed. */
  readonly confidence: number
  /** The words speak against every guide; false while that has not been learnt. */
  readonly foreign: boolean
  /** The guides' own words for what was said otherwise: 丢失 for 不见了. */
  readonly meant: readonly string[]
  /** `lexical-only` while vectors are not ready or the embedding endpoint is down. */
  readonly mode: 'hybrid' | 'lexical-only'
}

/** The library's front door. */
export type Library = {
  /** @param options.limit passages wanted (default 6); options.guide restricts to one guide; options.sections are preferred sections (left out: read from the question). */
  readonly search: (
    query: string,
    options?: { limit?: number; guide?: string; sections?: readonly SectionSlug[] },
  ) => Promise<SearchResult>
  /**
   * Takes new content as soon as its words are read, without a pause for the searches meanwhile; these, and those under
   * way, keep the version they began with. Vectors follow. False when newer content came before this was taken.
   */
  readonly replace: (content: LibraryContent) => Promise<boolean>
  readonly read: (question: string) => QuestionReading
  /** What a message is written for; undefined until that was learnt. */
  readonly kindOf: (message: string) => MessageKind | undefined
  /** Whether a message can be answered as an ordinary one; undefined until that was learnt. */
  readonly boundaryOf: (message: string) => BoundaryReading | undefined
  /** What a message says of the talk itself; undefined where it is about a matter, or nothing was learnt yet. */
  readonly remarkOf: (message: string) => RemarkKind | undefined
  /** All passages of a guide in file order; empty when there is no such guide. */
  readonly passages: (guide: string) => readonly Passage[]
  /** The index's state, for /readyz and logs. */
  readonly state: () => {
    /** False on a first start, until it has learnt from the staff's files: before, it would answer worse. */
    readonly ready: boolean
    readonly recogniser: 'ready' | 'learning' | 'off'
    readonly passages: number
    readonly vectors: 'ready' | 'building' | 'off'
    readonly hash: string
  }
  /** Settles when the vectors are built or read from the cache. */
  readonly ready: Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
