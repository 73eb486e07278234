import { isBareAssent, readAct, readFields } from '../../language/index.ts'
import type { FormField } from '../briefing.ts'
import type { Act } from './hear.ts'
import { plainWords } from './plain-words.ts'
import { readSegments, type Segment } from './segments.ts'

/** A value the citizen gave, and her words for it in plain form. */
export type GivenValue = { readonly field: string; readonly value: string; readonly said: string }

/** A reading inside a question or an act needs this confidence: 身份证 in 要带身份证吗 is no answer. */
const SURE_IN_QUESTION = 0.75
/** A choice named inside a question (盲人坐公交免费吗) is what she asks about, unless the question speaks of her. */
const SURE_CHOICE_IN_QUESTION = 0.95
const OF_HERSELF = /我|咱|本人|自己/
/** A reading for a field that was not asked for needs this one; below it is a guess. */
const SURE_UNASKED = 0.6

/** A choice told in the clause of the answer to the question asked: 家里要装修 says what is done, and hardly in what. */
const SURE_CHOICE_BESIDE = 0.7

/** 我的卡行不行，6222…: shown, and not given before the answer. */
const MAY_IT_BE = /(?:行吗|行不行|可以吗|可不可以|能用吗|能不能用|好不好)[，,？?\s]{0,2}$/

/** 好几次, 几乎: a number that is not asked for. */
const SOME = /好几(?=\p{Script=Han})|几乎|[十百]几|几(?=[十百千万])|(?<=[跑来去用住交做过打了])几(?=[个次年天块趟])/gu

/** Whether a clause sounds like a question by such a number alone. */
function onlyCounts(text: string): boolean {
  const plain = text.replaceAll(SOME, '一些')
  return plain !== text && !readSegments(plain).some(({ asks }) => asks)
}

/** Acts about the form itself: their words are no values, however like a name they look. */
const CONTROL = new Set<Act>([
  'wait',
  'set-aside',
  'resume',
  'cancel',
  'show',
  'skip',
  'unknown',
  'human',
  'again',
  'thanks',
  'greeting',
])

const DOING = /办|申请|弄|填/u

/** 不办了 and nothing else gives up the form, and answers no question but whether to have something done. */
function givesUp(words: string, controls: readonly { act: Act; text: string }[]): boolean {
  const said = words.replace(/[\s，,。.！!啊吧]/gu, '')
  return controls.some(
    ({ act, text }) => act === 'cancel' && DOING.test(text) && said.endsWith(text) && said.length <= text.length + 3,
  )
}

/** 银行开户的先不弄, read as a whole, puts something off and answers nothing. */
function putsOff(read: string, controls: readonly { act: Act; text: string }[]): boolean {
  return controls.some(({ act, text }) => act === 'set-aside' && read.endsWith(text))
}

/** 没错, 对的: with what she was just shown, and no answer to the question that stood below it. */
const AGREES =
  /^(?:嗯|都|也)*(?:没错|没问题|没毛病|对|正确|好)[的了啊呀吧，,。！!\s]*$|^(?:that['’]?s |all )?(?:right|correct|good)[.!\s]*$/iu

function agreesWithShown(words: string, earlier: readonly string[]): boolean {
  return AGREES.test(words.trim()) && readAct(earlier.at(-1) ?? '').some(({ act }) => act === 'show')
}

/** The values the words give for the fields of a form. A value that cannot be right is passed on as she wrote it, for the form to refuse. */
export function givenValues(
  words: string,
  fields: readonly FormField[],
  context: { readonly today: string; readonly asked: string | undefined; readonly earlier: readonly string[] },
  segments: readonly Segment[],
): GivenValue[] {
  const questions = segments.flatMap(({ clauses }) => clauses.filter(({ asks }) => asks).map(({ text }) => text))
  const controls = readAct(words).filter(({ act }) => CONTROL.has(act))
  const given: GivenValue[] = []
  const ask = fields.find(({ id }) => id === context.asked)?.ask ?? ''
  if ((givesUp(words, controls) && !DOING.test(ask)) || agreesWithShown(words, context.earlier)) return []
  const readings = readFields(words, fields, context)
  const answer = readings.find(({ field }) => field === context.asked)
  for (const reading of readings) {
    if (MAY_IT_BE.test(words.slice(0, reading.start)) || putsOff(reading.text, controls)) continue
    const said = plainWords(reading.text)
    const element = fields.find(({ id }) => id === reading.field)?.element
    // 没错 is no 没, and counts nothing.
    if ((element === 'number' || element === 'money') && isBareAssent(words)) continue
    const chosen = element === 'choice'
    const question = questions.find(
      (text) => text.includes(said) && !((chosen || element === 'yes-no') && onlyCounts(text)),
    )
    const doubtful =
      question !== undefined || controls.some(({ start, end }) => start < reading.end && reading.start < end)
    const aboutOthers = chosen && question !== undefined && !OF_HERSELF.test(question)
    const needed = aboutOthers
      ? SURE_CHOICE_IN_QUESTION
      : doubtful
        ? SURE_IN_QUESTION
        : reading.field === context.asked
          ? 0
          : chosen && answer !== undefined && isInOneClause(words, answer, reading)
            ? SURE_CHOICE_BESIDE
            : SURE_UNASKED
    if (reading.confidence < needed || given.some(({ field }) => field === reading.field)) continue
    given.push({ field: reading.field, value: reading.problem === undefined ? reading.value : reading.text, said })
  }
  return given
}

type Stretch = { readonly start: number; readonly end: number }

function isInOneClause(words: string, one: Stretch, other: Stretch): boolean {
  return !/[，,。；;！!？?\n]/.test(words.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))
}

/** Values by field id, as `fillApplication` takes them. */
export function asValues(given: readonly GivenValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(given.map(({ field, value }) => [field, value]))
}

/** The words without the values in them: a search needs no name or number, and must not carry one. */
export function withoutValues(plain: string, given: readonly GivenValue[]): string {
  return given.reduce((rest, { said }) => (said.length > 1 ? rest.replace(said, ' ') : rest), plain)
}
