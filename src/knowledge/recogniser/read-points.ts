import type { Guide } from '../../content/guide.ts'
import { englishOfPoint, pointsOf } from '../../content/points.ts'
import { pointName } from '../../language/index.ts'
import type { Passage } from '../passage.ts'
import type { QuestionReader } from '../words/question-terms.ts'
import { spokenTerms, chancesOf, type WeightedTerm } from './term-scores.ts'
import type { TermWeights } from './term-weights.ts'
import type { Example } from './train.ts'

/** Where in its guide a question is answered, by what staff say of questions like it. */
export type PointReading = {
  /** How likely each point (`who#代办`) answers it, 0..1; together with `silent` they make 1. */
  readonly chances: ReadonlyMap<string, number>
  /** How likely the guide is silent on it, 0..1. */
  readonly silent: number
}

/** How likely a passage answers: an item of 常见问题 is one point, another section is all of its points. */
export function chanceOf(
  { chances }: PointReading,
  { section, heading }: Pick<Passage, 'section' | 'heading'>,
): number {
  if (section === 'faq') return chances.get(pointName(section, heading)) ?? 0
  const own = pointName(section, '')
  let sum = 0
  for (const [name, chance] of chances) if (name.startsWith(own)) sum += chance
  return sum
}

/** What a question counts, a heading of 常见问题, what the guide itself says at a point, and a sentence of its English. */
const WEIGHT = { asked: 1, heading: 1, text: 0.3, english: 0.6 }
const SENTENCE_END = /(?<=[.!?])\s+/u
/** What the points that answer a question have of its weight, the best first. */
const SHARES = [1, 0.4, 0.2]

/** What the points of a guide are learnt from: the last class is that it is silent. */
export function pointExamples(guide: Guide, read: QuestionReader): { examples: Example[]; classes: number } {
  const points = pointsOf(guide)
  const places = new Map(points.map(({ name }, at) => [name, at]))
  const silent = points.length
  const example = (text: string, label: number, weight: number): Example => ({
    terms: spokenTerms(read(text)),
    label,
    weight,
  })
  const asked = [...guide.answers].flatMap(([ask, answer]) => {
    const labels = answer.length === 0 ? [silent] : answer.flatMap((name) => places.get(name) ?? [])
    const shares = labels.map((_, at) => SHARES[at] ?? 0)
    const all = shares.reduce((sum, share) => sum + share, 0)
    return labels.map((label, at) => example(ask, label, (WEIGHT.asked * (shares[at] ?? 0)) / all))
  })
  const told = points.flatMap(({ name, text }, label) => {
    const heading = name.startsWith('faq#') ? [example(name.slice('faq#'.length), label, WEIGHT.heading)] : []
    const english = englishOfPoint(guide, name)?.split(SENTENCE_END) ?? []
    return [
      ...heading,
      example(text, label, WEIGHT.text),
      ...english.map((sentence) => example(sentence, label, WEIGHT.english)),
    ]
  })
  return { examples: [...asked, ...told], classes: silent + 1 }
}

/** A reader of where a guide answers a question, over learnt weights. */
export function pointReader(weights: TermWeights, guide: Guide): (terms: readonly WeightedTerm[]) => PointReading {
  const names = pointsOf(guide).map(({ name }) => name)
  return (terms) => {
    const chances = chancesOf(weights, terms)
    return {
      chances: new Map(names.map((name, at) => [name, chances[at] ?? 0])),
      silent: chances[names.length] ?? 0,
    }
  }
}
