/**
 * Fits the weights of src/model/embedded/line-odds.ts to the answers suite: `node bench/fit-lines.ts`. A line is right
 * when it states a critical fact of the sample and stands in the fact's section. Prints the weights, and how often a
 * right line comes first when they are fitted on one half of the samples and measured on the other.
 */
import { matchFact, readSuites } from '../src/evaluation/index.ts'
import { lineFeatures } from '../src/model/embedded/line-odds.ts'
import { weighLines } from '../src/model/embedded/nearest-line.ts'
import { inHalves, printFit, type ChoiceSample } from './fit-choice.ts'
import { openOwnLibrary, ROOT } from './own-library.ts'

const NAMES = ['shared', 'behind', 'typed', 'decides', 'limit', 'faq', 'label', 'first', 'length']
/** More than any guide has. */
const ALL = 200

await using own = await openOwnLibrary()
const { content, library } = own
const samples: ChoiceSample[][] = []
for (const { ask, facts, guide, outcome } of readSuites(ROOT, content).answers) {
  const critical = facts.filter((fact) => fact.critical)
  if (outcome !== 'answer' || critical.length === 0) continue
  const own: ChoiceSample[] = []
  for (const question of ask) {
    const found = await library.search(question, { guide, limit: ALL })
    const title = content.guides.get(guide)?.title ?? ''
    const meant = found.meant.filter((word) => !title.includes(word))
    // The engine names passages by tokens of a conversation; here their ids do.
    const passages = found.passages.map((passage) => ({
      token: passage.id,
      guide: passage.guide,
      title: passage.guideTitle,
      section: passage.section,
      heading: passage.heading,
      text: passage.text,
      score: passage.score,
      fit: passage.fit,
    }))
    const lines = weighLines(question, meant, passages)
    own.push({
      features: lines.map(({ evidence }) => lineFeatures(evidence)),
      right: lines.map(({ passage, unit }) => {
        const text = passage.section === 'faq' ? passage.text : unit.text
        const source = `${guide}#${passage.section}`
        return critical.some((fact) => fact.source === source && matchFact(text, fact).verdict === 'holds')
      }),
    })
  }
  samples.push(own)
}
// All ways of asking one thing stand in the same half.
const [one, other] = inHalves(samples)
printFit(NAMES, [one.flat(), other.flat()], { none: false })
