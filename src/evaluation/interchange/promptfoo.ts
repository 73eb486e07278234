import { z } from 'zod'
import { toTraditional } from '../../language/index.ts'
import type { Fact } from '../fact-matcher/fact.ts'
import { sameNames } from '../fact-matcher/match-terms.ts'
import { RunProblem } from '../run-problem.ts'
import type { AnswerSample } from '../suites/shapes.ts'
import type { RawSample } from './sample-table.ts'

/** Asks the chat endpoint over plain HTTP: the text of the stream is the answer. */
export const HTTP_PROVIDER = {
  id: 'http',
  config: {
    url: 'http://localhost:3000/api/chat',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: { message: '{{question}}' },
    transformResponse:
      "text.split('\\n').filter((line) => line.startsWith('data: {')).map((line) => JSON.parse(line.slice(6))).filter(({ type }) => type === 'text-delta').map(({ delta }) => delta).join('')",
  },
} as const

type Assertion = { readonly type: string; readonly value: string | readonly string[] }

/** Answer samples for promptfoo, and the ids of those that it could only ask and never judge. */
export type PromptfooExport = { readonly config: object; readonly tests: number; readonly left: readonly string[] }

/**
 * Answer samples as a promptfoo configuration, one test for each way of asking. Only what means the same there is carried
 * over: alternatives of one term each and lists that decide, in both scripts, and texts that may not be said. What is not
 * stands in `metadata.left_out`; a sample of which nothing is carried over would pass whatever is answered, and is left out.
 */
export function toPromptfoo(samples: readonly AnswerSample[]): PromptfooExport {
  const judged = samples.map((sample) => ({ sample, ...assertionsOf(sample) }))
  const tests = judged.flatMap(({ sample, assert, leftOut }) => {
    const { id, guide, question_type, severity, ask, outcome } = sample
    if (assert.length === 0) return []
    return ask.map((question, at) => ({
      description: `${id}/${at}`,
      vars: { question },
      assert,
      metadata: { id, guide, question_type, severity, outcome, left_out: leftOut },
    }))
  })
  return {
    config: { description: '边办的回答样本', prompts: ['{{question}}'], providers: [HTTP_PROVIDER], tests },
    tests: tests.length,
    left: judged.flatMap(({ sample, assert }) => (assert.length === 0 ? [sample.id] : [])),
  }
}

function assertionsOf({ facts, must_not }: AnswerSample): { assert: Assertion[]; leftOut: string[] } {
  const carried = facts.map((fact) => ({ id: fact.id, assertions: assertionsFor(fact) }))
  const texts = must_not.flatMap(({ text }) => text ?? [])
  return {
    assert: [
      ...carried.flatMap(({ assertions }) => assertions),
      ...texts.map((text): Assertion => ({ type: 'not-contains-any', value: inBothScripts(text) })),
    ],
    leftOut: [
      ...carried.flatMap(({ id, assertions }) => (assertions.length === 0 ? [id] : [])),
      ...(must_not.length > texts.length ? ['must_not'] : []),
    ],
  }
}

/** A fact as assertions that must all hold; none when it decides nothing, or has no counterpart. */
function assertionsFor({ critical, any_of, list }: Fact): Assertion[] {
  if (!critical) return []
  const isOf = (terms: readonly string[]): Assertion => ({ type: 'contains-any', value: terms.flatMap(writings) })
  if (any_of?.every((terms) => terms.length === 1) === true) return [isOf(any_of.flat())]
  return (list ?? []).map(isOf)
}

/** Every name of a thing that the matcher takes for it, in both scripts: a question in 繁體 is answered in 繁體. */
function writings(term: string): string[] {
  return sameNames(term).flatMap(inBothScripts)
}

function inBothScripts(words: string): string[] {
  return [...new Set([words, toTraditional(words)])]
}

const value = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])
const Test = z.looseObject({
  description: z.string().optional(),
  vars: z.looseObject({ question: z.string().min(1) }),
  assert: z.array(z.looseObject({ type: z.string(), value: value.optional() })).default([]),
  metadata: z.looseObject({ id: z.string(), guide: z.string() }),
})

/**
 * Answer samples out of a promptfoo configuration: tests with `metadata.id` and `metadata.guide`, the same id being the
 * same question in other words. @throws RunProblem for a test that says less, or an assertion that has no counterpart.
 */
export function fromPromptfoo(data: unknown): RawSample[] {
  const { data: parsed, error } = z.looseObject({ tests: z.array(Test).min(1) }).safeParse(data)
  if (parsed === undefined)
    throw new RunProblem(`不是能读的 promptfoo 配置：${error === undefined ? '' : z.prettifyError(error)}`)
  return [...Map.groupBy(parsed.tests, ({ metadata }) => metadata.id)].map(([id, tests]) => {
    const [first] = tests
    const about: Readonly<Record<string, unknown>> = first?.metadata ?? {}
    const { guide, question_type = 'other', severity = 'normal', outcome = 'answer' } = about
    const expected = (first?.assert ?? []).map(({ type, value: words = [] }, at) => factOf(id, type, words, at))
    const facts = expected.flatMap(({ fact }) => fact ?? [])
    const mustNot = expected.flatMap(({ texts }) => (texts ?? []).map((text) => ({ text })))
    return {
      id,
      guide,
      question_type,
      severity,
      ask: tests.map(({ vars }) => vars.question),
      outcome,
      ...(facts.length === 0 ? {} : { facts }),
      ...(mustNot.length === 0 ? {} : { must_not: mustNot }),
    }
  })
}

function factOf(
  sample: string,
  type: string,
  words: readonly string[],
  at: number,
): { fact?: object; texts?: readonly string[] } {
  const id = `says-${at + 1}`
  switch (type) {
    case 'contains':
    case 'contains-any':
      return { fact: { id, critical: true, any_of: words.map((word) => [word]) } }
    case 'contains-all':
      return { fact: { id, critical: true, list: words.map((word) => [word]) } }
    case 'not-contains':
    case 'not-contains-any':
      return { texts: words }
    default:
      throw new RunProblem(`${sample} 的断言 ${type} 这里没有对应的说法：改成 facts 再放进 evals/answers。`)
  }
}
