import { asks } from '../asking.ts'
import { clauseAfter, clauseBefore, clausesOf } from '../clause.ts'
import type { DataElement, ElementContext, Reading } from '../element.ts'
import { readNumeral } from '../numeral.ts'
import { foldCharacters } from '../script.ts'
import { readEnglishAnswer } from './english-answer.ts'
import { withoutHokkien } from './hokkien.ts'
import { readLearnt, sidesOfYesNo, speaksAgainst } from './learnt-answer.ts'
import { labelsOf } from './labelled.ts'
import { turnedAfter, withoutBesidePoint, withPlainNegation } from './beside-the-point.ts'
import {
  isUnfinished,
  OF_BOTH,
  OF_HOUSEHOLD,
  opensPlainly,
  readOwnAnswer,
  readYesNoAnswer,
  withoutPending,
} from './yes-no-answer.ts'
import { hasMinor, impliedBy, lacksOne } from './implied-answer.ts'
import { aboutPlace, asksForPlace, toldOfOwnHousehold } from './yes-no-place.ts'
import { readYesNoWords } from './yes-no-words.ts'

const NOT_BEFORE = /(?:不是|没有?|不|无|未|非|并非|不在|没在|不属于|尚未)(?:要|有|在|过|办|交|做|是)?$/

const AFFIRMED_BEFORE = /(?:是|有|在|已经?|正在|办了|办过|属于)$/
const AFFIRMED_AFTER = /^[\s:：]{0,2}(?:是|有|对|办了|办过|已经|要|会)(?!不|没)/

/** 是/否, canonical `true` or `false`: the bare answer where asked, or the label with or without a negation before it. */
export const yesNo: DataElement = {
  id: 'yes-no',
  label: '是否',
  secret: false,
  read: readYesNo,
  check: (value, context) => {
    if (value === 'true' || value === 'false') return { ok: true, value }
    const read = readYesNo(value, { ...context, asked: true })[0]
    return read === undefined ? { ok: false, problem: '请回答“是”或“否”。' } : { ok: true, value: read.value }
  },
  show: (value) => (value === 'true' ? '是' : value === 'false' ? '否' : value),
}

function readYesNo(text: string, context: ElementContext): Reading[] {
  const said = foldCharacters(text)
  const plain = context.asked === true ? withoutHokkien(said) : said
  const told = context.asked === true ? readTold(text, plain, context) : undefined
  if (told !== undefined) return told
  const folded = withPlainNegation(withoutBesidePoint(plain, context))
  const own = context.asked === true ? readOwnAnswer(text, folded, context) : undefined
  if (own !== undefined) return [own]
  const conceded = context.asked === true ? CONCEDES.exec(folded) : null
  if (conceded !== null) return [readingAt(text, conceded.index, conceded[0].length, true)]
  return readJudged(text, folded, context).filter(
    ({ value }) => value === 'false' || !(isTurnedBack(folded, context) || isHalfDone(folded, context)),
  )
}

/** What limits or takes back the plain answer before it. */
const TURNS = /但|不过|可是?|只是|后来|又/u

/** What an answer says by implying it: rhetoric, the ages of children, one who lacks what all are to have. */
function readTold(text: string, plain: string, context: ElementContext): Reading[] | undefined {
  const { ask = '' } = context
  const implied = impliedBy(plain)
  if (implied !== undefined) {
    const [stated] = readYesNo(implied.words, context)
    // 买得起 denies nothing: what is read as a no in it is not what it says.
    const misread = !implied.holds && stated?.value === 'false' && !/[没不无]/.test(implied.words)
    return stated === undefined || misread ? [] : [wholly(text, (stated.value === 'true') === implied.holds)]
  }
  const minor = /未成年/.test(ask) ? hasMinor(plain, (written) => readNumeral(written, 0)?.value) : undefined
  if (minor !== undefined) return [wholly(text, minor)]
  return OF_EACH.test(ask) && lacksOne(plain) ? [wholly(text, false)] : undefined
}

/** Asked whether all of them have something. */
const OF_EACH = /都有/u

function wholly(text: string, value: boolean): Reading {
  return { ...readingAt(text, 0, text.length, value), confidence: 0.85 }
}

/** What the rules read, and the learnt reader where they read nothing or it speaks against them. */
function readJudged(text: string, folded: string, context: ElementContext): Reading[] {
  const ruled = readByRule(text, folded, context)
  if (context.asked !== true || asksForPlace(context.ask ?? '')) return ruled
  const sides = sidesOfYesNo(context)
  if (ruled.length === 0) return readLearnt(text, folded, sides)
  const plain = OF_HOUSEHOLD.test(context.ask ?? '') ? undefined : opensPlainly(folded)
  return ruled.filter(({ value }) =>
    plain === undefined || (value === 'false' && TURNS.test(folded))
      ? !speaksAgainst(folded, sides, value)
      : plain === value,
  )
}

/** 罚款交了，整改的事还差一点: asked whether all is done, it is not yet. */
function isHalfDone(folded: string, { asked, ask = '' }: ElementContext): boolean {
  return asked === true && ALL_DONE.test(ask) && !ask.includes('有没有') && isUnfinished(folded)
}
const ALL_DONE = /[好完清正齐]了[吗嘛]|都[^，,？?]{0,8}了|已经全部/u

/** 领了，不过前年又离了: what was so is no longer. */
const TURNED_BACK = /(?:不过|但是?|可是?|后来|又)[^，,。；;没未不]{0,6}(?<undone>离|退|停|断|注销|卖|撤)(?:了|掉)/u

function isTurnedBack(folded: string, { asked, ask = '' }: ElementContext): boolean {
  const undone = asked === true ? TURNED_BACK.exec(folded)?.groups?.['undone'] : undefined
  return undone !== undefined && !ask.includes(undone)
}

function readByRule(text: string, folded: string, context: ElementContext): Reading[] {
  const worded = withoutPending(folded, readYesNoWords(text, folded, context), context).filter(
    (reading) => !namesOtherSide(folded, reading, context),
  )
  if (worded.some(({ confidence }) => confidence > 0.5)) return worded
  const ofAll = context.asked === true && OF_BOTH.test(context.ask ?? '') ? worded : []
  if (ofAll.some(({ value }) => value === 'false')) return ofAll.filter(({ value }) => value === 'false')
  const ofAny = context.asked === true && OF_HOUSEHOLD.test(context.ask ?? '') ? worded : []
  if (ofAny.some(({ value }) => value === 'true')) return ofAny.filter(({ value }) => value === 'true')
  const labelled = readLabelled(text, folded, context)
  if (labelled.length > 0) return labelled
  if (context.asked !== true) return worded.length > 0 ? worded : readHousehold(text, folded, context)
  const answer = readEnglish(text, folded) ?? readYesNoAnswer(text, folded, context)
  return answer.length > 0 ? answer : worded
}

/** 第一次办，户口在江西: told beside other things before it was asked. */
function readHousehold(text: string, folded: string, { ask = '' }: ElementContext): Reading[] {
  return clausesOf(folded).flatMap(({ start, end }) => {
    const clause = folded.slice(start, end).trim()
    const value = asks(clause) ? undefined : toldOfOwnHousehold(clause, ask)
    return value === undefined ? [] : [readingAt(text, start, end - start, value)]
  })
}

/** 户口在同安乡下: the place that is named says it, and not what kind of place it is. */
function namesOtherSide(folded: string, { start, end, value }: Reading, { asked, ask = '' }: ElementContext): boolean {
  if (asked !== true || !asksForPlace(ask)) return false
  const clause = `${clauseBefore(folded, start)}${folded.slice(start, end)}${clauseAfter(folded, end)}`
  return value === 'false' && aboutPlace(clause, ask) === true
}

/** 有是有，不过…: yes, and what follows limits it. */
const CONCEDES = /([有是办签交领会想])(?:倒)?是\1(?!不|没)/u

function readingAt(text: string, start: number, length: number, value: boolean): Reading {
  const end = start + length
  return { value: String(value), text: text.slice(start, end), start, end, confidence: 0.85 }
}

/** 有社保, 没有社保, 未婚 …: the label's own words, negated or not. A question says nothing. */
function readLabelled(text: string, folded: string, context: ElementContext): Reading[] {
  const lower = folded.toLowerCase()
  for (const label of labelsOf('yes-no', context)) {
    const split = readAroundWhether(text, lower, label)
    if (split !== undefined) return [split]
    const core = label.replace(/^(?:是否|有没有|有无|是不是|能否|会不会)(?:已经?|有)?/, '').replace(/[?？]$/, '')
    const at = core.length < 2 ? -1 : lower.indexOf(core)
    if (at < 0) continue
    const end = at + core.length
    const after = lower.slice(end, end + 8)
    if (/^[^，,。；;]{0,6}(?:吗|嘛|么|没有?[?？]|[?？])/.test(after)) continue
    const before = lower.slice(Math.max(0, at - 5), at)
    if (/有没有|有无|是否|是不是/.test(before)) continue
    const told = /^[\s:：]{0,2}(?:是|有|对|的?(?:就|先|也)*)?[:：\s]?(不是|没有|没|否|无|不)/.exec(after)
    const turned = turnedAfter(after, context.ask)
    const no = NOT_BEFORE.test(before) || (turned === undefined ? told !== null : turned === 'denied')
    // A form that says how yes is said does not take the bare mention of its label (公积金交了14个月) for it.
    const mention =
      context.yes !== undefined && turned === undefined && !AFFIRMED_BEFORE.test(before) && !AFFIRMED_AFTER.test(after)
    if (!no && mention) continue
    return [{ value: no ? 'false' : 'true', text: text.slice(at, end), start: at, end, confidence: 0.8 }]
  }
  return []
}

/** A label with 是否 in its middle (户口是否在厦门): its subject and, later in the same clause, its predicate, negated or not. */
function readAroundWhether(text: string, lower: string, label: string): Reading | undefined {
  const [, subject, predicate] = /^(.{2,}?)(?:是否|是不是|有没有)(.{2,})$/.exec(label) ?? []
  if (subject === undefined || predicate === undefined) return undefined
  const from = lower.indexOf(subject)
  const at = from < 0 ? -1 : lower.indexOf(predicate, from)
  const between = lower.slice(from + subject.length, at)
  const end = at + predicate.length
  if (at < 0 || /[，,。；;！!？?]/.test(between) || /^[^，,。；;]{0,3}(?:吗|嘛|么|[?？])/.test(lower.slice(end)))
    return undefined
  const value = NOT_BEFORE.test(between) ? 'false' : 'true'
  return { value, text: text.slice(from, end), start: from, end, confidence: 0.8 }
}

/** Readings of an answer in English, none where it leaves the question open; undefined for another language. */
function readEnglish(text: string, folded: string): Reading[] | undefined {
  const answer = readEnglishAnswer(folded)
  if (answer === undefined) return undefined
  return answer === 'unknown' ? [] : [{ value: String(answer), text, start: 0, end: text.length, confidence: 0.7 }]
}
