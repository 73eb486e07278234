/**
 * Fits the curve from evidence to confidence: the guides' own asks, each held out of the index it is asked of, against
 * sentences no guide answers (off-topic.txt). Prints coefficients for src/knowledge/confidence.ts and how well they part
 * the two. Usage: node bench/calibrate-confidence.ts [--folds n]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readStaffContent } from '../src/content/index.ts'
import { CURVE, logOddsOf, type ConfidenceCurve } from '../src/knowledge/confidence.ts'
import { createEdition, type LibraryContent } from '../src/knowledge/edition.ts'
import { fuse } from '../src/knowledge/fuse.ts'
import { weighGuides, type GuideEvidence } from '../src/knowledge/guide-evidence.ts'

type Sample = {
  readonly question: string
  readonly expected: string | undefined
  /** Evidence of every guide, in the order of `ids`. */
  readonly evidence: readonly GuideEvidence[]
}

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { folds: { type: 'string', default: '5' } } })
const folds = Number(values.folds)
const { content } = readStaffContent(root)
const offTopic = readFileSync(join(import.meta.dirname, 'off-topic.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

const ids = [...content.guides.keys()]
const samples: Sample[] = []
for (let fold = 0; fold < folds; fold++) {
  const without = withoutFold(content, fold)
  const edition = createEdition(without)
  const ask = (question: string, expected: string | undefined): void => {
    const asked = edition.read(question)
    const { slots, fused } = fuse(edition.passageIndex.search(asked), undefined)
    const evidence = weighGuides(edition, asked, slots, fused)
    samples.push({ question, expected, evidence })
  }
  for (const guide of content.guides.values()) {
    guide.asks.forEach((question, at) => (at % folds === fold ? ask(question, guide.id) : undefined))
  }
  offTopic.forEach((question, at) => (at % folds === fold ? ask(question, undefined) : undefined))
}

const asked = samples.filter(({ expected }) => expected !== undefined)
console.log(`asks ${asked.length}, off-topic ${offTopic.length}`)
report('in use', CURVE)
const fitted = fit()
console.log('fitted', JSON.stringify(fitted))
report('fitted', fitted)

function withoutFold(all: LibraryContent, fold: number): LibraryContent {
  const guides = [...all.guides].map(
    ([id, guide]) => [id, { ...guide, asks: guide.asks.filter((_, at) => at % folds !== fold) }] as const,
  )
  return { ...all, guides: new Map(guides) }
}

/** Logistic regression over every pair of question and guide, kept from extremes by a small quadratic penalty. */
function fit(): ConfidenceCurve {
  const at = { bias: -6, name: 2, text: 3, ask: 2, passage: 3 }
  const pairs = samples.flatMap(({ expected, evidence }) =>
    evidence.map((of, guide) => ({ of, right: expected === ids[guide] ? 1 : 0 })),
  )
  for (let step = 0; step < 6000; step++) {
    const slope = { bias: 0, name: 0, text: 0, ask: 0, passage: 0 }
    for (const { of, right } of pairs) {
      const error = (1 / (1 + Math.exp(-logOddsOf(of, at))) - right) / samples.length
      slope.bias += error
      for (const key of ['name', 'text', 'ask', 'passage'] as const) slope[key] += error * of[key]
    }
    for (const key of ['bias', 'name', 'text', 'ask', 'passage'] as const) {
      at[key] -= 1.5 * (slope[key] + (key === 'bias' ? 0 : 0.0005 * at[key]))
      // More evidence never speaks against a guide.
      if (key !== 'bias') at[key] = Math.max(0, at[key])
    }
  }
  return at
}

function report(name: string, curve: ConfidenceCurve): void {
  const best = ({ evidence }: Sample): { id: string; confidence: number } => {
    const odds = evidence.map((of) => logOddsOf(of, curve))
    const most = Math.max(...odds)
    return { id: ids[odds.indexOf(most)] ?? '', confidence: 1 / (1 + Math.exp(-most)) }
  }
  const wrong = asked.filter((sample) => best(sample).id !== sample.expected)
  console.log(`${name}: right guide first ${(1 - wrong.length / asked.length).toFixed(3)}`)
  for (const sample of wrong) console.log(`  ${sample.question}: ${best(sample).id}, not ${sample.expected ?? ''}`)
  for (const threshold of [0.2, 0.35, 0.5]) {
    const missed = asked.filter((sample) => best(sample).confidence < threshold)
    const claimed = samples.filter((sample) => sample.expected === undefined && best(sample).confidence >= threshold)
    const shares = [missed.length / asked.length, claimed.length / offTopic.length].map((share) => share.toFixed(3))
    console.log(`${name} at ${threshold}: asks declined ${shares[0] ?? ''}, off-topic claimed ${shares[1] ?? ''}`)
    if (threshold !== 0.35) continue
    console.log(`  declined: ${missed.map(({ question }) => question).join(' | ')}`)
    console.log(`  claimed: ${claimed.map((sample) => `${sample.question} → ${best(sample).id}`).join(' | ')}`)
  }
}
