import { elements, readFields, type FieldToRead } from '../../language/index.ts'
import { AppError } from '../../errors.ts'
import type { CaseView } from '../../services/index.ts'
import { supplementTalk } from '../telling/supplement-talk.ts'
import type { Outcome } from '../outcome.ts'
import { readSubmission } from './read-submission.ts'
import { todayIn, type Rooms } from '../rooms.ts'
import { errorIn, speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter' | 'clock'>
type Notice = NonNullable<CaseView['supplement']>
type Item = Notice['items'][number]

const SUPPLEMENT = /补正|補正|补交|補交|补充材料|補充材料|\bsupplement\b/iu
const UPLOADED = /(?:传|傳|交|发|發|拍|补|補)(?:好|完|上去|过|過)?了|\b(?:uploaded|sent)\b/iu
const CONFIRMS = /确认|確認/u
/** Below it a reading is a guess. */
const SURE = 0.6

/**
 * What the citizen says for an open request of a department, read by code; kept until all of it is there, then shown for her
 * to confirm. Undefined when her words are about something else.
 */
export async function giveSupplement(rooms: Desk, turn: Turn): Promise<Outcome | undefined> {
  const asked = turn.inHand.cases.find(({ supplement }) => supplement !== null && !supplement.given)
  const notice = asked?.supplement ?? undefined
  if (asked === undefined || notice === undefined) return undefined
  const given = notice.items.some(({ files }) => files.length > 0)
  const meant = SUPPLEMENT.test(turn.words) || (given && UPLOADED.test(turn.words)) || confirms(turn, asked)
  if (!meant && turn.inHand.active !== undefined) return undefined
  const earlier = earlierAnswers(turn, asked)
  const { good, wrong } = readAnswers(rooms, turn, asked, notice)
  const answers = { ...earlier, ...good }
  if (!meant && wrong.length === 0 && !Object.entries(good).some(([id, value]) => earlier[id] !== value))
    return undefined
  const say = speechIn(rooms.content(), turn.locale)
  if (notice.late) {
    turn.write({ type: 'text', text: say('supplement-late', { title: asked.title, due: say.day(notice.dueBy) }) })
    return { outcome: 'status', engine: 'none' }
  }
  for (const { label, message } of wrong)
    turn.write({ type: 'text', text: `${say('value-rejected', { label, message })}\n` })
  turn.effects.supplement = { application: asked.applicationId, answers }
  const { applicationId, title } = asked
  turn.write({ type: 'supplement', supplement: { ...notice, applicationId, title, answers } })
  return sayWhereItStands(rooms, turn, asked, notice, answers)
}

/** 确认, after talk of something else: the card with what she gave is what there is to confirm. */
function confirms({ words, state, inHand }: Turn, { applicationId }: CaseView): boolean {
  const { kind } = readSubmission(words) ?? {}
  const isOpen = inHand.active === undefined && state.supplement?.application === applicationId
  // 好的 only nods; 好的，确认 confirms.
  return isOpen && (kind === 'exact' || kind === 'odd' || (kind === 'nod' && CONFIRMS.test(words)))
}

function earlierAnswers({ state }: Turn, { applicationId }: CaseView): Readonly<Record<string, string>> {
  return state.supplement?.application === applicationId ? state.supplement.answers : {}
}

function readAnswers({ counter, clock }: Desk, turn: Turn, { service }: CaseView, { items }: Notice) {
  const definitions = new Map(counter.service(service)?.fields.map((field) => [field.id, field]))
  const fields = items.map(({ id, kind, label, options }): FieldToRead => {
    const field = kind === 'value' ? definitions.get(id) : undefined
    if (field === undefined) return { id, element: 'text', label, labels: [] }
    return { ...field, options, labels: [...field.labels, ...shortOf(label, items)] }
  })
  const only = items.length === 1 ? items[0]?.id : undefined
  const words = turn.words.replace(SUPPLEMENT, '').replace(/^[\s：:，,]+/u, '')
  const read = readFields(words, fields, { today: todayIn(clock), asked: only })
  const sure = read.filter(({ confidence }) => confidence >= SURE)
  const labelOf = (id: string): string => items.find((item) => item.id === id)?.label ?? ''
  return {
    good: Object.fromEntries(
      sure.flatMap(({ field, value, problem }) => (problem === undefined ? [[field, value]] : [])),
    ),
    wrong: sure.flatMap(({ field, problem }) =>
      problem === undefined ? [] : [{ label: labelOf(field), message: problem }],
    ),
  }
}

/** 编号 is short for 出生医学证明编号, where nothing else that is asked for ends in it. */
function shortOf(label: string, items: Notice['items']): readonly string[] {
  const short = /\p{Script=Han}{2}$/u.exec(label)?.[0]
  if (short === undefined || items.some((item) => item.label !== label && item.label.endsWith(short))) return []
  return [short]
}

/** What was given, as chat may show it: the names of files, personal numbers masked. */
function shownOf(counter: Desk['counter'], service: string, { id, files }: Item, answer: string | undefined): string {
  if (answer === undefined) return files.join('、')
  const field = counter.service(service)?.fields.find((one) => one.id === id)
  if (field === undefined) return answer
  const chosen = field.options?.find((option) => option.id === answer)
  return chosen?.label ?? elements[field.element].show(answer, { today: '', asked: true })
}

async function sayWhereItStands(
  { content, counter }: Desk,
  turn: Turn,
  { applicationId, title, service }: CaseView,
  notice: Notice,
  answers: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const say = speechIn(content(), turn.locale)
  const isHad = ({ id, files }: Item) => answers[id] !== undefined || files.length > 0
  const had = notice.items.filter((item) => isHad(item))
  const missing = notice.items.filter((item) => !isHad(item))
  const noted = say.list(had.map((item) => `${item.label} ${shownOf(counter, service, item, answers[item.id])}`))
  if (missing.length > 0) {
    const lines = [
      ...(had.length === 0 ? [] : [say('values-accepted', { values: noted })]),
      supplementTalk(say, title, { ...notice, items: missing }),
    ]
    turn.write({ type: 'text', text: lines.join('\n') })
    return { outcome: 'drafting', engine: 'none' }
  }
  try {
    const { conversationId } = turn
    const { code } = await counter.proposeAct({ conversationId, applicationId, act: { kind: 'supplement', answers } })
    const ask = (shown: string) =>
      say(turn.channel === 'text' ? 'supplement-ask-text' : 'supplement-ask-web', { title, values: noted, code: shown })
    turn.write({ type: 'text', text: ask(code), keepAs: ask('••••••') })
    return { outcome: 'awaiting-review', engine: 'none' }
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'conflict' && error.code !== 'incomplete-application'))
      throw error
    turn.write({ type: 'text', text: errorIn(say, error) })
    return { outcome: 'status', engine: 'none' }
  }
}
