import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Guide, SectionSlug } from '../content/guide.ts'
import { plainForm } from '../language/index.ts'
import { createEar, earSteps, type LibraryEar } from './words/ear.ts'
import {
  documentsOf,
  placesBefore,
  readsAs,
  type DocumentKind,
  type Fields,
  type GuideDocuments,
} from './guide-documents.ts'
import { guideNamesSteps, type GuideNames } from './ranking/guide-names.ts'
import { createGuideShelf, type GuideShelf } from './ranking/guide-shelf.ts'
import { keepLastRead } from './last-read.ts'
import { restOf, type LibraryContent, type Rest } from './library-content.ts'
import type { Passage } from './passage.ts'
import { sectionTerms } from './recogniser/section-terms.ts'
import type { WeightedTerm } from './recogniser/term-scores.ts'
import { createHearing } from './words/hearing.ts'
import type { QuestionReader } from './words/question-terms.ts'
import { keepTerms } from './words/kept-terms.ts'
import { rememberTerms, type ReadBefore, type RememberedTerms } from './words/remembered-terms.ts'
import { atOnce, type Steps } from './steps.ts'
import { shortNamesIn, shortNamesSteps, type ShortNames } from './words/short-names.ts'
import { spellingSteps, type Spelling } from './words/spelling.ts'
import { createSubjectReader } from './words/subject-terms.ts'
import { createSynonyms, type Synonyms } from './words/synonyms.ts'
import { createTermReader, type Terms } from './words/terms.ts'
import { changedTextIndexSteps, questionReaderSteps, textIndexSteps, type TextIndex } from './words/text-index.ts'

/** One version of the library: everything a search reads. A search uses one edition from start to end. */
export type Edition = {
  /** SHA-256 over all that was read: it changes with every change of a file. */
  readonly hash: string
  readonly content: LibraryContent
  readonly rest: Rest
  readonly synonyms: Synonyms
  readonly guides: readonly Guide[]
  readonly passages: readonly Passage[]
  /** What the indexes hold of each guide, in their order. */
  readonly documents: readonly GuideDocuments[]
  /** Slots of a guide's passages, in file order. */
  readonly slotsOf: ReadonlyMap<string, readonly number[]>
  /** Position in `guides` of each passage's guide. */
  readonly guideOf: Uint32Array
  /** Sections each passage answers for, by slot: its own; in 常见问题 those its question asks about. */
  readonly sectionsOf: readonly ReadonlySet<SectionSlug>[]
  readonly read: QuestionReader
  /** The question as it is heard (words/hearing.ts). */
  readonly heard: (question: string) => string
  readonly spelling: Spelling
  readonly shortNames: ShortNames
  /** The guides' own words for what a question says otherwise. */
  readonly meant: (question: string) => readonly string[]
  /** Terms that carry a text's subject, for search by meaning. */
  readonly readSubject: (text: string) => Terms
  /** Words the ear keeps whole. */
  readonly domainWords: readonly string[]
  readonly ear: LibraryEar
  readonly terms: (text: string) => Terms
  /** Terms that tell which section a question asks for. */
  readonly sectionTerms: (question: string) => readonly WeightedTerm[]
  /** The texts of the content as terms, and those of former editions since `textsAtFirst` were remembered. */
  readonly remembered: RememberedTerms
  readonly textsAtFirst: number
  readonly names: GuideNames
  readonly shelf: GuideShelf
  readonly passageIndex: TextIndex
  readonly guideIndex: TextIndex
  /** Titles, aliases and asks of the front matter, each a document of its own; `nameOwner` names its guide. */
  readonly nameIndex: TextIndex
  readonly nameOwner: Uint32Array
  /** All questions that staff wrote for a guide, and behind them the lines that none answers: `askOwner` ends before. */
  readonly askIndex: TextIndex
  readonly askOwner: Uint32Array
}

/**
 * Indexes the words of the content. What was read is kept in `termsFile`, where one is given: to read it anew takes most of
 * two seconds.
 */
export function createEdition(content: LibraryContent, termsFile?: string): Edition {
  return atOnce(editionSteps(content, undefined, termsFile))
}

/** The same in steps. What `former` read and still stands is not read again; the result is that of reading all anew. */
export function* editionSteps(
  content: LibraryContent,
  former: Edition | undefined,
  termsFile?: string,
): Steps<Edition> {
  const guides = [...content.guides.values()]
  const synonyms =
    isDeepStrictEqual(former?.content.thesaurus, content.thesaurus) && former !== undefined
      ? former.synonyms
      : createSynonyms(content.thesaurus, plainForm)
  const domainWords = domainWordsOf(guides, synonyms)
  const known = new Set(former?.domainWords)
  const ear = yield* earSteps(domainWords, former?.ear)
  const terms = createTermReader(ear)
  const learnt = domainWords.filter((word) => !known.has(word)).map(plainForm)
  const before = former?.ear === ear ? former : undefined
  const carried = before !== undefined && learnt.length === 0 && !hasGrown(before) ? before : undefined
  const kept = termsFile === undefined ? undefined : keepTerms(termsFile, domainWords)
  const earlier = readBefore(before?.remembered ?? readBy.get(ear), before ? learnt : []) ?? kept?.read()
  const remembered = carried?.remembered ?? rememberTerms(terms, earlier)
  readBy.set(ear, remembered)
  const same = isDeepStrictEqual(carried?.content.dials, content.dials) ? carried : undefined
  const documentsBefore = new Map(same?.documents.map((one) => [one.guide.id, one]))
  const documents = guides.map((guide) => {
    const known = documentsBefore.get(guide.id)
    return known !== undefined && readsAs(guide, known.guide) ? known : documentsOf(guide, content.dials, known)
  })
  const passages = documents.flatMap((one) => one.passages)
  const positions = new Map(guides.map((guide, position) => [guide.id, position]))
  const slotsOf = new Map<string, number[]>(guides.map((guide) => [guide.id, []]))
  passages.forEach((passage, slot) => slotsOf.get(passage.guide)?.push(slot))
  const spelling = yield* spellingOf(domainWords, ear, former)
  const shortNames = yield* shortNamesOf(guides, ear, former)
  const rest = restOf(content, former?.rest)
  function* index(kind: DocumentKind, before: TextIndex | undefined): Steps<TextIndex> {
    const own = documentsOfKind(documents, rest, kind)
    const { dials } = content
    const lengths = kind === 'byAsk' ? { k1: dials.k1, b: 1 } : dials
    if (same === undefined || before === undefined) return yield* textIndexSteps(own, remembered, lengths)
    const places = placesBefore(own, documentsOfKind(same.documents, same.rest, kind))
    return yield* changedTextIndexSteps(own, remembered, { former: before, placesBefore: places, dials: lengths })
  }
  const passageIndex = yield* index('byPassage', same?.passageIndex)
  const guideIndex = yield* index('whole', same?.guideIndex)
  const nameIndex = yield* index('byName', same?.nameIndex)
  const askIndex = yield* index('byAsk', same?.askIndex)
  if (remembered.isNew()) kept?.write(remembered)
  const searched = [passageIndex, guideIndex, nameIndex]
  const guideNames = yield* guideNamesSteps(guides, synonyms.groups, {
    ear,
    rarity: (word) => guideIndex.lexical.rarity(`w${word}`),
    former: learnt.length === 0 ? before?.names : undefined,
  })
  return {
    hash: hashOf(documents, rest),
    rest,
    synonyms,
    spelling,
    shortNames,
    heard: keepLastRead(
      createHearing({ ear, spelling, shortNames, holds: (pair) => guideIndex.lexical.holds(`2${pair}`) }),
    ),
    content,
    guides,
    passages,
    documents,
    slotsOf,
    guideOf: Uint32Array.from(passages, (passage) => positions.get(passage.guide) ?? 0),
    sectionsOf: documents.flatMap((one) => one.sections),
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
    sectionTerms: keepLastRead((question) => sectionTerms(question, { ear, terms })),
    remembered,
    textsAtFirst: carried?.textsAtFirst ?? remembered.texts.size,
    read: keepLastRead(yield* questionReaderSteps(remembered.book, searched, { ear, terms, synonyms })),
    passageIndex,
    guideIndex,
    nameIndex,
    nameOwner: ownersOf(documents, (one) => one.byName.length),
    askIndex,
    askOwner: ownersOf(documents, (one) => one.byAsk.length),
  }
}

/** From so many texts on, as a share of those at first, what no longer stands is forgotten. */
const GROWN = 1.5

function hasGrown({ remembered, textsAtFirst }: Edition): boolean {
  return remembered.texts.size > GROWN * textsAtFirst
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
  if (former !== undefined && isDeepStrictEqual(former.domainWords, domainWords)) return former.spelling
  const names = new Set(domainWords.map(plainForm))
  if (former !== undefined && names.symmetricDifference(former.spelling.names).size === 0) return former.spelling
  return yield* spellingSteps(names, ear)
}

function* shortNamesOf(guides: readonly Guide[], ear: LibraryEar, former: Edition | undefined): Steps<ShortNames> {
  const names = shortNamesIn(
    guides.flatMap(({ title, aliases }) => [title, ...aliases]),
    ear,
  )
  if (former !== undefined && names.symmetricDifference(former.shortNames.names).size === 0) return former.shortNames
  return yield* shortNamesSteps(names, ear)
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

function documentsOfKind(documents: readonly GuideDocuments[], rest: Rest, kind: DocumentKind): readonly Fields[] {
  const own = documents.flatMap((one) => one[kind])
  return kind === 'byAsk' ? [...own, ...rest.offTopic] : own
}

function ownersOf(documents: readonly GuideDocuments[], count: (one: GuideDocuments) => number): Uint32Array {
  return Uint32Array.from(documents.flatMap((one, owner) => Array.from({ length: count(one) }, () => owner)))
}

function hashOf(documents: readonly GuideDocuments[], rest: Rest): string {
  return createHash('sha256')
    .update(JSON.stringify([documents.map(({ hash }) => hash), rest.hash]))
    .digest('hex')
}
