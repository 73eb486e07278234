/**
 * Fits the weights of src/knowledge/passage-odds.ts to questions whose failures were read before:
 * `node bench/fit-passages.ts FILE…` (question sets as for bench:guides). A passage is right when its section is one of
 * those the question asks for. Prints the weights, and how often a right passage of the right guide comes first when
 * they are fitted on one half and measured on the other.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import { createLibrary } from '../src/knowledge/index.ts'
import { passageFeatures } from '../src/knowledge/passage-odds.ts'
import { inHalves, printFit, type ChoiceSample } from './fit-choice.ts'
import { readQuestions } from './guide-questions.ts'

const NAMES = ['fused', 'fit', 'heard', 'learnt', 'related', 'faq', 'faq.fit', 'faq.fused', 'basis']
/** More than any guide has. */
const ALL = 200

const { content } = readStaffContent(join(import.meta.dirname, '..'))
const dataDir = mkdtempSync(join(tmpdir(), 'bianban-fit-'))
const library = createLibrary({ content, dataDir, log: () => undefined })
await library.ready
const samples: ChoiceSample[] = []
for (const { text, guides, sections } of process.argv.slice(2).flatMap(readQuestions)) {
  const [guide] = guides
  if (guide === undefined || sections.length === 0) continue
  const { passages } = await library.search(text, { guide, limit: ALL })
  samples.push({
    features: passages.map(({ section, fit, parts }) => passageFeatures({ section, fit, ...parts })),
    right: passages.map(({ section }) => sections.includes(section)),
  })
}
await library[Symbol.asyncDispose]()
rmSync(dataDir, { recursive: true, force: true })
printFit(NAMES, inHalves(samples), { none: false })
