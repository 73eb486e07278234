import type { JSONValue, LanguageModelV4, LanguageModelV4Prompt } from '@ai-sdk/provider'
import { Briefing, renderBriefing, renderInstructions, ToolInputs, type PassagesResult } from '../../src/model/index.ts'

/** What answers a model's searches; every other tool just says that it was done. */
export type Shelf = {
  readonly search: (query: string, guide?: string) => PassagesResult
  readonly read: (guide: string) => PassagesResult
}

/** A turn as it was played: the text spoken, and every call in order. */
export type PlayedTurn = {
  readonly text: string
  readonly calls: readonly { readonly tool: string; readonly input: Readonly<Record<string, unknown>> }[]
  readonly steps: number
}

const TOOLS = Object.keys(ToolInputs).map((name) => ({ type: 'function' as const, name, inputSchema: {} }))

/** A briefing with nothing in hand, except what is given. */
function briefingOf(given: Partial<Briefing> = {}): Briefing {
  return Briefing.parse({
    today: '2026-11-23',
    locale: 'zh-Hans',
    aside: [],
    lastChoices: [],
    services: [],
    hasCases: false,
    ...given,
  })
}

/** Plays one turn of a model against the shelf, as the conversation would, until it calls no more tools. */
export async function playTurn(
  model: LanguageModelV4,
  shelf: Shelf,
  words: string,
  given: { briefing?: Partial<Briefing>; earlier?: readonly string[] } = {},
): Promise<PlayedTurn> {
  const { services, ...briefing } = briefingOf(given.briefing)
  const prompt: LanguageModelV4Prompt = [
    { role: 'system', content: renderInstructions('只按指南回答', services) },
    ...(given.earlier ?? []).map((text) => ({ role: 'user' as const, content: [{ type: 'text' as const, text }] })),
    { role: 'user', content: [{ type: 'text', text: renderBriefing(briefing, words) }] },
  ]
  const calls: PlayedTurn['calls'][number][] = []
  let text = ''
  for (let step = 1; ; step += 1) {
    const { content } = await model.doGenerate({ prompt, tools: TOOLS })
    const made = content.filter((part) => part.type === 'tool-call')
    const spoken = content.map((part) => (part.type === 'text' ? part.text : '')).join('')
    text += spoken
    if (made.length === 0 || step === 8) return { text, calls, steps: step }
    const parsed = made.map(({ toolCallId, toolName, input }) => ({
      toolCallId,
      toolName,
      input: JSON.parse(input) as Record<string, unknown>,
    }))
    calls.push(...parsed.map(({ toolName, input }) => ({ tool: toolName, input })))
    prompt.push(
      {
        role: 'assistant',
        content: [{ type: 'text', text: spoken }, ...parsed.map((call) => ({ type: 'tool-call' as const, ...call }))],
      },
      {
        role: 'tool',
        content: parsed.map(({ toolCallId, toolName, input }) => ({
          type: 'tool-result' as const,
          toolCallId,
          toolName,
          output: { type: 'json' as const, value: resultOf(shelf, toolName, input) },
        })),
      },
    )
  }
}

function resultOf(shelf: Shelf, tool: string, input: Readonly<Record<string, unknown>>): JSONValue {
  const guide = typeof input['guide'] === 'string' ? input['guide'] : undefined
  if (tool === 'searchGuides') return shelf.search(String(input['query']), guide)
  if (tool === 'readGuide') return shelf.read(guide ?? '')
  return { done: true }
}
