/**
 * Fits the weights of src/model/embedded/line-odds.ts and is-held.ts to the answers suite that was read:
 * `node bench/fit-lines.ts`. A line is right when it states a critical fact of the sample in a section that may be cited.
 * Prints the weights, how often a right line is among the first when each set is left out in turn, and how the judgement
 * whether a point is held tells questions that their guide answers among its first lines from those on which it is silent.
 */
import { matchFact, readSuites } from '../src/evaluation/index.ts'
import { heldFeatures, HELD_FEATURES } from '../src/model/embedded/is-held.ts'
import { lineFeatures, LINE_FEATURES } from '../src/model/embedded/line-odds.ts'
import { plainWords } from '../src/model/embedded/plain-words.ts'
import { readSegments } from '../src/model/embedded/segments.ts'
import { weighLines, type Asking, type WeighedLine } from '../src/model/embedded/weigh-lines.ts'
import { dot, fitChoice, type ChoiceSample } from './fit-choice.ts'
import { openOwnLibrary, ROOT } from './own-library.ts'
import { readGuide } from './read-guide.ts'

/** Sets that stay unread. */
const HELD_OUT = /^fresh-j/

type Question = ChoiceSample & {
  readonly set: string
  readonly asking: Asking
  readonly lines: readonly WeighedLine[]
  readonly isHeld: boolean
}

/** The samples that were not written as a fresh set. */
const OLDEST = 'others'

/** Wordings of one sample beyond these say the same again. */
const WORDINGS = 2
/** A point that its guide does not hold counts so often among the others, for there are few of them. */
const NOT_HELD = 3
/** A point is held when a right line is among so many. */
const SHOWN = 3

await using own = await openOwnLibrary()
const { content, library } = own
const questions: Question[] = []
const rights = new Map<string, boolean>()
for (const { id, ask, facts, guide, outcome, cite } of readSuites(ROOT, content).answers) {
  const critical = facts.filter((fact) => fact.critical)
  const endings = [outcome].flat()
  const isHeld = endings.length === 1 && endings[0] === 'answer' && critical.length > 0
  const isUnheld = endings.includes('partial') && !endings.includes('answer')
  if (!(isHeld || isUnheld) || HELD_OUT.test(id)) continue
  const allowed = new Set([...critical.map(({ source }) => source), ...(cite?.allow ?? [])])
  for (const question of ask.slice(0, WORDINGS)) {
    const [segment, another] = readSegments(plainWords(question))
    const asking = segment?.clauses.filter(({ asks }) => asks) ?? []
    if (segment === undefined || another !== undefined || asking.length > 1) continue
    const { passages, meant, answers } = await readGuide(library, guide, question)
    const title = content.guides.get(guide)?.title ?? ''
    const [only] = asking
    const sought: Asking = {
      text: segment.text,
      sections: only === undefined || only.open ? [] : only.sections,
      meant: meant.filter((word) => !title.includes(word)),
      answers,
    }
    const lines = weighLines(sought, passages)
    const isRight = ({ passage, unit }: WeighedLine): boolean => {
      const source = `${guide}#${passage.section}`
      const text = passage.section === 'faq' ? passage.text : unit.text
      const key = `${id} ${source} ${text}`
      const known = rights.get(key)
      if (known !== undefined) return known
      const right = allowed.has(source) && critical.some((fact) => matchFact(text, fact).verdict === 'holds')
      rights.set(key, right)
      return right
    }
    const features = lines.map(({ evidence }) => lineFeatures(evidence))
    const right = lines.map((line) => isHeld && isRight(line))
    const set = /^fresh-./.exec(id)?.[0] ?? OLDEST
    questions.push({ set, asking: sought, lines, features, right, isHeld })
  }
}

const sets = [...new Set(questions.map(({ set }) => set))].toSorted()
printWeights(LINE_FEATURES, fitLines(questions))
printWeights(HELD_FEATURES, fitHeld(questions))
console.log('left out in turn: right among the first 1, 2, 3 and 5')
for (const set of sets) {
  const weights = fitLines(questions.filter((question) => question.set !== set))
  const ranks = ranksOf(
    questions.filter((question) => question.set === set),
    weights,
  )
  const shares = [1, 2, 3, 5].map((first) => share(ranks, (rank) => rank < first))
  console.log(`${set.padEnd(10)} ${String(ranks.length).padStart(4)} ${shares.join(' ')}`)
}
const judged = sets
  .filter((set) => set !== OLDEST)
  .flatMap((set) => {
    const weights = fitHeld(questions.filter((question) => question.set !== set))
    return questions
      .filter((question) => question.set === set)
      .map((question) => ({ ...question, chance: chanceOf(question, weights) }))
  })
console.log(
  'left out in turn: taken as held, of those held among the first lines and of those on which the guide is silent',
)
for (const cut of [0.4, 0.5, 0.55, 0.6, 0.7]) {
  const [held, silent] = [judged.filter(isShown), judged.filter(({ isHeld }) => !isHeld)]
  const shares = [held, silent].map((those) => share(those, ({ chance }) => chance >= cut))
  console.log(`from ${cut}: ${shares.join(' ')} of ${held.length} and ${silent.length}`)
}

function fitLines(from: readonly Question[]): number[] {
  return fitChoice(from, { none: false })
}

/** A choice between the line that leads and none. */
function fitHeld(from: readonly Question[]): number[] {
  const leads = from.flatMap((question) => {
    const lead = { features: [featuresOf(question)], right: [isShown(question)] }
    return question.isHeld ? [lead] : Array.from({ length: NOT_HELD }, () => lead)
  })
  return fitChoice(leads, { none: true })
}

function featuresOf({ asking, lines }: Question): readonly number[] {
  const [lead] = lines
  return lead === undefined ? [] : heldFeatures(asking, lead, lines)
}

function isShown({ isHeld, right }: Question): boolean {
  return isHeld && right.slice(0, SHOWN).includes(true)
}

function chanceOf(question: Question, weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(featuresOf(question), weights)))
}

/** How early the first right line stands, for every question that has one. */
function ranksOf(from: readonly Question[], weights: readonly number[]): number[] {
  return from
    .filter(({ right }) => right.includes(true))
    .map(({ features, right }) => {
      const odds = features.map((values) => dot(values, weights))
      const order = [...odds.keys()].toSorted((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
      return order.findIndex((at) => right[at] === true)
    })
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): string {
  return (all.filter(holds).length / all.length).toFixed(3)
}

function printWeights(names: readonly string[], weights: readonly number[]): void {
  for (const [at, name] of names.entries()) console.log(`${name.padEnd(20)} ${weights[at]?.toFixed(2)}`)
}
