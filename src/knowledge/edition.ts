import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { allAsks, type Guide, type SectionSlug } from '../content/guide.ts'
import type { StaffContent } from '../content/staff-content.ts'
import { plainForm, readQuestionTypes } from '../language/index.ts'
import { cutPassages } from './cut-passages.ts'
import { createEar, earSteps, type LibraryEar } from './ear.ts'
import { guideNamesSteps, type GuideNames } from './guide-names.ts'
import { createGuideShelf, type GuideShelf } from './guide-shelf.ts'
import type { Passage } from './passage.ts'
import type { QuestionReader } from './question-terms.ts'
import { rememberTerms, type ReadBefore, type RememberedTerms } from './remembered-terms.ts'
import { atOnce, type Steps } from './steps.ts'
import { spellingSteps, type Spelling } from './spelling.ts'
import { createSubjectReader } from './subject-terms.ts'
import { createSynonyms, type Synonyms } from './synonyms.ts'
import { createTermReader, type Terms } from './terms.ts'
import { questionReaderSteps, textIndexSteps, type TextField, type TextIndex } from './text-index.ts'

/** What the library needs of the staff's files. */
export type LibraryContent = Pick<StaffContent, 'guides' | 'thesaurus' | 'dials' | 'offTopic' | 'kinds' | 'boundaries'>

/** One version of the library: everything a search reads. A search uses one edition from start to end. */
export type Edition = {
  /** SHA-256 over guides, thesaurus and dials: what the cached vectors belong to. */
  readonly hash: string
  readonly content: LibraryContent
  readonly guides: readonly Guide[]
  readonly passages: readonly Passage[]
  /** Slots of a guide's passages, in file order. */
  readonly slotsOf: ReadonlyMap<string, readonly number[]>
  /** Position in `guides` of each passage's guide. */
  readonly guideOf: Uint32Array
  /** Sections each passage answers for, by slot: its own; in 常见问题 those its question asks about. */
  readonly sectionsOf: readonly ReadonlySet<SectionSlug>[]
  readonly read: QuestionReader
  /** The question with misspelt names put right. */
  readonly heard: (question: string) => string
  readonly spelling: Spelling
  /** The guides' own words for what a question says otherwise. */
  readonly meant: (question: string) => readonly string[]
  /** Terms that carry a text's subject, for search by meaning. */
  readonly readSubject: (text: string) => Terms
  /** Words the ear keeps whole. */
  readonly domainWords: readonly string[]
  readonly ear: LibraryEar
  readonly terms: (text: string) => Terms
  /** The lines of the content as terms. */
  readonly remembered: RememberedTerms
  readonly names: GuideNames
  readonly shelf: GuideShelf
  readonly passageIndex: TextIndex
  readonly guideIndex: TextIndex
  /** Titles, aliases and asks, each a document of its own; `askOwner` names its guide. */
  readonly askTexts: readonly string[]
  readonly askIndex: TextIndex
  readonly askOwner: Uint32Array
}

/** Indexes the words of the content. Takes about 0.6 s on two cores, a third of it jieba's dictionary. */
export function createEdition(content: LibraryContent): Edition {
  return atOnce(editionSteps(content, undefined))
}

/** The same in steps. What `former` read and still stands is not read again; the result is that of reading all anew. */
export function* editionSteps(content: LibraryContent, former: Edition | undefined): Steps<Edition> {
  const guides = [...content.guides.values()]
  const synonyms = createSynonyms(content.thesaurus, plainForm)
  const domainWords = domainWordsOf(guides, synonyms)
  const known = new Set(former?.domainWords)
  const ear = yield* earSteps(domainWords, former?.ear)
  const terms = createTermReader(ear)
  const learnt = domainWords.filter((word) => !known.has(word)).map(plainForm)
  const before = former?.ear === ear ? former : undefined
  const remembered = rememberTerms(terms, readBefore(before?.remembered ?? readBy.get(ear), before ? learnt : []))
  readBy.set(ear, remembered)
  const passages = guides.flatMap(cutPassages)
  const positions = new Map(guides.map((guide, position) => [guide.id, position]))
  const slotsOf = new Map<string, number[]>(guides.map((guide) => [guide.id, []]))
  passages.forEach((passage, slot) => slotsOf.get(passage.guide)?.push(slot))
  const answersBefore = new Map(former?.passages.map((one, slot) => [passageKey(one), former.sectionsOf[slot]]))
  const spelling = yield* spellingOf(domainWords, ear, former)
  const names = guides.flatMap((guide, owner) => namesOf(guide).map((text) => ({ owner, text })))
  const index = (documents: readonly TextField[][]): Steps<TextIndex> =>
    textIndexSteps(documents, remembered, content.dials)
  const passageIndex = yield* index(passages.map((passage) => passageFields(passage, content)))
  const guideIndex = yield* index(guides.map((guide) => guideFields(guide, content)))
  const askTexts = names.map(({ text }) => text)
  askTexts.forEach(remembered.read)
  const askIndex =
    before !== undefined && asksTheSame(before, askTexts, content, learnt)
      ? before.askIndex
      : yield* index(askTexts.map((text) => [{ text, weight: 1 }]))
  const guideNames = yield* guideNamesSteps(guides, content.thesaurus, {
    ear,
    rarity: (word) => guideIndex.lexical.rarity(`w${word}`),
    former: learnt.length === 0 ? before?.names : undefined,
  })
  return {
    hash: hashOf(content),
    spelling,
    heard(question) {
      const normal = ear.normalise(question)
      const corrected = spelling.correct(normal)
      return corrected === normal ? question : corrected
    },
    content,
    guides,
    passages,
    slotsOf,
    guideOf: Uint32Array.from(passages, (passage) => positions.get(passage.guide) ?? 0),
    sectionsOf: passages.map((passage) => answersBefore.get(passageKey(passage)) ?? sectionsAnswered(passage)),
    names: guideNames,
    meant: (question) => [...new Set(synonyms.find(ear.normalise(question)).flatMap(({ means }) => means))],
    shelf: createGuideShelf({
      passagesOf: (guide) => (slotsOf.get(guide) ?? []).flatMap((slot) => passages[slot] ?? []),
      terms,
      isStopWord: ear.isStopWord,
      dials: content.dials,
    }),
    readSubject: createSubjectReader(ear, terms),
    domainWords,
    ear,
    terms,
    remembered,
    read: yield* questionReaderSteps(remembered.book, [passageIndex, guideIndex, askIndex], { ear, terms, synonyms }),
    passageIndex,
    guideIndex,
    askTexts,
    askIndex,
    askOwner: Uint32Array.from(names, ({ owner }) => owner),
  }
}

/** The ear of a content, without an index of it. */
export function createContentEar({ guides, thesaurus }: LibraryContent): LibraryEar {
  return createEar(domainWordsOf([...guides.values()], createSynonyms(thesaurus, plainForm)))
}

function domainWordsOf(guides: readonly Guide[], synonyms: Synonyms): string[] {
  return [...guides.flatMap((guide) => [guide.title, ...guide.aliases]), ...synonyms.words]
}

/** How the edition's names sound; as `former` has it while the names are the same. */
function* spellingOf(domainWords: readonly string[], ear: LibraryEar, former: Edition | undefined): Steps<Spelling> {
  const names = new Set(domainWords.map(plainForm))
  if (former !== undefined && names.symmetricDifference(former.spelling.names).size === 0) return former.spelling
  return yield* spellingSteps(names, ear)
}

/** What an ear read last: the same content, or almost the same, is often opened again. */
const readBy = new WeakMap<LibraryEar, RememberedTerms>()

/** Texts that were read and are read alike now: all but those with a word that the ear has learnt since. */
function readBefore(read: RememberedTerms | undefined, learnt: readonly string[]): ReadBefore | undefined {
  if (read === undefined) return undefined
  const isChanged = (text: string): boolean => {
    if (learnt.length === 0) return false
    const normal = plainForm(text)
    return learnt.some((word) => normal.includes(word))
  }
  return { book: read.book, texts: read.texts, isChanged }
}

/** True when the names and asks, and how they are read and weighed, are those of the edition before: most changes leave them alone. */
function asksTheSame(
  before: Edition,
  texts: readonly string[],
  { dials }: LibraryContent,
  learnt: readonly string[],
): boolean {
  return (
    learnt.length === 0 &&
    isDeepStrictEqual(before.content.dials, dials) &&
    texts.length === before.askTexts.length &&
    texts.every((text, at) => text === before.askTexts[at])
  )
}

function namesOf(guide: Guide): string[] {
  return [guide.title, guide.titleEn, ...guide.aliases, ...guide.asks]
}

/** What the sections that a passage answers for hang on. */
function passageKey({ section, heading }: Passage): string {
  return `${section} ${heading}`
}

function sectionsAnswered({ section, heading }: Passage): ReadonlySet<SectionSlug> {
  return new Set(section === 'faq' ? ['faq', ...readQuestionTypes(heading).map((type) => type.section)] : [section])
}

function passageFields(passage: Passage, { guides, dials }: LibraryContent): TextField[] {
  return [
    { text: `${passage.guideTitle}\n${guides.get(passage.guide)?.titleEn ?? ''}`, weight: dials.titleWeight },
    { text: passage.heading, weight: dials.headingWeight },
    { text: asksOf(passage, guides).join('\n'), weight: dials.asksWeight },
    { text: `${passage.text}\n${passage.textEn ?? ''}`, weight: dials.textWeight },
  ]
}

/** Questions that the passage's section answers; an item of 常见问题 answers its own heading. */
function asksOf({ guide, section }: Passage, guides: LibraryContent['guides']): readonly string[] {
  return section === 'faq' ? [] : (guides.get(guide)?.sectionAsks.get(section) ?? [])
}

function guideFields(guide: Guide, { dials }: LibraryContent): TextField[] {
  return [
    { text: [guide.title, guide.titleEn, ...guide.aliases].join('\n'), weight: dials.titleWeight },
    { text: allAsks(guide).join('\n'), weight: dials.asksWeight },
    {
      text: guide.sections.map(({ heading, text, textEn }) => `${heading}\n${text}\n${textEn ?? ''}`).join('\n'),
      weight: dials.textWeight,
    },
  ]
}

function hashOf({ guides, thesaurus, dials, offTopic, kinds, boundaries }: LibraryContent): string {
  const hash = createHash('sha256')
  for (const guide of guides.values()) hash.update(JSON.stringify([guide.id, guide.hash, [...guide.sectionAsks]]))
  return hash.update(JSON.stringify([thesaurus, dials, offTopic, kinds, boundaries])).digest('hex')
}
