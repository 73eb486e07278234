import type { Question } from './agenda.ts'
import { isNamed } from './followed-guide.ts'
import type { FoundGuide } from './search-results.ts'
import { namesTitle, residueOf } from './subject.ts'

/** She is asked which of three she means at most. */
export const MOST_RIVALS = 2
/** Guides this close cannot be told apart, unless the words name just one of them. */
const RIVAL_MARGIN = 0.05

/** 居住证 is the name of one of two guides that are as likely: that one is meant. */
export function namedFirst(guides: readonly FoundGuide[]): readonly FoundGuide[] {
  const [top] = guides
  const named = guides.find(
    (guide) => isNamed(guide) && top !== undefined && top.confidence - guide.confidence <= RIVAL_MARGIN,
  )
  return named === undefined || named === top || top === undefined || isNamed(top)
    ? guides
    : [named, ...guides.filter((guide) => guide !== named)]
}

/**
 * The fewer characters stand beside the asking words, the sooner another guide may as well be meant: 登记要钱吗 asks of
 * whatever is registered. Beside so many, two guides can be told apart. Where half of those asked back had been read wrong:
 * docs/decisions/0031.
 */
const LITTLE = 6
/** 奶奶82岁 tells whom it is about. */
const AGE = /[\d一二三四五六七八九十]周?岁/u
/** The share of the first one's confidence from which another guide is a rival where nothing is told, and for each character more. */
const RIVAL_SHARE = { least: 0.1, each: 0.05 }

function tellLittle({ search }: Question, [first, other]: readonly [FoundGuide, FoundGuide]): boolean {
  const told = residueOf(search.query).join('').length
  if (told > LITTLE || isNamed(first) || isNamed(other) || AGE.test(search.query)) return false
  if (namesTitle(search.query, properTitle(first)) && !namesTitle(search.query, properTitle(other))) return false
  return other.confidence >= (RIVAL_SHARE.least + RIVAL_SHARE.each * told) * first.confidence
}

/** What stands in brackets explains a title: （上户口） names no matter of its own, where （设立、变更、注销） lists what is done. */
function properTitle({ title }: FoundGuide): string {
  return title.replace(/（[^）、]*）/gu, '')
}

export function rivals(first: FoundGuide, other: FoundGuide, question: Question): boolean {
  const { segment } = question
  if (tellLittle(question, [first, other])) return true
  if (first.confidence - other.confidence > RIVAL_MARGIN || (isNamed(first) && !isNamed(other))) return false
  return namesTitle(segment.text, first.title) === namesTitle(segment.text, other.title)
}
