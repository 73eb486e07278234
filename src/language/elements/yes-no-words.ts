import type { ElementContext, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { turnedAfter } from './beside-the-point.ts'
import { findPhrase } from './phrases.ts'

type Hit = { readonly value: boolean; readonly start: number; readonly end: number }

/**
 * What a text says of a yes-no field by the words its form gives for either side. A negation before or among the words
 * turns them round; a clause that asks says nothing. Both sides said at once is a guess, which only the citizen can settle.
 */
export function readYesNoWords(text: string, folded: string, context: ElementContext): Reading[] {
  const lower = folded.toLowerCase()
  const hits = [
    ...wordsFor('yes', context).map((words) => ({ words, value: true })),
    ...wordsFor('no', context).map((words) => ({ words, value: false })),
  ]
    .flatMap(({ words, value }) => find(lower, foldCharacters(words).toLowerCase(), value, context.ask))
    .toSorted((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start)
  const apart: Hit[] = []
  for (const hit of hits) if (!apart.some(({ start, end }) => start < hit.end && hit.start < end)) apart.push(hit)
  const [first] = apart
  if (first === undefined) return []
  const agreed = apart.every(({ value }) => value === first.value)
  return apart.map(({ value, start, end }) => ({
    value: String(value),
    text: text.slice(start, end),
    start,
    end,
    confidence: agreed ? 0.85 : 0.5,
  }))
}

/** What people say unasked, and, asked, what they answer too. */
function wordsFor(side: 'yes' | 'no', context: ElementContext): readonly string[] {
  return [...(context[side] ?? []), ...(context.asked === true ? (context.answers?.[side] ?? []) : [])]
}

function find(lower: string, words: string, value: boolean, ask: string | undefined): Hit[] {
  // 堂食为主: the most of it, beside which there is other.
  const hits = findPhrase(lower, words).filter(({ after }) => !after.startsWith('为主'))
  return hits.map(({ start, end, negated, after }) => {
    const denied = value && !negated && turnedAfter(after, ask) === 'denied'
    return { value: negated || denied ? !value : value, start, end }
  })
}
