import type { BoundaryKind } from '../content/index.ts'
import { withoutCorrectionLead } from '../language/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Turn } from './turn.ts'

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
  const busy = state.lastGuide !== undefined || inHand?.active !== undefined
  const story = asks.length >= STORY && heard?.kind !== 'crisis'
  if (heard === undefined || ((busy || story) && !heard.strong)) return 'ordinary'
  return heard.kind
}
