import { baseService } from './acting/acting.ts'
import type { Calendar } from '../content/index.ts'
import type { SupplementNotice } from '../city/approval.ts'
import type { ApplicationStatus, CaseView, SupplementView } from './application.ts'
import type { ApplicationEvent, Filed, LoggedEvent } from './application-event.ts'
import { isProvisional, type Milestone } from './due-date.ts'
import { isBundle } from './compile-bundle.ts'
import type { Form } from './form.ts'
import type { Application } from './stored-application.ts'
import { mayHandIn, owedBy, remindersOf } from './materials/owed.ts'
import { isDecided, mayMove } from './transitions.ts'
import { shanghaiDate } from './working-days.ts'

/** What was filed, from the log; undefined for an application that never was. */
export function filedIn(events: readonly LoggedEvent[]): Filed | undefined {
  return events.flatMap(({ data }) => (data.kind === 'submitted' ? [data.filed] : []))[0]
}

/** The request for a supplement that stands open, and whether the citizen has given it; undefined when there is none. */
export function openNotice(
  { status }: Pick<Application, 'status'>,
  events: readonly LoggedEvent[],
): { notice: SupplementNotice; given: boolean } | undefined {
  if (status !== 'supplement') return undefined
  const asked = events.findLastIndex(
    ({ data }) => data.kind === 'progress' && data.moved && data.status === 'supplement',
  )
  const data = events[asked]?.data
  if (data?.kind !== 'progress' || data.supplement === undefined) return undefined
  return { notice: data.supplement, given: events.slice(asked).some((event) => event.data.kind === 'supplemented') }
}

/** A filed application as its owner may read it: no values, only what happened. */
export function viewCase(
  application: Application,
  events: readonly LoggedEvent[],
  { form, calendar, today }: { form: Form | undefined; calendar: Calendar; today: string },
): CaseView {
  const filed = filedIn(events)
  const rating = events.flatMap(({ data }) => (data.kind === 'rated' ? [data.score] : []))[0] ?? null
  const { status } = application
  const owed = mayHandIn(status) ? owedBy(application, filed) : []
  return {
    applicationId: application.id,
    receiptNumber: application.receiptNumber ?? '',
    service: baseService(application.service),
    title: filed?.title ?? application.service,
    status,
    submittedAt: new Date(application.submittedAt ?? application.createdAt).toISOString(),
    dueBy: application.dueBy,
    dueProvisional: isProvisional(application.dueBy, calendar),
    supplement: supplementView(openNotice(application, events), form),
    owed: owed.map(({ givenAt, ...rest }) => ({ ...rest, given: givenAt !== null })),
    redress: isDecided(status) ? redressIn(events) : null,
    mayWithdraw: !isBundle(application.service) && mayMove(status, 'withdrawn', 'citizen'),
    mayRate: isDecided(status) && rating === null,
    rating,
    parts: [],
    events: [
      ...events.flatMap(({ data, status, at }) => {
        const line = lineOf(data, status)
        return line === undefined
          ? []
          : [{ at: data.kind === 'progress' ? data.at : new Date(at).toISOString(), ...line }]
      }),
      ...remindersOf(owed, today).map((reminder) => ({
        ...reminder,
        at: new Date(reminder.at).toISOString(),
        status: 'supplement' as const,
      })),
    ],
  }
}

const REFUSED_LETTERS = {
  withdraw: '受理部门收到撤回时已经作出决定，以部门的决定为准。',
  supplement: '受理部门没有接收这次补正，以部门答复为准；有疑问请拨打12345。',
  rate: '受理部门没有接收这次评价。',
}

function supplementView(open: ReturnType<typeof openNotice>, form: Form | undefined): SupplementView | null {
  if (open === undefined) return null
  const { items, dueBy, basis } = open.notice
  const optionsOf = (id: string) => form?.byId.get(id)?.field.options ?? []
  return {
    items: items.map((item) => ({ ...item, options: item.kind === 'value' ? optionsOf(item.id) : [] })),
    dueBy,
    basis,
    given: open.given,
  }
}

function redressIn(events: readonly LoggedEvent[]): string | null {
  return (
    events.flatMap(({ data }) => (data.kind === 'progress' && data.moved ? (data.redress ?? []) : [])).at(-1) ?? null
  )
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
    case 'supplemented':
      return { status, text: `您已补正：${data.answers.map(({ label }) => label).join('、')}。正在送往受理部门。` }
    case 'rated':
      return { status, text: `您评价了${data.score}分。` }
    case 'letter-refused':
      return { status, text: REFUSED_LETTERS[data.letter] }
    case 'bundled':
    case 'started':
    case 'filled':
    case 'consented':
    case 'consent-withdrawn':
    case 'acts-for':
    case 'material-added':
    case 'material-removed':
    case 'put-off':
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
