import type { ApplicationStatus, CaseView } from './application.ts'
import type { ApplicationEvent, Filed, LoggedEvent } from './application-event.ts'
import type { Milestone } from './due-date.ts'
import type { Application } from './stored-application.ts'
import { shanghaiDate } from './working-days.ts'

/** What was filed, from the log; undefined for an application that never was. */
export function filedIn(events: readonly LoggedEvent[]): Filed | undefined {
  return events.flatMap(({ data }) => (data.kind === 'submitted' ? [data.filed] : []))[0]
}

/** A filed application as its owner may read it: no values, only what happened. */
export function viewCase(application: Application, events: readonly LoggedEvent[]): CaseView {
  const filed = filedIn(events)
  return {
    receiptNumber: application.receiptNumber ?? '',
    service: application.service,
    title: filed?.title ?? application.service,
    status: application.status,
    submittedAt: new Date(application.submittedAt ?? application.createdAt).toISOString(),
    dueBy: application.dueBy,
    events: events.flatMap(({ data, status, at }) => {
      const line = lineOf(data, status)
      return line === undefined
        ? []
        : [{ at: data.kind === 'progress' ? data.at : new Date(at).toISOString(), ...line }]
    }),
  }
}

function lineOf(
  data: ApplicationEvent,
  status: ApplicationStatus,
): { status: ApplicationStatus; text: string } | undefined {
  switch (data.kind) {
    case 'submitted':
      return { status, text: '已提交，正在送往受理部门。' }
    case 'received':
      return { status, text: '受理部门的系统已收到。' }
    case 'progress':
      return data.moved ? { status: data.status, text: data.text } : undefined
    case 'withdrawn':
      return { status, text: '您撤回了申请。' }
    case 'started':
    case 'filled':
    case 'consented':
    case 'consent-withdrawn':
    case 'set-aside':
    case 'taken-up':
    case 'discarded':
    case 'expired':
    case 'code-refused':
      return undefined
  }
}

/** The statuses a case went through with their dates in Asia/Shanghai: what the due date is worked out from. */
export function milestonesOf(events: readonly LoggedEvent[]): Milestone[] {
  return events.flatMap(({ data, at }) => {
    if (data.kind === 'submitted') return [{ status: 'submitted' as const, date: shanghaiDate(at) }]
    if (data.kind !== 'progress' || !data.moved) return []
    return [{ status: data.status, date: shanghaiDate(Date.parse(data.at)) }]
  })
}
