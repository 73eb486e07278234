/**
 * Fits the weights of src/model/embedded/line-odds.ts and is-held.ts to the answers suite that was read:
 * `node bench/fit-lines.ts`. A line is right when it states a critical fact of the sample in a section that may be cited.
 * Prints the weights, how often a right line is among the first when they are fitted on one half of the guides and measured
 * on the other, and how the judgement whether a point is held tells right lines from what is left when they are taken out.
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
const HELD_OUT = /^fresh-d/

type Question = ChoiceSample & { readonly asking: Asking; readonly lines: readonly WeighedLine[] }

await using own = await openOwnLibrary()
const { content, library } = own
const halves: [Question[], Question[]] = [[], []]
const guides = [...content.guides.keys()].toSorted()
const rights = new Map<string, boolean>()
for (const { id, ask, facts, guide, outcome, cite } of readSuites(ROOT, content).answers) {
  const critical = facts.filter((fact) => fact.critical)
  if (outcome !== 'answer' || critical.length === 0 || HELD_OUT.test(id)) continue
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
    halves[guides.indexOf(guide) % 2 === 0 ? 0 : 1].push({
      asking: sought,
      lines,
      features: lines.map(({ evidence }) => lineFeatures(evidence)),
      right: lines.map(isRight),
    })
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
printWeights(HELD_FEATURES, fitChoice([...heldOne, ...heldOther], { none: true }))
const [byOne, byOther] = [fitChoice(heldOne, { none: true }), fitChoice(heldOther, { none: true })]
const chances = [...heldOne.map((lead) => chanceOf(lead, byOther)), ...heldOther.map((lead) => chanceOf(lead, byOne))]
for (const cut of [0.2, 0.3, 0.4, 0.5]) {
  const share = (yes: boolean): string => {
    const among = chances.filter((lead) => lead.yes === yes)
    return (among.filter(({ chance }) => chance >= cut).length / among.length).toFixed(3)
  }
  console.log(`held from ${cut}, held out: ${share(true)} of right lines, ${share(false)} of others`)
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
