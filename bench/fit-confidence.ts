/**
 * Fits the curve of src/knowledge/confidence.ts to questions whose failures were read before:
 * `node bench/fit-confidence.ts FILE…` (question sets as for bench:guides). Prints the weights fitted on all questions,
 * and how often the right guide comes first when they are fitted on one half and measured on the other.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import { createLibrary } from '../src/knowledge/index.ts'
import { inHalves, printFit, type ChoiceSample } from './fit-choice.ts'
import { readQuestions } from './guide-questions.ts'

const PARTS = ['name', 'text', 'ask', 'passage', 'learnt'] as const
const { content } = readStaffContent(join(import.meta.dirname, '..'))
const dataDir = mkdtempSync(join(tmpdir(), 'bianban-fit-'))
const library = createLibrary({ content, dataDir, log: () => undefined })
await library.ready
const samples: ChoiceSample[] = []
for (const question of process.argv.slice(2).flatMap(readQuestions)) {
  const { guides } = await library.search(question.text)
  const own = guides.map(({ evidence }) => PARTS.map((part) => evidence[part] ?? 0))
  const most = PARTS.map((_, at) => Math.max(-1, ...own.map((values) => values[at] ?? 0)))
  samples.push({
    features: own.map((values) => [1, ...values, ...values.map((value, at) => value - (most[at] ?? 0))]),
    right: guides.map(({ id }) => question.guides.includes(id)),
  })
}
await library[Symbol.asyncDispose]()
rmSync(dataDir, { recursive: true, force: true })

const names = ['bias', ...PARTS.map((part) => `own.${part}`), ...PARTS.map((part) => `behind.${part}`)]
printFit(names, inHalves(samples), { none: true })
