import { asks } from '../asking.ts'
import type { ElementContext, ElementOption, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { rarityOf } from './answer-grams.ts'
import { SUPPOSED } from './doubt.ts'
import { openOdds } from './open-answer.ts'
import { OTHER_PLACES } from './other-places.ts'

/** One side of a question: an option, or `true` and `false`, with all words by which its form knows it. */
export type Side = { readonly id: string; readonly words: readonly string[] }

/** The least probability with which yes, no or an option is taken: below it the question is asked again with its choices. */
const SURE = 0.75
/** By how much another side has to be likelier, in log-odds, for a reading to be asked again. */
const FAR = 2
/** The least log-odds with which an answer that sounds open is taken at a rule's word. */
const LIKELY = 0
/** 有店面，几平不清楚: a detail that is not asked for, and that she need not know. */
const DETAIL =
  /[，,][^，,。；;]*(?:几|多少|哪|具体)[^，,。；;]*不(?:太|大)?(?:清楚|知道|晓得|确定|记得)[了啊呀的]*[。.]?\s*$/u
/** A plain answer needs no second opinion. */
const SHORT = 6
/** A long answer tells a story, and a short one is read by rule. */
const LONGEST = 40
/** A telephone number or the like answers another question. */
const NUMBER = /\d{5}/
/** 同意 shares a character with many an option. */
const FEWEST = 3
/** 几平不清楚, 不止, 不过: nothing of what was asked is denied. */
const NO_DENIAL = /不(?:太)?(?:清楚|知道|晓得|确定|记得|止|过|错|仅|但|久)/gu

type Evidence = {
  readonly yesNo: boolean
  /** +1 for yes, -1 for no, 0 for an option. */
  readonly sign: number
  readonly covered: number
  readonly coveredMore: number
  readonly best: number
  readonly bestMore: number
  readonly likelier: number
  readonly denies: boolean
  readonly length: number
  readonly open: number
}

type Weighed = readonly [name: string, weight: number, value: (evidence: Evidence) => number]

/** Fitted on the answers of evals/slots that were read: bench/fit-answers.ts, docs/decisions/0027. */
const WEIGHED: readonly Weighed[] = [
  ['any', 0.7, () => 1],
  ['yes-no', -0.34, ({ yesNo }) => Number(yesNo)],
  ['covered', 1.59, ({ covered }) => covered],
  ['covered more', 1.89, ({ coveredMore }) => coveredMore],
  ['best', 1.61, ({ best }) => best],
  ['best more', 1.54, ({ bestMore }) => bestMore],
  ['likelier', 0.9, ({ likelier }) => likelier],
  ['denies', -1.11, ({ sign, denies }) => sign * Number(denies)],
  ['length', 0.12, ({ length }) => length],
  ['open', -0.36, ({ open }) => open],
]

export const ANSWER_FEATURES = WEIGHED.map(([name]) => name)

/** What the whole answer means whose words no rule knows, by what it shares with the words of each side; nothing unless surely one. */
export function readLearnt(text: string, folded: string, sides: readonly Side[]): Reading[] {
  const value = learntAnswer(folded, sides)
  return value === undefined ? [] : [{ value, text, start: 0, end: text.length, confidence: 0.7 }]
}

function learntAnswer(folded: string, sides: readonly Side[]): string | undefined {
  if (!mayBeLearnt(folded) || sides.length < 2 || !areWorded(sides)) return undefined
  const shares = sharesOf(folded, sides)
  // Else one with more words is likelier by chance.
  if (shares.every(({ covered }) => covered === 0)) return undefined
  const odds = oddsOf(folded, sides, shares)
  const most = Math.max(...odds)
  const all = odds.reduce((sum, each) => sum + Math.exp(each), 1)
  const likeliest = sides[odds.indexOf(most)]?.id
  // 法院从来没动过 denies what the words of yes affirm: which of the two is meant only a rule can tell.
  if (likeliest === 'true' && denies(folded)) return undefined
  return Math.exp(most) / all >= SURE ? likeliest : undefined
}

/**
 * Whether a longer answer has far more in common with another side than with the one that a rule reads in it, or sounds as if it
 * left the question open and has little in common with that side.
 */
export function speaksAgainst(folded: string, sides: readonly Side[], read: string): boolean {
  // 证还没发下来 sounds like what is put off, and denies.
  const open = read !== 'false' && opennessOf(folded) > 0
  if ((folded.length <= SHORT && !open) || !/\p{Script=Han}{2}/u.test(folded) || !areWorded(sides)) return false
  const odds = oddsOf(folded, sides)
  const own = odds[sides.findIndex(({ id }) => id === read)]
  return own !== undefined && (Math.max(...odds) - own > FAR || (open && own < LIKELY))
}

/** Whether there is something to compare an answer with on every side. */
function areWorded(sides: readonly Side[]): boolean {
  return sides.every(({ words }) => words.length > 0)
}

/** The side that an answer is likelier to mean than any other. */
export function leaning(folded: string, sides: readonly Side[]): string | undefined {
  const odds = oddsOf(folded, sides)
  return sides[odds.indexOf(Math.max(...odds))]?.id
}

function oddsOf(folded: string, sides: readonly Side[], shares = sharesOf(folded, sides)): number[] {
  return answerFeatures(folded, sides, { shares }).map((values) =>
    WEIGHED.reduce((sum, [, weight], at) => sum + weight * (values[at] ?? 0), 0),
  )
}

const ONLY_PLACE = new RegExp(`^(?:我|他|她)?(?:是|从)?(?:${OTHER_PLACES})[省市]?(?:[的人]|来的)*[。.]?$`, 'u')

/** Whether an answer states something other than a place, in so few words that they are all about the question. */
export function mayBeLearnt(folded: string): boolean {
  return (
    folded.length >= FEWEST &&
    folded.length <= LONGEST &&
    /\p{Script=Han}{2}/u.test(folded) &&
    !ONLY_PLACE.test(folded) &&
    !asks(folded) &&
    !NUMBER.test(folded) &&
    opennessOf(folded) < 0 &&
    !SUPPOSED.test(folded)
  )
}

/** Log-odds that an answer leaves open whether or which. */
function opennessOf(folded: string): number {
  return openOdds(folded.replace(DETAIL, ''))
}

function denies(folded: string): boolean {
  return /[没不未无别免]/.test(folded.replaceAll(NO_DENIAL, ''))
}

/** What an answer shares with each side of a question, as the numbers that are weighed. */
export function answerFeatures(
  folded: string,
  sides: readonly Side[],
  { shares = sharesOf(folded, sides), open = opennessOf(folded) }: Partial<Heard> = {},
): number[][] {
  const denied = denies(folded)
  return shares.map(({ covered, best, likely }, at) => {
    const others = shares.filter((_, k) => k !== at)
    const { id } = sides[at] ?? {}
    const sign = id === 'true' ? 1 : id === 'false' ? -1 : 0
    const evidence: Evidence = {
      yesNo: sign !== 0,
      sign,
      covered,
      coveredMore: covered - Math.max(...others.map((other) => other.covered)),
      best,
      bestMore: best - Math.max(...others.map((other) => other.best)),
      likelier: (likely - Math.max(...others.map((other) => other.likely))) / 3,
      denies: denied,
      length: Math.min(folded.length, LONGEST) / 20,
      open,
    }
    return WEIGHED.map(([, , value]) => value(evidence))
  })
}

/** What is known of an answer before its features: what it shares with each side, and the log-odds that it leaves the question open. */
type Heard = { readonly shares: readonly Share[]; readonly open: number }

type Share = { readonly covered: number; readonly best: number; readonly likely: number }

function sharesOf(folded: string, sides: readonly Side[]): readonly Share[] {
  const said = new Set(gramsOf(folded.toLowerCase()))
  return sides.map((side) => shareOf(said, side))
}

/**
 * How much of what was said the side's words hold, how much of one of its phrases was said, and how likely its words are to
 * be those that were said.
 */
function shareOf(said: ReadonlySet<string>, { words }: Side): Share {
  const phrases = words.map((phrase) => [...new Set(gramsOf(foldCharacters(phrase).toLowerCase()))])
  const counts = new Map<string, number>()
  for (const gram of phrases.flat()) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const grams = [...said]
  const all = weightOf(grams)
  const covered = all === 0 ? 0 : weightOf(grams.filter((gram) => counts.has(gram))) / all
  const best = Math.max(
    0,
    ...phrases.map((phrase) => {
      const whole = weightOf(phrase)
      return whole === 0 ? 0 : weightOf(phrase.filter((gram) => said.has(gram))) / whole
    }),
  )
  const likely = grams.reduce((sum, gram) => sum + Math.log(((counts.get(gram) ?? 0) + 0.2) / (words.length + 1)), 0)
  return { covered, best, likely: likely / Math.sqrt(Math.max(1, grams.length)) }
}

function weightOf(grams: readonly string[]): number {
  return grams.reduce((sum, gram) => sum + rarityOf(gram), 0)
}

/** Kin by what they are to her: 老公 and 配偶 are one. */
const KIN: readonly (readonly [name: string, words: RegExp])[] = [
  ['#spouse', /老公|老婆|丈夫|妻子|爱人|太太|媳妇|老伴|配偶|夫妻|对象/],
  ['#child', /儿子|女儿|闺女|孩子|小孩|宝宝|子女|[我他她]娃/],
  ['#parent', /[我他她]?[爸妈爹娘]|父|母(?!乳)/],
  ['#elder', /爷爷|奶奶|外公|外婆|姥[爷姥]|阿公|阿嬷|祖父母|祖辈/],
]

/** Characters and pairs of neighbouring ones, and the kin that are named. */
export function gramsOf(text: string): string[] {
  return [...KIN.flatMap(([name, words]) => (words.test(text) ? [name] : [])), ...pairsIn(text)]
}

function pairsIn(text: string): string[] {
  return (text.match(/[\p{Script=Han}a-z\d]+/gu) ?? []).flatMap((run) => {
    const characters = Array.from(run)
    return characters.flatMap((character, at) => {
      const next = characters[at + 1]
      return next === undefined ? [character] : [character, character + next]
    })
  })
}

/** The sides of a choice. */
export function sidesOfChoice(options: readonly ElementOption[], { answers = {} }: ElementContext): Side[] {
  return options.map(({ id, label, aliases }) => ({ id, words: [label, ...aliases, ...(answers[id] ?? [])] }))
}

/** The sides of a yes-no question. */
export function sidesOfYesNo({ yes = [], no = [], answers = {} }: ElementContext): Side[] {
  return [
    { id: 'true', words: [...yes, ...(answers['yes'] ?? [])] },
    { id: 'false', words: [...no, ...(answers['no'] ?? [])] },
  ]
}
