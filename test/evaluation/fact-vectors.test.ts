import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Fact, matchFact } from '../../src/evaluation/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const Vector = z.object({
  id: z.string(),
  text: z.string(),
  fact: Fact,
  holds: z.union([z.boolean(), z.literal('contradicts')]),
})

const vectors = globSync('evals/fact-matcher/vectors-*.jsonl', { cwd: ROOT }).flatMap((file) =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Vector.parse(JSON.parse(line))),
)

const judged = vectors.map(({ id, text, fact, holds }) => ({ id, holds, verdict: matchFact(text, fact).verdict }))

test('staff can rely on at least 400 vectors that nobody fitted to the matcher', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(400)
})

test('what an answer rightly states is found at least 98 times of 100', () => {
  const right = judged.filter(({ holds }) => holds === true)
  const missed = right.filter(({ verdict }) => verdict !== 'holds').map(({ id }) => id)
  expect(1 - missed.length / right.length, missed.join(' ')).toBeGreaterThanOrEqual(0.98)
})

test('what an answer does not state is taken for stated at most once in 200', () => {
  const wrong = judged.filter(({ holds }) => holds !== true)
  const accepted = wrong.filter(({ verdict }) => verdict === 'holds').map(({ id }) => id)
  expect(accepted.length / wrong.length, accepted.join(' ')).toBeLessThanOrEqual(0.005)
})

test('a contradiction is told apart from silence', () => {
  const denied = judged.filter(({ holds }) => holds === 'contradicts')
  const silent = denied.filter(({ verdict }) => verdict !== 'contradicts').map(({ id }) => id)
  expect(1 - silent.length / denied.length, silent.join(' ')).toBeGreaterThanOrEqual(0.98)
})
