import type { CaseView } from '../../services/index.ts'
import type { Speech } from '../speech.ts'

type Notice = NonNullable<CaseView['supplement']>

/** Values given in the chat for a notice and not sent yet, by the id of the item. */
export type GivenAnswers = Readonly<Record<string, string>>

/**
 * What a department still asks for, at once, with the last day and how each thing is given; that only the sending is missing
 * where all of it is there, and what it means where the last day has passed. Without `answers` it is told as it was asked, with
 * what is there already: a department may want that anew.
 */
export function supplementTalk(say: Speech, title: string, notice: Notice, answers?: GivenAnswers): string {
  const { items, basis, late } = notice
  const due = say.day(notice.dueBy)
  if (late) return say('supplement-passed', { title, items: linesOf(say, items), due, basis })
  const missing =
    answers === undefined ? items : items.filter(({ id, files }) => answers[id] === undefined && files.length === 0)
  if (missing.length === 0) return say('supplement-to-send', { title, due })
  const values = missing.filter(({ kind }) => kind === 'value').map(({ label }) => label)
  const papers = missing.filter(({ kind }) => kind === 'material').map(({ label }) => label)
  return say.sentences([
    say('supplement-asked', { title, items: linesOf(say, missing), due, basis }),
    ...(values.length === 0 ? [] : [say('supplement-tell', { labels: say.list(values), one: values[0] ?? '' })]),
    ...(papers.length === 0 ? [] : [say('supplement-upload', { labels: say.list(papers) })]),
  ])
}

function linesOf(say: Speech, items: Notice['items']): string {
  return items.map(({ label, reason }) => say('supplement-line', { label, reason })).join('\n')
}
