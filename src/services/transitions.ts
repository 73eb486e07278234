import type { ApplicationStatus } from './application.ts'

/** Who moves an application: its citizen, the approval system of the city, or the passing of time. */
export type Mover = 'citizen' | 'city' | 'clock'

type Moves = Readonly<Partial<Record<ApplicationStatus, readonly ApplicationStatus[]>>>

/**
 * Every legal change of status, by who makes it. A status that no one may leave is final.
 * `withdrawn → approved | rejected | delivered` by the city: it had decided before the withdrawal reached it, and its decision holds.
 * `withdrawn → draft | ready` by the citizen: a draft that she dropped and never filed, gone on with after all.
 * A supplement asked before the case was taken up lets the case go on to `accepted` once it came.
 */
const MOVES: Readonly<Record<Mover, Moves>> = {
  citizen: {
    draft: ['ready', 'submitted', 'withdrawn'],
    ready: ['draft', 'submitted', 'withdrawn'],
    submitted: ['withdrawn'],
    accepted: ['withdrawn'],
    supplement: ['withdrawn'],
    withdrawn: ['draft', 'ready'],
  },
  city: {
    submitted: ['accepted', 'supplement', 'approved', 'rejected', 'delivered', 'not-accepted', 'returned', 'withdrawn'],
    accepted: ['supplement', 'approved', 'rejected', 'delivered', 'returned', 'withdrawn'],
    supplement: ['accepted', 'approved', 'rejected', 'not-accepted', 'returned', 'withdrawn'],
    approved: ['delivered'],
    withdrawn: ['approved', 'rejected', 'delivered'],
  },
  // NOTE: a withdrawn application expires only when it never was filed: a dropped draft.
  clock: { draft: ['expired'], ready: ['expired'], withdrawn: ['expired'] },
}

/** True when `mover` may take an application from one status to the other. Staying is no move and never legal. */
export function mayMove(from: ApplicationStatus, to: ApplicationStatus, mover: Mover): boolean {
  return MOVES[mover][from]?.includes(to) ?? false
}

/** Statuses of a case on which the city may still act, so that its progress is worth asking for. */
export const OPEN_CASE_STATUSES: readonly ApplicationStatus[] = [
  'submitted',
  'accepted',
  'supplement',
  'approved',
  'withdrawn',
]

const DECIDED: readonly ApplicationStatus[] = ['approved', 'rejected', 'delivered', 'not-accepted']

/** True once the city has decided: the citizen may object, and say how she was served. */
export function isDecided(status: ApplicationStatus): boolean {
  return DECIDED.includes(status)
}

/** Statuses of a draft. */
export const DRAFT_STATUSES: readonly ApplicationStatus[] = ['draft', 'ready']

/** True while values may be filled in. */
export function isDraft(status: ApplicationStatus): boolean {
  return DRAFT_STATUSES.includes(status)
}
