import {
  isDecided,
  shanghaiDate,
  type ApplicationView,
  type CaseView,
  type FillResult,
  type Receipt,
} from '../../services/index.ts'
import type { ConversationState } from '../kept/conversation-state.ts'
import type { Speech } from '../speech.ts'
import { supplementTalk } from './supplement-talk.ts'
import type { Channel, TurnPart } from '../turn.ts'

/** Receipt in words and as a card. The query code is written out only where there is no card, and kept masked. */
export function receiptTalk(say: Speech, application: ApplicationView, receipt: Receipt, channel: Channel): TurnPart[] {
  const base = {
    title: application.title,
    receipt: receipt.receiptNumber,
    due: dueTalk(say, receipt),
    inPerson: application.inPerson ?? '',
  }
  const key = application.completion === 'appointment' ? 'submitted-appointment' : 'submitted'
  const text = say(key, base)
  const withCode = (code: string) => `${text}\n${say('query-code', { code })}`
  return [
    { type: 'receipt', receipt: { ...receipt, title: application.title } },
    { type: 'application', application },
    channel === 'text'
      ? { type: 'text', text: withCode(receipt.queryCode), keepAs: withCode('••••') }
      : { type: 'text', text },
  ]
}

/** What the form made of the citizen's values: taken, corrected, refused with the reason, and what else that changed. */
export function fillTalk(say: Speech, fill: FillResult): string[] {
  const fresh = fill.accepted.filter(({ previous }) => previous === null)
  const corrected = fill.accepted.filter(({ previous }) => previous !== null)
  return [
    ...(fresh.length === 0
      ? []
      : [
          say('values-accepted', {
            values: say.list(fresh.map(({ label, shown }) => say('value-noted', { label, value: shown }))),
          }),
        ]),
    ...corrected.map(({ label, previous, shown }) =>
      say('value-corrected', { label, previous: previous ?? '', shown }),
    ),
    ...fill.rejected.map(({ field, label, message }) => {
      const kept = fill.application.fields.find(({ id }) => id === field)?.shown ?? null
      return kept === null ? say('value-rejected', { label, message }) : say('value-kept', { label, message, kept })
    }),
    ...(fill.changed.length === 0
      ? []
      : [say('what-changed', { changes: say.clauses(fill.changed.map((change) => change.replace(/[。.]$/u, ''))) })]),
  ]
}

/** What she gave in the chat for a notice and has not sent yet. */
type Given = ConversationState['supplement']

/** Where filed cases stand, one paragraph a case. */
export function casesTalk(say: Speech, cases: readonly CaseView[], given?: Given): string {
  if (cases.length === 0) return say('no-cases')
  // A part of a bundle has its line there; it speaks for itself where the citizen has something to do.
  const lines = new Set(cases.flatMap(({ parts }) => parts.map(({ receiptNumber }) => receiptNumber)))
  return cases
    .filter(
      ({ receiptNumber, supplement, redress }) => !lines.has(receiptNumber) || supplement !== null || redress !== null,
    )
    .map((each) => caseTalk(say, each, given))
    .join('\n')
}

/** Where one case stands: what is asked of the citizen, and how to object to a refusal. */
export function caseTalk(say: Speech, view: CaseView, given?: Given): string {
  const { title, redress, supplement, owed, mayRate } = view
  const answers = given?.application === view.applicationId ? given.answers : undefined
  return [
    standTalk(say, view),
    ...view.parts.map((part) =>
      part.status === null
        ? say('bundle-not-filed', { title: part.title, reason: part.reason ?? '' })
        : say('bundle-line', {
            title: part.title,
            status: say(`status-${part.status}`),
            latest: part.latest ?? part.reason ?? '',
          }),
    ),
    ...(supplement === null || supplement.given ? [] : [supplementTalk(say, view.title, supplement, answers)]),
    ...owed
      .filter(({ given }) => !given)
      .map(({ label, dueBy }) =>
        dueBy === null ? say('material-owed-soon', { label }) : say('material-owed', { label, due: say.day(dueBy) }),
      ),
    ...(redress === null ? [] : [say('case-redress', { redress })]),
    ...(mayRate ? [say('rate-how', { title })] : []),
  ].join('\n')
}

function standTalk(say: Speech, view: CaseView): string {
  const { title, receiptNumber: receipt, status, events } = view
  const told = { title, receipt, status: say(`status-${status}`), latest: events.at(-1)?.text ?? '' }
  if (isDecided(status)) return say('case-closed', told)
  if (status !== 'withdrawn')
    return say('case-status', { ...told, due: status === 'supplement' ? say('due-paused') : dueTalk(say, view) })
  const at = events.findLast((event) => event.status === 'withdrawn')?.at
  return say('case-withdrawn', { ...told, day: at === undefined ? '' : say.day(shanghaiDate(Date.parse(at))) })
}

/** A due date, with a word where the calendar of its year is not out yet. */
function dueTalk(say: Speech, { dueBy, dueProvisional }: Pick<Receipt, 'dueBy' | 'dueProvisional'>): string {
  if (dueBy === null) return say('no-deadline')
  const due = say.day(dueBy)
  return dueProvisional === true ? say('due-provisional', { due }) : due
}
