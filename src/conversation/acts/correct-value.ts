import {
  ELEMENT_WORDS,
  elements,
  isAddressPart,
  readCorrection,
  readFields,
  toSimplified,
  withAddressPart,
  type Correction,
  type FieldToRead,
} from '../../language/index.ts'
import type { ApplicationView } from '../../services/index.ts'
import { askAgain, askWhichField } from '../telling/ask-again.ts'
import { briefFields } from '../tools/brief-fields.ts'
import { fillTalk } from '../telling/case-talk.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import { todayIn, type Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter' | 'clock'>
type Replacement = Extract<Correction, { kind: 'words' }>
type NewValue = Extract<Correction, { kind: 'value' }>

/** Elements whose words can be exchanged one for another; a number of which digits are masked is asked for again. */
const OF_WORDS = new Set(['address', 'text', 'name', 'plate', 'email'])

/** Elements of which an amount or a day is exchanged for another: 不是一百万，是五十万. */
const OF_VALUES = new Set(['money', 'number', 'date'])

/**
 * A correction that gives no whole value: 手机号写错了 asks for the field again and keeps the old value until a good one
 * comes; 不是思明，是湖里 changes those words where one filled field has them, 门牌改成302 that part of the address. Undefined
 * when the words give the whole value themselves, or correct nothing of this form.
 */
export async function correctValue(rooms: Desk, turn: Turn): Promise<Outcome | undefined> {
  const { active } = turn.inHand
  if (active === undefined) return undefined
  if (active.status === 'ready' && OBJECTS.test(toSimplified(turn.words)))
    return askWhichField(turn, speechIn(rooms.content(), turn.locale), filledIn(active))
  const correction = correctionOf(turn)
  if (correction === undefined) return undefined
  const fields = briefFields(rooms.counter, active).filter(({ undecided }) => undecided !== true)
  const { asked } = turn.state
  const given = readFields(turn.words, fields, { today: todayIn(rooms.clock) })
  if (given.some(({ field }) => fields.some(({ id, shown }) => id === field && shown !== undefined))) return undefined
  if (correction.kind === 'words') return replaceWords(rooms, turn, active, fields, correction)
  if (correction.kind === 'value') return takeNewValue(rooms, turn, active, fields, correction)
  const meant = fieldsCalled(correction.what, fields)
  const filled = meant.filter(({ shown }) => shown !== undefined)
  const [only, ...others] = filled.length > 0 ? filled : meant
  if (only === undefined) return undefined
  if (others.length > 0 && !meant.some(({ id }) => id === asked?.field))
    return askWhichField(turn, speechIn(rooms.content(), turn.locale), [only, ...others])
  return askAgain(rooms, turn, active, only.id)
}

/** At the review card, words that only say that something is wrong. */
const OBJECTS =
  /^(?:[^，,。]{0,2}[，,])?(?:这[个里]|里面|上面|有的?|有地方|有一?[项处个])*(?:不对|不是|错了?|有误|有错|有问题|[填写]错了?|(?:我?(?:要|想|还要))?(?:改|修改|更正)(?:一?下)?)[了的吧啊]*[。.!！]?$/u

/** What the words correct; right after she was asked which field it is, its name alone says so. */
function correctionOf({ words, state }: Turn): Correction | undefined {
  const isAnswer = state.lastChoices.some(
    (choice) => choice.length > words.length && choice.includes(toSimplified(words)),
  )
  return readCorrection(words) ?? (isAnswer && state.asked === undefined ? { kind: 'name', what: words } : undefined)
}

function filledIn({ fields }: ApplicationView): ApplicationView['fields'] {
  return fields.filter(({ shown, provenance }) => shown !== null && provenance?.kind !== 'derived')
}

/** The fields that people call so, those of exactly this name first and alone. */
function fieldsCalled<Field extends FieldToRead>(what: string, fields: readonly Field[]): Field[] {
  const called = toSimplified(what)
  const names = ({ label, labels }: FieldToRead) => [label, ...labels]
  const exact = fields.filter((field) => names(field).includes(called))
  if (exact.length > 0) return exact
  return fields.filter((field) => {
    const words = Object.hasOwn(ELEMENT_WORDS, field.element)
      ? ELEMENT_WORDS[field.element as keyof typeof ELEMENT_WORDS]
      : []
    return (
      words.includes(called) ||
      names(field).some((name) => called.length > 1 && (name.includes(called) || called.includes(name)))
    )
  })
}

/** Changes words of a filled field for others, where exactly one has them. */
async function replaceWords(
  rooms: Desk,
  turn: Turn,
  application: ApplicationView,
  fields: readonly FieldToRead[],
  { what, from, to }: Replacement,
): Promise<Outcome | undefined> {
  const today = todayIn(rooms.clock)
  const valueOf = (id: string | undefined) => application.fields.find((each) => each.id === id)?.value
  const holding = fields.filter((each) =>
    OF_VALUES.has(each.element)
      ? valueOf(each.id) !== undefined && checked(each, from, today) === valueOf(each.id)
      : OF_WORDS.has(each.element) && each.shown?.includes(from) === true,
  )
  const called = what === undefined ? holding : holding.filter((field) => fieldsCalled(what, [field]).length > 0)
  const [field, ...others] = called
  const held = valueOf(field?.id)
  if (field === undefined || held === undefined || held === null || others.length > 0) return undefined
  const value = checked(field, OF_VALUES.has(field.element) ? to : exchange(held, from, to), today)
  return fillWith(rooms, turn, application, field.id, value)
}

/** Puts a new value, or a new part of an address, in the one filled field that is called so. */
async function takeNewValue(
  rooms: Desk,
  turn: Turn,
  application: ApplicationView,
  fields: readonly FieldToRead[],
  { what, to, says }: NewValue,
): Promise<Outcome | undefined> {
  const filled = fields.filter(({ shown }) => shown !== undefined)
  const isPart = isAddressPart(what)
  const [field, ...others] = isPart
    ? filled.filter(({ element }) => element === 'address')
    : says === 'wrong'
      ? fieldsCalled(what, filled)
      : []
  const held = application.fields.find(({ id }) => id === field?.id)?.value
  if (field === undefined || held === undefined || held === null || others.length > 0) return undefined
  if (!isPart && !OF_WORDS.has(field.element)) return undefined
  // 门牌是302 may belong to the address that is asked for.
  const next = fields.find(({ id }) => id === application.next?.field)
  if (says === 'what-it-is' && next?.element === 'address' && next.id !== field.id) return undefined
  const changed = isPart ? withAddressPart(held, what, to) : to
  const value = changed === undefined ? undefined : checked(field, changed, todayIn(rooms.clock))
  return fillWith(rooms, turn, application, field.id, value)
}

/** Puts the corrected value in; where the change made no good one, the field is asked for again. */
async function fillWith(
  rooms: Desk,
  turn: Turn,
  application: ApplicationView,
  field: string,
  value: string | undefined,
): Promise<Outcome> {
  if (value === undefined) return askAgain(rooms, turn, application, field, 'address-reopened')
  const provenance = { kind: 'citizen', detail: `您说的·第${turn.number + 1}轮` } as const
  const filled = await rooms.counter.fill({
    conversationId: turn.conversationId,
    applicationId: application.id,
    values: { [field]: { value, provenance } },
    citizen: turn.citizen,
  })
  turn.effects.fills.push(filled)
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({ type: 'text', text: `${fillTalk(say, filled).join('\n')}\n` })
  await offerNextStep(rooms, turn, say, filled.application)
  return { outcome: filled.application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}

/** 思明 for 湖里 in 思明区…: the word for its kind stays. */
function exchange(value: string, from: string, to: string): string {
  const kind = /[区市省县镇]$/u.exec(to)?.[0]
  const whole = kind !== undefined && value.includes(`${from}${kind}`) ? `${from}${kind}` : from
  return value.replace(whole, to)
}

/** The new value, where it is sound and of one piece: a street of another district has to be said anew. */
function checked({ element }: FieldToRead, value: string, today: string): string | undefined {
  if (!Object.hasOwn(elements, element)) return undefined
  const result = elements[element as keyof typeof elements].check(value, { today })
  return result.ok ? result.value : undefined
}
