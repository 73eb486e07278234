import { Tiktoken } from 'js-tiktoken/lite'
import o200k from 'js-tiktoken/ranks/o200k_base'
import type { SeenRequest } from '../test/support/openai-server.ts'
import { quantile } from './quantile.ts'

type Sent = { readonly tools: unknown; readonly messages: readonly unknown[] }

const encoding = new Tiktoken(o200k)
const counted = new Map<string, number>()
/** Tokens of a text as o200k_base cuts it; other models' differ by some tenths. */
function tokensOf(text: string): number {
  const count = counted.get(text) ?? encoding.encode(text, 'all').length
  counted.set(text, count)
  return count
}

const round = (value: number, by: number): number => Math.round(value * by) / by

/**
 * What the model is sent, of turns given as the requests they made: steps and tokens of a turn, and the prefix that
 * is the same in all requests: tools and instructions, which stand before anything of the turn.
 */
export function promptFigures(turns: readonly (readonly SeenRequest[])[]) {
  const prompts = turns.map((requests) => requests.map(({ body }) => JSON.parse(body) as Sent))
  const all = prompts.flat()
  const heads = new Set(all.map(({ tools, messages }) => JSON.stringify({ tools, instructions: messages[0] })))
  const head = [...heads][0] ?? ''
  const turnTokens = prompts.map((steps) => steps.reduce((sum, prompt) => sum + promptTokens(prompt), 0))
  const later = prompts.flatMap((steps) => steps.slice(1).map((step, at) => goesOn(steps[at], step)))
  return {
    stepsOfATurn: {
      mean: round(all.length / turns.length, 100),
      most: Math.max(...prompts.map(({ length }) => length)),
    },
    tokensSentInATurn: { p50: quantile(turnTokens, 0.5), p99: quantile(turnTokens, 0.99) },
    prefix: {
      equalInAllRequests: heads.size === 1,
      requests: all.length,
      bytes: Buffer.byteLength(head),
      tokens: tokensOf(head),
      shareOfThePrompt: round(
        quantile(
          all.map((prompt) => tokensOf(head) / promptTokens(prompt)),
          0.5,
        ),
        1000,
      ),
    },
    stepsThatOnlyAddToTheOneBefore: `${later.filter((adds) => adds).length} of ${later.length}`,
  }
}

function promptTokens({ tools, messages: [instructions, ...rest] }: Sent): number {
  return (
    tokensOf(JSON.stringify({ tools, instructions })) +
    rest.reduce<number>((sum, one) => sum + tokensOf(JSON.stringify(one)), 0)
  )
}

/** Whether a step's messages begin with all of the former step's. */
function goesOn(former: Sent | undefined, { messages }: Sent): boolean {
  const before = former?.messages ?? []
  return JSON.stringify(messages.slice(0, before.length)) === JSON.stringify(before)
}
