import {
  areOfOne,
  compare,
  readCircumstances,
  readConditions,
  readQuantities,
  type Circumstance,
  type Condition,
  type Quantity,
} from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { englishOf } from './english-units.ts'
import type { SectionSlug } from './hear.ts'
import { mattersIn, weighConditions, type Weighed } from './weigh-conditions.ts'
import { weighLines, type ToWeigh } from './weigh-lines.ts'

/** How a condition of the guide stands to what the citizen told of herself; `depends`: on something she has not told. */
export type Verdict = 'meets' | 'misses' | 'exceeds' | 'in-time' | 'late' | 'applies' | 'depends'

/** Her own case against the guide: one condition, how it stands, and the lines that are for others. */
export type OwnCase = {
  readonly verdict: Verdict
  /** Her words for the quantity, as she said it. */
  readonly said: string
  /** The guide's own words: the condition, or the whole sentence of a case that is hers. */
  readonly words: string
  readonly bound: Quantity
  readonly passage: FoundPassage
  /** What the line says in English, for a case that is hers. */
  readonly english: string | undefined
  /** For `depends`: what decides, and she has not told. */
  readonly fork: string | undefined
  /** Texts of lines for cases that are not hers, and of the one that is told already. */
  readonly spent: ReadonlySet<string>
}

/**
 * Weighs what the citizen tells of herself in numbers against the conditions of the guide, by kind and subject. Undefined
 * where nothing is told, the question is about something else, or the guide has no such condition: a verdict on the wrong
 * line is worse than none.
 */
export function weighOwnCase(
  words: string,
  asked: readonly SectionSlug[],
  { passages, answers, today }: ToWeigh,
): OwnCase | undefined {
  const circumstances = latest(readCircumstances(words, today), words)
  if (circumstances.length === 0) return undefined
  const sections = asked.filter(
    (section) => !(section === 'how' && WHAT_NOW.test(words)) && !(section === 'time' && STILL.test(words)),
  )
  const lines = weighLines({ text: words, sections, meant: [], answers }, passages)
  const least = (lines[0]?.odds ?? 0) - FAR
  const weighed = circumstances
    .flatMap((said) => weighConditions(said, words, sections, { passages, lines }))
    .filter(({ condition, odds }) => condition.form !== 'allows' || odds >= least)
  const best = choose(weighed, words)
  if (best === undefined) return undefined
  const fork = forkOf(best, weighed)
  const verdict = fork === undefined ? verdictOf(best) : 'depends'
  const told = verdict === 'applies' || verdict === 'depends'
  return {
    verdict,
    said: best.said.quantity.text,
    words: verdict === 'depends' ? best.condition.sentence : told ? caseWords(best) : conditionWords(best),
    bound: best.condition.quantity,
    passage: best.passage,
    english: told ? englishOf(best.passage, best.unit) : undefined,
    fork,
    spent: new Set(weighed.filter((one) => isForOthers(one) || (told && one === best)).map(({ unit }) => unit.text)),
  }
}

/** 怎么办 asks what becomes of it, not only for the steps; 来得及吗 asks whether, not how long it takes. */
const STILL = /来得及|还[能可行算]|晚不晚|迟不迟|算不算|过没过/u
const WHAT_NOW = /怎么办|咋办|怎么整|怎么弄|会怎|怎么处理/u

/** What is allowed on a line this much less likely than the guide's best one tells of something else: of a check-up, where the bus is asked about. */
const FAR = 5

/** 八十岁、九十岁的各多少 lists cases, and tells none of them as somebody's own. */
const EACH = /各(?:自|是|能|可以|要|领|有|为)*(?:多少|几|什么|啥|怎)|分别|(?:都|是不是)?一样(?:吗|么|不)/u

/** Of two numbers for the same thing the later one counts: it answers, or corrects, the former. */
function latest(told: readonly Circumstance[], words: string): Circumstance[] {
  if (told.length > 1 && EACH.test(words)) return []
  return [...new Map(told.map((one) => [`${one.measure} ${one.traits['sex'] ?? ''}`, one])).values()]
}

/** How much more of the question a line has to hold than one on which her case stands otherwise. */
const MARGIN = 0.08

function choose(weighed: readonly Weighed[], words: string): Weighed | undefined {
  const amount = AMOUNT.test(words)
  const all = weighed.filter((one) => isTelling(one, amount))
  const naming = all.filter(({ unit, passage }) =>
    mattersIn(unit.text, passage.title).some((one) => words.includes(one)),
  )
  const telling = naming.length > 0 ? naming : all
  const [first, ...others] = telling.toSorted(
    (one, other) =>
      weightOf(other, amount) - weightOf(one, amount) ||
      Number(one.standing === 'fits') - Number(other.standing === 'fits'),
  )
  if (first === undefined) return undefined
  const against = weighed.filter((other) => standsOtherwise(first, other, amount))
  if (against.some((other) => other.shared + MARGIN > first.shared)) return undefined
  return clearest(narrowest(first, others), others)
}

/** Who is 82 is in the case of those from 60 and of those from 80: the narrower one is hers. */
function narrowest(first: Weighed, others: readonly Weighed[]): Weighed {
  if (first.condition.form === 'asks' || first.standing !== 'fits') return first
  const within = others.filter(
    ({ said, condition, standing, shared }) =>
      said === first.said &&
      standing === 'fits' &&
      condition.form === first.condition.form &&
      condition.quantity.comparator === first.condition.quantity.comparator &&
      Number(condition.quantity.value) > Number(first.condition.quantity.value) &&
      shared + MARGIN > first.shared,
  )
  return (
    within.toSorted((one, other) => Number(other.condition.quantity.value) - Number(one.condition.quantity.value))[0] ??
    first
  )
}

const AMOUNT = /几|多少|多久|多长|how (?:much|many|long)/u

/** A condition always tells; a case tells who is in it, and who is not only where it allows something. */
function isTelling({ condition, standing, shared }: Weighed, amount: boolean): boolean {
  if (standing === 'open') return false
  if (condition.form !== 'case') return true
  return standing === 'fits' && shared >= LEAST_SHARED && (amount || !states(condition))
}

/** A case that holds less of the question than this tells of something else. */
const LEAST_SHARED = 0.16

function isForOthers({ condition, standing }: Weighed): boolean {
  return condition.form !== 'asks' && (standing === 'below' || standing === 'above')
}

/** A case that is hers tells how much; a condition tells whether. */
function weightOf({ said, condition, passage, odds }: Weighed, amount: boolean): number {
  const isCase = condition.form !== 'asks'
  const tells = amount ? Number(isCase) + Number(isCase && states(condition)) : Number(condition.form !== 'case')
  const unsaid = SPECIAL.filter((trait) => condition.traits[trait] !== undefined && said.traits[trait] === undefined)
  return odds + FORM * tells - (passage.section === 'faq' ? ITEM : 0) - FORM * unsaid.length
}

/** Traits of the few: a line for them is not for somebody who does not say so. */
const SPECIAL = ['origin', 'degree']

/** What the form of a line weighs beside its odds; an item of 常见问题 is chosen too easily by them. */
const FORM = 1.5
const ITEM = 2

/** The sentence states an amount besides the bound. */
function states({ sentence, quantity }: Condition): boolean {
  return readQuantities(sentence).some(({ kind }) => kind !== quantity.kind || quantity.comparator === 'range')
}

function isSameBound(one: Weighed, { condition }: Weighed): boolean {
  const [a, b] = [one.condition.quantity, condition.quantity]
  return a.value === b.value && a.unit === b.unit && a.max === b.max
}

/** Traits that a citizen can be asked for. */
const ASKABLE = ['sex', 'rank', 'home', 'by', 'degree']

/** A trait she has not told, on which it depends how her case stands, or which case is hers. */
function forkOf({ said, condition, standing }: Weighed, weighed: readonly Weighed[]): string | undefined {
  const decides = (trait: string) =>
    weighed.some(
      (other) =>
        other.said === said &&
        other.standing !== 'open' &&
        (other.condition.traits[trait] ?? condition.traits[trait]) !== condition.traits[trait] &&
        (condition.form === 'case'
          ? other.condition.form === 'case'
          : (other.standing === 'fits') !== (standing === 'fits')),
    )
  return ASKABLE.find(
    (trait) => condition.traits[trait] !== undefined && said.traits[trait] === undefined && decides(trait),
  )
}

/** Whether her case stands otherwise on another bound: the conditions of one sentence hold together. */
function standsOtherwise(one: Weighed, other: Weighed, amount: boolean): boolean {
  if (isSameBound(one, other) || one.said !== other.said) return false
  if (one.condition.sentence === other.condition.sentence) return false
  if (!areOfOne(one.condition.traits, other.condition.traits)) return false
  if (one.condition.deadline && one.standing === 'above' && other.standing === 'above') return false
  if (other.condition.form === 'asks') return one.standing !== other.standing
  if (other.standing !== 'fits') return !amount && one.standing === 'fits' && other.condition.form === 'allows'
  return amount ? states(other.condition) : FORBIDS.test(other.condition.sentence)
}

const FORBIDS = /不能|不得|不可以|不再|注销/u

/** Of lines that say the same, a case that is hers says what follows; of deadlines gone by the last. */
function clearest(first: Weighed, others: readonly Weighed[]): Weighed {
  if (first.condition.deadline && first.standing === 'above') {
    const gone = others.filter(({ condition, standing }) => condition.deadline && standing === 'above')
    const last = gone.find((other) => gone.every((one) => compareBounds(other, one) >= 0))
    if (last !== undefined && compareBounds(last, first) > 0) return last
  }
  const same = others.filter((other) => isSameBound(first, other))
  if (first.standing !== 'fits') {
    const hers = same.find(({ condition, standing }) => condition.form !== 'asks' && standing === 'fits')
    if (hers) return hers
  }
  return first
}

/** Which bound is the farther one. */
function compareBounds({ said, condition }: Weighed, other: Weighed): number {
  const farther = compare({ ...said, quantity: { ...condition.quantity, comparator: '=' } }, other.condition)
  return farther === 'above' ? 1 : farther === 'fits' ? 0 : -1
}

function verdictOf({ condition, standing }: Weighed): Verdict {
  if (condition.form !== 'asks' && standing === 'fits') return 'applies'
  if (condition.deadline) return standing === 'above' ? 'late' : 'in-time'
  if (standing === 'fits') return 'meets'
  return standing === 'above' ? 'exceeds' : 'misses'
}

/** What the guide says of her case: its sentence, or the part for it where the sentence tells of several. */
function caseWords({ condition }: Weighed): string {
  const { sentence, text, measure } = condition
  const parts = sentence.split(/(?<=[，,])/u)
  const at = parts.findIndex((part) => part.includes(text))
  const isOther = (part: string) =>
    !part.includes(text) && readConditions(part).some((one) => one.measure === measure && one.form !== 'asks')
  if (at < 0 || !parts.some((part) => isOther(part))) return sentence
  const next = parts.findIndex((part, index) => index > at && isOther(part))
  return parts
    .slice(at, next < 0 ? undefined : next)
    .join('')
    .replace(/[，,]$/u, '')
}

/** The condition as the guide words it; where it tells several traits apart and hers is known, only what is for her. */
function conditionWords({ said, condition }: Weighed): string {
  const known = Object.keys(condition.traits).some((trait) => said.traits[trait] !== undefined && trait !== 'who')
  return known ? condition.near : condition.text
}
