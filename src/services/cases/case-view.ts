import { baseService } from '../acting/acting.ts'
import type { Calendar } from '../../content/index.ts'
import type { SupplementNotice } from '../../city/approval.ts'
import type { ApplicationStatus, CaseView, SupplementView } from '../application.ts'
import type { ApplicationEvent, Filed, LetterRefused, LoggedEvent } from '../kept/application-event.ts'
import { isProvisional, type Milestone } from './due-date.ts'
import { isBundle } from '../bundles/compile-bundle.ts'
import type { Form } from '../forms/form.ts'
import type { Application } from '../kept/stored-application.ts'
import type { FormWords } from '../words/form-words.ts'
import { mayHandIn, owedBy, remindersOf } from '../materials/owed.ts'
import { isDecided, mayMove } from '../transitions.ts'
import { supplementOver } from './supplement-over.ts'
import { shanghaiDate } from './working-days.ts'

/** What was filed, from the log; undefined for an application that never was. */
export function filedIn(events: readonly LoggedEvent[]): Filed | undefined {
  return events.flatMap(({ data }) => (data.kind === 'submitted' ? [data.filed] : []))[0]
}

/**
 * The request for a supplement that stands open, and whether the citizen has given it; undefined when there is none.
 * `refused`: the department did not take what she gave last. It is `given` still where giving it anew would be of no use.
 */
export function openNotice(
  { status }: Pick<Application, 'status'>,
  events: readonly LoggedEvent[],
): { notice: SupplementNotice; given: boolean; refused: LetterRefused | undefined } | undefined {
  if (status !== 'supplement') return undefined
  const asked = events.findLastIndex(
    ({ data }) => data.kind === 'progress' && data.moved && data.status === 'supplement',
  )
  const data = events[asked]?.data
  if (data?.kind !== 'progress' || data.supplement === undefined) return undefined
  const last = events
    .slice(asked)
    .flatMap((event) => (isAboutSupplement(event.data) ? [event.data] : []))
    .at(-1)
  const refused = last?.kind === 'letter-refused' ? last : undefined
  const given = last !== undefined && (refused === undefined || supplementOver(refused.code) !== undefined)
  return { notice: data.supplement, given, refused }
}

function isAboutSupplement(event: ApplicationEvent) {
  return event.kind === 'supplemented' || (event.kind === 'letter-refused' && event.letter === 'supplement')
}

/** A filed application as its owner may read it: no values, only what happened. */
export function viewCase(
  application: Application,
  events: readonly LoggedEvent[],
  {
    form,
    translated,
    words,
    calendar,
    today,
  }: {
    form: Form | undefined
    /** The form in the reader's language, where that is another than the filed one. */
    translated: Form | undefined
    words: FormWords
    calendar: Calendar
    today: string
  },
): CaseView {
  const filed = filedIn(events)
  const rating = events.flatMap(({ data }) => (data.kind === 'rated' ? [data.score] : []))[0] ?? null
  const { status } = application
  // Nothing is due any more of what she took back.
  const dueBy = status === 'withdrawn' ? null : application.dueBy
  const owed = (mayHandIn(status) ? owedBy(application, filed) : []).map((each) => ({
    ...each,
    label: labelIn(translated, each.material) ?? each.label,
  }))
  return {
    applicationId: application.id,
    receiptNumber: application.receiptNumber ?? '',
    service: baseService(application.service),
    title: translated?.words.title(translated.service) ?? filed?.title ?? application.service,
    status,
    submittedAt: new Date(application.submittedAt ?? application.createdAt).toISOString(),
    dueBy,
    dueProvisional: isProvisional(dueBy, calendar),
    supplement: supplementView(openNotice(application, events), application.attached, { form, translated, today }),
    owed: owed.map(({ givenAt, ...rest }) => ({ ...rest, given: givenAt !== null })),
    redress: isDecided(status) ? redressIn(events) : null,
    mayWithdraw: !isBundle(application.service) && mayMove(status, 'withdrawn', 'citizen'),
    mayRate: isDecided(status) && rating === null,
    rating,
    parts: [],
    events: [
      ...events.flatMap(({ data, status, at }) => {
        const line = lineOf(data, status, words)
        return line === undefined
          ? []
          : [{ at: data.kind === 'progress' ? data.at : new Date(at).toISOString(), ...line }]
      }),
      ...remindersOf(owed, today, words.case.reminded).map((reminder) => ({
        ...reminder,
        at: new Date(reminder.at).toISOString(),
        status: 'supplement' as const,
      })),
    ],
  }
}

/** The name of a field or a material. */
export function labelIn(form: Form | undefined, id: string): string | undefined {
  return form?.byId.get(id)?.field.label ?? form?.materials.find(({ material }) => material.id === id)?.material.label
}

function supplementView(
  open: ReturnType<typeof openNotice>,
  attached: Application['attached'],
  { form, translated, today }: { form: Form | undefined; translated: Form | undefined; today: string },
): SupplementView | null {
  if (open === undefined) return null
  const { items, dueBy, basis } = open.notice
  const optionsOf = (id: string) => (translated ?? form)?.byId.get(id)?.field.options ?? []
  return {
    items: items.map((item) => ({
      ...item,
      label: labelIn(translated, item.id) ?? item.label,
      options: item.kind === 'value' ? optionsOf(item.id) : [],
      files: attached.flatMap((given) => (given.kind === 'file' && given.material === item.id ? [given.name] : [])),
    })),
    dueBy,
    basis,
    given: open.given,
    late: dueBy < today,
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
  { case: say, list }: FormWords,
): { status: ApplicationStatus; text: string } | undefined {
  switch (data.kind) {
    case 'submitted':
      return { status, text: say.submitted }
    case 'received':
      return { status, text: say.received }
    case 'progress':
      return data.moved ? { status: data.status, text: data.text } : undefined
    case 'withdrawn':
      return { status, text: say.withdrawn }
    case 'supplemented':
      return { status, text: say.supplemented(list(data.answers.map(({ label }) => label))) }
    case 'rated':
      return { status, text: say.rated(data.score) }
    case 'letter-refused':
      return { status, text: say.refused(data) }
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
    case 'brought-back':
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
