/**
 * Fits the weights of src/knowledge/ranking/passage-odds.ts to questions whose failures were read before:
 * `node bench/fit-passages.ts FILE…` (question sets as for bench:guides). A passage is right when its section states the
 * answer, by a reader of the guide; where none said, when its section is one that the writer of the question named. Prints the weights, and how often a right passage of the right guide comes first when
 * they are fitted on one half and measured on the other.
 */
import { passageFeatures } from '../src/knowledge/ranking/passage-odds.ts'
import { inHalves, printFit, type ChoiceSample } from './fit-choice.ts'
import { readQuestions } from './guide-questions.ts'
import { openOwnLibrary } from './own-library.ts'

const NAMES = [
  'fused',
  'fit',
  'heard',
  'learnt',
  'related',
  'faq',
  'faq.fit',
  'faq.fused',
  'basis',
  'point',
  'faq.point',
]
/** What a reader who had the guide says counts as much as so many guesses of writers who had not. */
const READ = 10
/** More than any guide has. */
const ALL = 200

await using own = await openOwnLibrary()
const { library } = own
const samples: ChoiceSample[] = []
for (const { text, guides, sections, stated } of process.argv.slice(2).flatMap(readQuestions)) {
  const [guide] = guides
  const right = stated ?? sections
  if (guide === undefined || right.length === 0) continue
  const { passages } = await library.search(text, { guide, limit: ALL })
  const sample = {
    features: passages.map(({ section, fit, parts }) => passageFeatures({ section, fit, ...parts })),
    right: passages.map(({ section }) => right.includes(section)),
  }
  samples.push(...Array.from({ length: stated === undefined ? 1 : READ }, () => sample))
}
printFit(NAMES, inHalves(samples), { none: false })
