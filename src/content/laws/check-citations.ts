import { readQuantities, sameMeasure } from '../../language/index.ts'
import type { Quantity } from '../../language/quantity.ts'
import { renderChinese } from '../render-number.ts'
import type { StatedNumber } from '../render-number.ts'
import type { LawText } from './article-texts.ts'
import type { Citation } from './cited-articles.ts'
import type { RevisedLaw } from './read-laws.ts'

/**
 * What looking an article up gave.
 * no-article: the law has no such article. no-law: the law is not in the file. outdated: the file has the text before a
 * revision; maybe-outdated: a revision is rumoured. number-missing: the article does not state the number;
 * number-unread: nobody but a person can tell.
 */
export type Verdict =
  | 'confirmed'
  | 'no-article'
  | 'no-law'
  | 'outdated'
  | 'maybe-outdated'
  | 'number-missing'
  | 'number-unread'

export type CheckedCitation = Citation & { readonly verdict: Verdict; readonly revised?: RevisedLaw }

/** Looks up every citation. Those marked otherwise than `law` are not shown to citizens and pass over. */
export function checkCitations(
  citations: readonly Citation[],
  texts: ReadonlyMap<string, LawText>,
  revisedLaws: readonly RevisedLaw[],
): CheckedCitation[] {
  const revisions = new Map(revisedLaws.map((revised) => [revised.law, revised]))
  return citations
    .filter(({ mark }) => mark === 'law')
    .map((citation) => {
      const text = texts.get(citation.law)
      const revised = revisions.get(citation.law)
      const verdict = verdictOf(citation, text, revised)
      return verdict.endsWith('outdated') && revised !== undefined
        ? { ...citation, verdict, revised }
        : { ...citation, verdict }
    })
}

function verdictOf(citation: Citation, text: LawText | undefined, revised: RevisedLaw | undefined): Verdict {
  if (text === undefined) return 'no-law'
  if (revised?.inForce !== undefined && text.date < revised.inForce) return 'outdated'
  const article = text.articles.get(citation.article)
  if (article === undefined) return 'no-article'
  const stated = citation.number === undefined ? true : statesNumber(article, citation.number, text.inWorkingDays)
  if (stated === undefined) return 'number-unread'
  if (!stated) return 'number-missing'
  return revised !== undefined && revised.inForce === undefined ? 'maybe-outdated' : 'confirmed'
}

/**
 * Whether a text states a number in whatever words; undefined when only a person can tell: counts stand in laws without
 * their measure word (一个以上五十个以下股东), and some units are no quantities at all.
 */
export function statesNumber(text: string, number: StatedNumber, inWorkingDays = false): boolean | undefined {
  if (number.unit === 'CNY' && Number(number.value) === 0) return /免[收费交缴除]|不收|不得收|停止收/.test(text)
  const written = renderChinese(number)
  if (text.includes(written)) return true
  const [wanted] = readQuantities(written)
  if (wanted === undefined) return undefined
  const stated = readQuantities(text)
    .flatMap(ends)
    .map((one) => (inWorkingDays && one.unit === 'day' ? { ...one, unit: 'working-day' } : one))
    .some((one) => sameMeasure(one, wanted))
  return !stated && wanted.kind === 'count' ? undefined : stated
}

/** A quantity by itself, and each end of a range. */
function ends(quantity: Quantity): Quantity[] {
  const { max, ...lower } = quantity
  return max === undefined ? [quantity] : [quantity, lower, { ...lower, value: max }]
}
