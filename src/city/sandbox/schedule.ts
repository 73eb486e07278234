import type { Filing, Progress } from '../approval.ts'

type ProgressEvent = Progress['events'][number]

/** What will happen to a filing and when, in epoch milliseconds; fixed when it is received, so a restart with another pace changes nothing. */
export type Schedule = readonly {
  readonly at: number
  readonly status: ProgressEvent['status']
  readonly text: string
}[]

const HOUR_MS = 3_600_000
const SYNTHETIC = '（演示系统，不具法律效力）'

/** Hours of the city's clock after receipt. */
const ONLINE = [
  { hours: 0, status: 'accepted', text: '材料齐全，已受理' },
  { hours: 8, status: 'approved', text: '审查通过，准予办理' },
  { hours: 24, status: 'delivered', text: '已办结，结果已送达' },
] as const

/** The rest happens at the counter, which the sandbox does not play. */
const APPOINTMENT = [{ hours: 0, status: 'accepted', text: '已收到预约申报，请携带原件到窗口办理' }] as const

/** The schedule of a filing received at `receivedAt`, in a city whose clock runs `pace` times as fast as ours. */
export const scheduleOf = (completion: Filing['completion'], receivedAt: number, pace: number): Schedule =>
  (completion === 'online' ? ONLINE : APPOINTMENT).map(({ hours, status, text }) => ({
    at: receivedAt + Math.round((hours * HOUR_MS) / pace),
    status,
    text: text + SYNTHETIC,
  }))

/** What has happened by `now`, oldest first; after a withdrawal nothing further happens. */
export const eventsBy = (schedule: Schedule, withdrawnAt: number | null, now: number): ProgressEvent[] => {
  const happened = schedule.filter((step) => step.at <= now && (withdrawnAt === null || step.at <= withdrawnAt))
  const steps =
    withdrawnAt === null
      ? happened
      : [...happened, { at: withdrawnAt, status: 'withdrawn' as const, text: `申请人已撤回${SYNTHETIC}` }]
  return steps.map(({ at, status, text }) => ({ at: new Date(at).toISOString(), status, text }))
}
