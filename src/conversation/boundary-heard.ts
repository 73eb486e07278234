import type { BoundaryKind } from '../content/index.ts'
import { withoutPreface } from '../language/index.ts'
import type { Library } from '../knowledge/index.ts'
import type { Turn } from './turn.ts'

/**
 * The boundary that the learnt ear hears crossed. With a guide in hand short words go on with its matter more often than
 * not, so only strong evidence counts there.
 */
export function boundaryHeard(
  { boundaryOf }: Pick<Library, 'boundaryOf'>,
  { asks, state }: Pick<Turn, 'asks' | 'state'>,
): BoundaryKind {
  const heard = boundaryOf(withoutPreface(asks))
  if (heard === undefined || (state.lastGuide !== undefined && !heard.strong)) return 'ordinary'
  return heard.kind
}
