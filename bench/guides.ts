/**
 * Measures the library on questions about our own guides: `npm run bench:guides -- --set FILE [--failures] [--json]`.
 * FILE holds one JSON object a line: `{id, text, guide: id | null, section?, stated?}`, or lists `guides` and `sections` of
 * which any is right. Prints how often the right guide and the right section come first; how often the first section is one
 * that states what was asked (`stated`, by a reader of the guide; questions on which it is silent are left out); how many
 * questions that no guide answers are recognised as such, and how many answerable ones are wrongly taken for such, each with
 * its 95 % Wilson interval. `--failures` lists what went wrong: after it was read, the set is no longer unseen.
 */
import { parseArgs } from 'node:util'
import { readQuestionTypes } from '../src/language/index.ts'
import { readQuestions } from './guide-questions.ts'
import { openOwnLibrary } from './own-library.ts'
import { share, type Share } from './share.ts'

const { values } = parseArgs({
  options: { set: { type: 'string' }, failures: { type: 'boolean' }, json: { type: 'boolean' } },
})
if (values.set === undefined) throw new Error('name the questions: --set FILE')
const questions = readQuestions(values.set)

await using own = await openOwnLibrary()
const { content, library } = own

const results = []
for (const question of questions) {
  const found = await library.search(question.text)
  const first = found.passages[0]
  results.push({
    question,
    claimed: found.confidence >= content.dials.minConfidence,
    confidence: found.confidence,
    guide: found.guides[0]?.id,
    section: first !== undefined && question.guides.includes(first.guide) ? first.section : undefined,
    // An item of 常见问题 answers for the sections its question asks about.
    answersFor: first?.section === 'faq' ? readQuestionTypes(first.heading).map((type) => type.section) : [],
  })
}

const inside = results.filter(({ question }) => question.guides.length > 0)
const outside = results.filter(({ question }) => question.guides.length === 0)
const figures: Record<string, Share> = {
  'right guide first': share(inside, ({ question, guide }) => guide !== undefined && question.guides.includes(guide)),
  'right section first': share(
    inside.filter(({ question }) => question.sections.length > 0),
    ({ question, section }) => section !== undefined && question.sections.includes(section),
  ),
  '… or 常见问题 about it': share(
    inside.filter(({ question }) => question.sections.length > 0),
    ({ question, section, answersFor }) =>
      section !== undefined &&
      (question.sections.includes(section) ||
        (section === 'faq' && answersFor.some((answered) => question.sections.includes(answered)))),
  ),
  'section states it': share(
    inside.filter(({ question }) => (question.stated?.length ?? 0) > 0),
    ({ question, section }) => section !== undefined && question.stated?.includes(section) === true,
  ),
  'outside recognised': share(outside, ({ claimed }) => !claimed),
  'answerable refused': share(inside, ({ claimed }) => !claimed),
}
if (values.json === true) console.log(JSON.stringify(figures, undefined, 2))
else for (const [name, { text }] of Object.entries(figures)) console.log(`${name.padEnd(20)} ${text}`)

if (values.failures === true) {
  for (const { question, guide, section, claimed, confidence } of results) {
    const { id, text, guides, sections } = question
    const found = guide !== undefined && guides.includes(guide) && section !== undefined && sections.includes(section)
    if (guides.length === 0 ? !claimed : claimed && found) continue
    const wanted = guides.length === 0 ? '(none)' : `${guides.join('|')}#${sections.join('|')}`
    console.log(`${id}\t${text}\t${wanted} ≠ ${guide ?? '-'}#${section ?? '-'}\t${confidence.toFixed(2)}`)
  }
}
