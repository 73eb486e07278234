import type { LanguageModelV4 } from '@ai-sdk/provider'
import { generateText } from 'ai'
import { writtenForm } from '../fact-matcher/clauses.ts'
import type { Check } from '../trial.ts'

/** One thing that a judge is asked about an answer. */
export type Rubric = { readonly id: string; readonly rubric: string }

/** What a judging model is given besides the answer. */
export type Judge = {
  readonly model: LanguageModelV4
  /** The body of `prompts/judge.md`. */
  readonly prompt: string
  /** Called before each run, from 1: the runs of one question have recordings of their own. */
  readonly beforeRun?: (run: number) => void
}

/** Runs of one question; the majority is the verdict. */
const RUNS = 3
/** How often a call that was turned away or cut off is made again, each time after a longer rest. */
const RETRIES = 2

/**
 * Asks a language model whether an answer meets one rubric. The check is advisory: it decides nothing. A verdict without
 * words that stand in the answer does not count, and without a majority of counted verdicts there is none.
 */
export async function judgeAnswer(
  { model, prompt, beforeRun }: Judge,
  { id, rubric }: Rubric,
  { said, text }: { readonly said: string; readonly text: string },
): Promise<{ readonly check: Check | undefined; readonly consistent: boolean }> {
  const words = fill(prompt, { rubric, question: said, answer: text })
  const verdicts: (Verdict | undefined)[] = []
  for (let run = 1; run <= RUNS; run += 1) {
    beforeRun?.(run)
    const { text: reply } = await generateText({
      model: streaming(model),
      prompt: words,
      temperature: 0,
      maxRetries: RETRIES,
    })
    verdicts.push(readVerdict(reply, text))
  }
  const counted = verdicts.filter((verdict) => verdict !== undefined)
  const yes = counted.filter(({ ok }) => ok).length
  const consistent = counted.length === RUNS && (yes === 0 || yes === RUNS)
  if (counted.length * 2 <= RUNS || yes * 2 === counted.length) return { check: undefined, consistent }
  const ok = yes * 2 > counted.length
  const evidence = counted.find((verdict) => verdict.ok === ok)?.quote
  const message = `${ok ? '做到了' : '没有做到'}：${rubric}（${RUNS} 次里 ${ok ? yes : counted.length - yes} 次这样判，仅供参考）`
  return { check: { name: `judge:${id}`, ok, critical: false, message, evidence }, consistent }
}

type Verdict = { readonly ok: boolean; readonly quote: string | undefined }

/** The last verdict in a reply; undefined when there is none, or when its quote stands nowhere in the answer. */
export function readVerdict(reply: string, answer: string): Verdict | undefined {
  const verdict = [...reply.matchAll(/结论[：:]\s*(是|否)/g)].at(-1)?.[1]
  const quote = /依据[：:]\s*(.+)/
    .exec(reply)?.[1]
    ?.trim()
    .replaceAll(/^[“”"「]|[“”"」]$/g, '')
  if (verdict === undefined || quote === undefined) return undefined
  if (quote === '无') return verdict === '否' ? { ok: false, quote: undefined } : undefined
  return writtenForm(answer).includes(writtenForm(quote)) ? { ok: verdict === '是', quote } : undefined
}

/** The prompt with its variables; marks in the material cannot end the place it stands in. */
function fill(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    (values[name] ?? '')
      .replaceAll('<', '＜')
      .replaceAll('>', '＞')
      .replaceAll(/结论([：:])/g, '结论 $1'),
  )
}

/** A model that is only ever asked to stream: what recorders listen to. */
function streaming(model: LanguageModelV4): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doStream: (options) => model.doStream(options),
    doGenerate: async (options) => {
      const { stream } = await model.doStream(options)
      let text = ''
      for await (const part of stream) {
        if (part.type === 'error') throw part.error
        if (part.type === 'text-delta') text += part.delta
        if (part.type === 'finish')
          return { content: [{ type: 'text', text }], finishReason: part.finishReason, usage: part.usage, warnings: [] }
      }
      throw new Error('the judge broke off')
    },
  }
}
