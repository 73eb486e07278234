import type { BoundaryKind } from '../../content/index.ts'
import { withoutCorrectionLead } from '../../language/index.ts'
import type { Library } from '../../knowledge/index.ts'
import type { Turn } from '../turn.ts'

/** From this length on a message tells a story, in which much is said that nobody asks for. */
const STORY = 120

/**
 * The boundary that the learnt ear hears crossed. With a guide or a form in hand short words go on with its matter more
 * often than not, so only strong evidence counts there, as it does in a story of anything but danger.
 */
export function boundaryHeard(
  { boundaryOf }: Pick<Library, 'boundaryOf'>,
  { asks, state, inHand }: Pick<Turn, 'asks' | 'state'> & { readonly inHand?: Pick<Turn['inHand'], 'active'> },
): BoundaryKind {
  const heard = boundaryOf(withoutCorrectionLead(asks))
  if (heard?.kind === 'crisis' && !isCrisisSomewhere({ boundaryOf }, asks)) return 'ordinary'
  const busy = state.lastGuide !== undefined || inHand?.active !== undefined
  const story = asks.length >= STORY && heard?.kind !== 'crisis'
  if (heard === undefined || ((busy || story) && !heard.strong)) return 'ordinary'
  return heard.kind
}

/** A message as long as this says much, and often the same again, so that its troubles add up; danger stands in one place of it. */
const RANT = 500
const STRETCH = 120

/** Whether some stretch of the words cries for help by itself; of a short message the whole is one. */
export function isCrisisSomewhere({ boundaryOf }: Pick<Library, 'boundaryOf'>, words: string): boolean {
  if (words.length < RANT) return true
  return stretchesOf(withoutRepeats(words)).some((stretch) => boundaryOf(stretch)?.kind === 'crisis')
}

/** Every clause once, however often it is said. */
function withoutRepeats(words: string): string {
  return [...new Set(words.split(/(?<=[，,。！!？?；;\n])/u))].join('')
}

/** The words in stretches of whole clauses. */
function stretchesOf(words: string): readonly string[] {
  const stretches: string[] = []
  let held = ''
  for (const sentence of words.split(/(?<=[。！!？?；;\n])/u).flatMap((part) => clausesTogether(part))) {
    if (held.length + sentence.length > STRETCH) {
      stretches.push(held)
      held = ''
    }
    held += sentence
  }
  return [...stretches, held].filter((stretch) => stretch !== '')
}

/** A sentence that is longer than a stretch, clause by clause. */
function clausesTogether(sentence: string): readonly string[] {
  return sentence.length <= STRETCH ? [sentence] : sentence.split(/(?<=[，,、])/u)
}
