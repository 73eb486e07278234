/**
 * Fits the weights of src/model/embedded/line-odds.ts and is-held.ts to the answers suite that was read:
 * `node bench/fit-lines.ts`. A line is right when it states a critical fact of the sample in a section that may be cited.
 * Prints the weights, how often a right line is among the first when they are fitted on one half of the guides and measured
 * on the other, and how the judgement whether a point is held tells right lines from what is left when they are taken out,
 * and from what leads where the guide does not hold the point at all.
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
const HELD_OUT = /^fresh-g/

type Question = ChoiceSample & { readonly asking: Asking; readonly lines: readonly WeighedLine[] }

/** A point that no guide holds counts so often among the others: there are few of them, and they are the real ones. */
const NOT_HELD = 3

await using own = await openOwnLibrary()
const { content, library } = own
const halves: [Question[], Question[]] = [[], []]
const guides = [...content.guides.keys()].toSorted()
const unheld: [Question[], Question[]] = [[], []]
const rights = new Map<string, boolean>()
for (const { id, ask, facts, guide, outcome, cite } of readSuites(ROOT, content).answers) {
  const critical = facts.filter((fact) => fact.critical)
  const endings = [outcome].flat()
  const isHeld = endings.length === 1 && endings[0] === 'answer' && critical.length > 0
  const isUnheld = endings.includes('partial') && !endings.includes('answer')
  if (!(isHeld || isUnheld) || HELD_OUT.test(id)) continue
  const allowed = new Set([...critical.map(({ source }) => source), ...(cite?.allow ?? [])])
  for (const question of ask) {
    const [segment, another] = readSegments(plainWords(question))
    const asking = segment?.clauses.filter(({ asks }) => asks) ?? []
    if (segment === undefined || another !== undefined || asking.length > 1) continue
    const { passages, meant } = await readGuide(library, guide, question)
    const title = content.guides.get(guide)?.title ?? ''
    const [only] = asking
    const sought: Asking = {
      text: segment.text,
      sections: only === undefined || only.open ? [] : only.sections,
      meant: meant.filter((word) => !title.includes(word)),
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
    const read: Question = { asking: sought, lines, features, right: lines.map((line) => isHeld && isRight(line)) }
    ;(isHeld ? halves : unheld)[guides.indexOf(guide) % 2 === 0 ? 0 : 1].push(read)
  }
}

const [one, other] = halves
const [ofOne, ofOther] = [fitChoice(one, { none: false }), fitChoice(other, { none: false })]
printWeights(LINE_FEATURES, fitChoice([...one, ...other], { none: false }))
for (const first of [1, 2, 3, 5]) {
  const ranks = [...ranksOf(one, ofOther), ...ranksOf(other, ofOne)]
  console.log(
    `right among the first ${first}, held out: ${ranks.filter((rank) => rank < first).length}/${ranks.length}`,
  )
}

const [heldOne, heldOther] = [leadsOf(one, ofOther), leadsOf(other, ofOne)]
const [realOne, realOther] = [leadsOfUnheld(unheld[0], ofOther), leadsOfUnheld(unheld[1], ofOne)]
const [fitOne, fitOther] = [
  [...heldOne, ...often(realOne)],
  [...heldOther, ...often(realOther)],
]
printWeights(HELD_FEATURES, fitChoice([...fitOne, ...fitOther], { none: true }))
const [byOne, byOther] = [fitChoice(fitOne, { none: true }), fitChoice(fitOther, { none: true })]
const real = [...realOne.map((lead) => chanceOf(lead, byOther)), ...realOther.map((lead) => chanceOf(lead, byOne))]
const chances = [...heldOne.map((lead) => chanceOf(lead, byOther)), ...heldOther.map((lead) => chanceOf(lead, byOne))]
for (const cut of [0.1, 0.15, 0.2, 0.25, 0.3, 0.4]) {
  const share = (yes: boolean): string => {
    const among = chances.filter((lead) => lead.yes === yes)
    return (among.filter(({ chance }) => chance >= cut).length / among.length).toFixed(3)
  }
  const unwritten = real.filter(({ chance }) => chance >= cut).length
  console.log(
    `held from ${cut}, held out: ${share(true)} of right lines, ${share(false)} of others, ${unwritten}/${real.length} where nothing is written`,
  )
}

function often(leads: readonly ChoiceSample[]): ChoiceSample[] {
  return Array.from({ length: NOT_HELD }, () => leads).flat()
}

/** What leads where the guide does not hold the point. */
function leadsOfUnheld(questions: readonly Question[], weights: readonly number[]): ChoiceSample[] {
  return questions.flatMap((question) => {
    const at = ranked(question, weights)[0]
    const leading = at === undefined ? undefined : question.lines[at]
    if (leading === undefined) return []
    return [{ features: [heldFeatures(question.asking, leading, question.lines)], right: [false] }]
  })
}

function printWeights(names: readonly string[], weights: readonly number[]): void {
  for (const [at, name] of names.entries()) console.log(`${name.padEnd(20)} ${weights[at]?.toFixed(2)}`)
}

/** Lines by their odds, the likeliest first. */
function ranked({ features }: ChoiceSample, weights: readonly number[]): number[] {
  const odds = features.map((values) => dot(values, weights))
  return [...odds.keys()].toSorted((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0))
}

/** How early the first right line stands, for every question that has one. */
function ranksOf(questions: readonly Question[], weights: readonly number[]): number[] {
  return questions
    .filter(({ right }) => right.includes(true))
    .map((question) => ranked(question, weights).findIndex((at) => question.right[at] === true))
}

/** The line that leads, and the one that would without the right ones: each a choice between it and none. */
function leadsOf(questions: readonly Question[], weights: readonly number[]): ChoiceSample[] {
  return questions
    .filter(({ right }) => right.includes(true))
    .flatMap((question) => {
      const { asking, lines, right } = question
      const order = ranked(question, weights)
      const lead = order[0]
      const without = order.find((at) => right[at] !== true)
      const rest = lines.filter((_, at) => right[at] !== true)
      const leading = lead === undefined ? undefined : lines[lead]
      const instead = without === undefined ? undefined : lines[without]
      return [
        ...(leading && lead !== undefined
          ? [{ features: [heldFeatures(asking, leading, lines)], right: [right[lead] === true] }]
          : []),
        ...(instead ? [{ features: [heldFeatures(asking, instead, rest)], right: [false] }] : []),
      ]
    })
}

function chanceOf({ features, right }: ChoiceSample, weights: readonly number[]): { yes: boolean; chance: number } {
  return { yes: right.includes(true), chance: 1 / (1 + Math.exp(-dot(features[0] ?? [], weights))) }
}
