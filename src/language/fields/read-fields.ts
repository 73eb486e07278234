import { clausesOf } from '../clause.ts'
import type { AnsweringPart } from '../contrast/answering-part.ts'
import type { Reading } from '../element.ts'
import { elements } from '../elements/elements.ts'
import { foldCharacters } from '../script.ts'
import { claim } from './claim.ts'
import { withoutAsides } from './asides.ts'
import { nameField, type Named } from './named.ts'
import { dropBeside, isAskedAbout, isCalledSo } from './beside.ts'
import { dropGuesses } from './guesses.ts'
import { corrects, overlaps, type Span } from './corrections.ts'
import { ownerCarried, ownerInWords, speakerIn } from './owner.ts'
import { readListed } from './listed.ts'
import { partOf, readAnswer } from './read-answer.ts'
import { hasRival } from './rival.ts'
import { isOfNow, isThatDay } from './which-day.ts'
import { contextFor, elementOf, type Claim, type FieldReading, type FieldsContext, type FieldToRead } from './field.ts'

/**
 * The values a message gives for the fields of a form, best first. Each stretch of words serves one field (a choice may
 * lie inside an address): a labelled one first, then by unmistakable shape, then the bare answer to the field asked.
 * Two fields of one element (own and landlord's mobile) are told apart by the words before the value; an unlabelled
 * value goes to the asked field or the first empty one. Values the sentence takes back (不是X是Y, 把X改成Y) are left out.
 */
export function readFields(said: string, fields: readonly FieldToRead[], context: FieldsContext): FieldReading[] {
  const text = withoutAsides(said)
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const folded = foldCharacters(text)
  const claims = claimAll(text, folded, fields, context)
  const taken: Claim[] = []
  const wholes: Claim[] = []
  for (const next of claims
    .filter(
      (each) =>
        !isMisread(each, claims) &&
        !isOutdone(each, claims) &&
        !isOptionElsewhere(each, fields) &&
        !isCalledSo(each, folded, fields, context) &&
        !isAskedAbout(each, folded, context),
    )
    .toSorted((one, other) => other.score - one.score)) {
    if (isWhole(next, text)) wholes.push(...(isUnderOther(next, folded, fields) ? [] : [next]))
    else if (
      !taken.some(
        (held) => held.field === next.field || (collides(folded, held, next) && !standsBeside(next, held, context)),
      )
    )
      taken.push(next)
  }
  dropBeside(taken, folded, context.asked)
  for (const whole of wholes) {
    if (whole.field.id === context.asked) dropGuesses(taken, text, whole.field)
    const beside = taken.every((held) => standsBeside(whole, held, context))
    const rest = leftOver(whole, taken, text, context) ?? (beside ? whole : undefined)
    if (rest !== undefined && !taken.some(({ field }) => field === whole.field)) taken.push(rest)
  }
  return taken
    .filter((held) => !hasRival(folded, held, claims, taken, context))
    .map((held) => toReading(folded, held, context, fields))
    .sort((one, other) => other.confidence - one.confidence || one.start - other.start)
}

/** 公司在翔安, beside a whole address: what is flawed is not what was meant for the field. */
function isOutdone({ field, reading }: Claim, claims: readonly Claim[]): boolean {
  if (reading.problem === undefined) return false
  const isLater = (other: Reading) => field.element !== 'address' && other.start > reading.start
  return claims.some(
    ({ field: other, reading: whole }) => other === field && whole.problem === undefined && !isLater(whole),
  )
}

/** A flawed reading of words that are flawless as the value of another field: a card number is no wrong identity number. */
function isMisread({ reading, labelled }: Claim, claims: readonly Claim[]): boolean {
  if (reading.problem === undefined || labelled) return false
  return claims.some(
    ({ reading: other }) => other.problem === undefined && other.confidence >= 0.8 && overlaps(other, reading),
  )
}

/** 有限公司, by which an option of another field goes, answers no yes-no question that speaks of nothing of the kind. */
function isOptionElsewhere({ field, reading }: Claim, fields: readonly FieldToRead[]): boolean {
  const { text } = reading
  if (field.element !== 'yes-no' || text.length < 3) return false
  const isOption = fields.some(({ options = [] }) =>
    options.some(({ label, aliases }) => label === text || aliases.includes(text)),
  )
  return isOption && !Array.from(text.slice(1)).some((_, at) => field.ask?.includes(text.slice(at, at + 2)))
}

/** A free answer that is the message as it stands. */
function isWhole({ field, reading }: Claim, text: string): boolean {
  return field.element === 'text' && reading.start === 0 && reading.end === text.length && reading.confidence <= 0.5
}

/** What is told under the name of a place or an amount, readable as one or not: 地址在软件园那边，…. */
const OF_OTHERS = new Set(['address', 'money', 'number'])

function isUnderOther({ field }: Claim, folded: string, fields: readonly FieldToRead[]): boolean {
  const begins = ({ label, labels }: FieldToRead) =>
    [label, ...labels].some((name) => name.length > 1 && folded.trimStart().startsWith(name))
  return !begins(field) && fields.some((other) => OF_OTHERS.has(other.element) && begins(other))
}

/** The free answer without the clauses that hold values of other fields; undefined when nothing of it is left. */
function leftOver(whole: Claim, taken: readonly Claim[], text: string, context: FieldsContext): Claim | undefined {
  if (taken.length === 0) return whole
  for (const { start, end } of clausesOf(text)) {
    if (taken.some(({ reading }) => overlaps(reading, { start, end }))) continue
    const [reading] = elements.text.read(text.slice(start, end), contextFor(whole.field, context))
    if (reading === undefined) continue
    return { ...whole, reading: { ...reading, start: start + reading.start, end: start + reading.end } }
  }
  return undefined
}

/** 继承房子, asked what it is for: the answer is the answer, whatever yes or option its words give besides. */
function standsBeside({ field }: Claim, held: Claim, { asked }: FieldsContext): boolean {
  const isStatement = held.field.element === 'yes-no' || held.field.element === 'choice'
  return field.id === asked && field.element === 'text' && isStatement && held.labelStart === undefined
}

/** What is told of a person: where one of these stands, the next clauses go on about the same. */
const PERSONAL = new Set(['name', 'citizen-id', 'mobile', 'date', 'address', 'bank-card', 'passport'])

/** 要上学的是老二，老大读初中了: an option told of the one who is not meant. */
function isBesideAnswer(reading: Reading, { element }: FieldToRead, part: AnsweringPart | undefined): boolean {
  if (part === undefined || (element !== 'choice' && element !== 'yes-no')) return false
  return !part.spans.some((span) => overlaps(span, reading))
}

type Candidate = { readonly named: Named; readonly readings: Reading[]; readonly turns: readonly Span[] }

function claimAll(text: string, folded: string, fields: readonly FieldToRead[], context: FieldsContext): Claim[] {
  const asked = fields.find(({ id }) => id === context.asked)
  const part = asked === undefined ? undefined : partOf(text, asked, fields)
  const listed = readListed(text, fields, context.asked)
  const candidates: Candidate[] = fields.flatMap((field, index) => {
    const id = elementOf(field)
    if (id === undefined) return []
    const told = listed.get(field.id)
    if (told !== undefined) return [{ named: nameField(field, index), readings: [told], turns: [] }]
    const { read, standing } = readAnswer(text, field, id, { fields, context, part })
    const readings = standing.filter((reading) => field.id === context.asked || !isBesideAnswer(reading, field, part))
    const turns = read.filter((one) => !readings.includes(one)).flatMap((one) => turnAfter(one, readings))
    return [{ named: nameField(field, index), readings, turns }]
  })
  dropTurns(candidates)
  const all = candidates.map(({ named }) => named)
  const edges = candidates.flatMap(({ readings, named }) =>
    named.field.element === 'text' || named.field.element === 'yes-no'
      ? []
      : readings.filter(({ text: words }) => named.field.element !== 'choice' || ownerInWords(words) === undefined),
  )
  const speaker = speakerIn([...(context.earlier ?? []), folded])
  const values = candidates.flatMap(({ readings, named }) => (PERSONAL.has(named.field.element) ? readings : []))
  return candidates.flatMap(({ named, readings }) =>
    readings.flatMap((reading) => {
      const bounds = {
        previousEnd: Math.max(0, ...edges.filter(({ end }) => end <= reading.start).map(({ end }) => end)),
        nextStart: Math.min(
          folded.length,
          ...edges.filter(({ start }) => start >= reading.end).map(({ start }) => start),
        ),
        carried: ownerCarried(folded, reading.start, (span) => values.some((value) => overlaps(span, value))),
        alone: !readings.some((other) => !overlaps(other, reading)),
        speaker,
      }
      return claim(folded, named, reading, bounds, context.asked === named.field.id, all) ?? []
    }),
  )
}

/** The words between a value that was taken back and the one that stands. */
function turnAfter({ end }: Reading, standing: readonly Reading[]): Span[] {
  const next = standing.filter(({ start }) => start >= end).toSorted((one, other) => one.start - other.start)[0]
  return next === undefined ? [] : [{ start: end, end: next.start }]
}

/** 手机138…，不，是139…: the 不 takes back the number, and answers no question. */
function dropTurns(candidates: readonly Candidate[]): void {
  const turns = candidates.flatMap(({ named, turns: own }) => (named.field.element === 'yes-no' ? [] : own))
  for (const { named, readings } of candidates) {
    if (named.field.element !== 'yes-no') continue
    const answers = readings.filter(({ start, end }) => !turns.some((turn) => turn.start <= start && end <= turn.end))
    readings.splice(0, readings.length, ...answers)
  }
}

/** 身份证和驾驶证号都是…: one number said of two things. */
const BOTH = /(?:和|跟|与|、)[^，,。；;]{1,16}(?:都是|都用|都为|是同一个|一样)/

function collides(folded: string, held: Claim, next: Claim): boolean {
  if (isInLabel(held, next) || isOnlyThat(held, next)) return true
  if (!overlaps(held.reading, next.reading)) return false
  const said = folded.slice(Math.max(0, held.reading.start - 32), held.reading.end)
  if (held.labelled && next.labelled && held.field.element !== next.field.element && BOTH.test(said)) return false
  const pair = new Set([held.field.element, next.field.element])
  const nested = pair.has('address') && pair.has('choice')
  return !nested && !(pair.has('yes-no') && held.reading.text !== next.reading.text && pair.size === 2)
}

/** 经营者 in 经营者姓名是某某 names the field of the name, and chooses nothing. */
function isInLabel({ labelStart, reading: held }: Claim, { field, labelled, reading }: Claim): boolean {
  if (labelStart === undefined || labelled || field.element !== 'choice') return false
  return overlaps({ start: labelStart, end: held.start }, reading)
}

/** 法定代表人是某某 names him, and answers no yes-no question about him. */
function isOnlyThat({ labelStart, reading: held }: Claim, { field, reading }: Claim): boolean {
  if (labelStart === undefined || field.element !== 'yes-no' || held.problem !== undefined) return false
  return reading.start >= labelStart - 2 && reading.end <= held.end + 2 && reading.end - reading.start > 2
}

function toReading(
  folded: string,
  { field, reading, labelled, restates }: Claim,
  context: FieldsContext,
  fields: readonly FieldToRead[],
): FieldReading {
  const known = field.shown !== undefined
  const said = corrects(folded, reading)
  const asked = context.asked === field.id
  const anyDay = field.element === 'date' && !isThatDay(folded, reading, field, fields)
  const unasked =
    !asked && (isOfNow(folded, reading, field) || (!labelled && ((known && !said && !restates) || anyDay)))
  return {
    field: field.id,
    value: reading.value,
    text: reading.text,
    start: reading.start,
    end: reading.end,
    ...(reading.problem === undefined ? {} : { problem: reading.problem }),
    confidence: unasked
      ? Math.min(reading.confidence, 0.5)
      : labelled
        ? Math.max(reading.confidence, 0.9)
        : reading.confidence,
    correction: said || known,
  }
}
