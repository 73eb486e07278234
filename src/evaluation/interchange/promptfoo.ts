import { z } from 'zod'
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

/**
 * Answer samples as a promptfoo configuration, one test for each way of asking. Only what means the same there is carried
 * over: alternatives of one term each, and texts that may not be said. What is not stands in `metadata.left_out`.
 */
export function toPromptfoo(samples: readonly AnswerSample[]): object {
  return {
    description: '边办的回答样本',
    prompts: ['{{question}}'],
    providers: [HTTP_PROVIDER],
    tests: samples.flatMap((sample) => {
      const { id, guide, question_type, severity, ask, facts, must_not, outcome } = sample
      const carried = facts.flatMap(({ id: fact, any_of }): { fact: string; assertion: Assertion }[] => {
        const terms = any_of?.flatMap((alternative) => (alternative.length === 1 ? alternative : []))
        return terms === undefined || terms.length < (any_of?.length ?? 0)
          ? []
          : [{ fact, assertion: { type: 'contains-any', value: terms } }]
      })
      const names = new Set(carried.map(({ fact }) => fact))
      const texts = must_not.flatMap(({ text }) => text ?? [])
      const left = [
        ...facts.flatMap(({ id: fact }) => (names.has(fact) ? [] : [fact])),
        ...(must_not.length > texts.length ? ['must_not'] : []),
      ]
      return ask.map((question, at) => ({
        description: `${id}/${at}`,
        vars: { question },
        assert: [
          ...carried.map(({ assertion }) => assertion),
          ...texts.map((value): Assertion => ({ type: 'not-contains', value })),
        ],
        metadata: { id, guide, question_type, severity, outcome, left_out: left },
      }))
    }),
  }
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
