import { z } from 'zod'
import { SupplementNotice, type Progress } from '../approval.ts'

type ProgressEvent = Progress['events'][number]
export type Status = ProgressEvent['status']

/** What a clerk does with a filing: `POST /clerk/v1/filings/{receiptNumber}/events`. */
export const ClerkAct = z
  .strictObject({
    status: z.enum(['accepted', 'supplement', 'approved', 'rejected', 'delivered', 'not-accepted', 'returned']),
    text: z.string().min(1).max(1_000),
    redress: z.string().max(1_000).optional(),
    supplement: SupplementNotice.optional(),
  })
  .refine(({ status, supplement }) => (status === 'supplement') === (supplement !== undefined), {
    message: 'status 是 supplement 时要写 supplement（补什么、最晚哪天），别的时候不写',
  })
  // A refusal tells how to object to it.
  .refine(({ status, redress }) => redress !== undefined || (status !== 'rejected' && status !== 'not-accepted'), {
    message: 'status 是 rejected 或者 not-accepted 时要写 redress（不服怎么办）',
  })
export type ClerkAct = z.infer<typeof ClerkAct>

/** Who is at the desk: while `attended`, new filings wait for a clerk instead of taking their scheduled course. */
export const ClerkDesk = z.strictObject({ attended: z.boolean() })

const FIRST = ['accepted', 'supplement', 'not-accepted', 'returned'] as const

/** What a clerk may do after each status; `received` is a filing nothing has happened to. */
const MOVES: Readonly<Partial<Record<Status | 'received', readonly Status[]>>> = {
  received: FIRST,
  accepted: ['supplement', 'approved', 'rejected', 'returned'],
  supplement: ['accepted', 'approved', 'rejected', 'not-accepted', 'returned'],
  approved: ['delivered'],
}

/** Why a clerk may not do it now, or undefined. A supplement is asked for once, with everything that is missing. */
export function refusalOf(
  act: ClerkAct,
  events: readonly ProgressEvent[],
): 'move-not-allowed' | 'supplement-told' | undefined {
  if (act.status === 'supplement' && events.some(({ status }) => status === 'supplement')) return 'supplement-told'
  const now = events.at(-1)?.status ?? 'received'
  return MOVES[now]?.includes(act.status) === true ? undefined : 'move-not-allowed'
}

const UNDECIDED: readonly Status[] = ['accepted', 'supplement']

/** True while no decision has been made. */
export function isUndecided(events: readonly ProgressEvent[]): boolean {
  const now = events.at(-1)?.status
  return now === undefined || UNDECIDED.includes(now)
}

/** True once the citizen may say how she was served. */
export function isRateable(events: readonly ProgressEvent[]): boolean {
  return events.some(({ status }) => ['approved', 'rejected', 'delivered', 'not-accepted'].includes(status))
}
