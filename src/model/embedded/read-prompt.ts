import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider'
import { readLocale, recent } from '../../language/index.ts'
import {
  parseBriefing,
  parseServices,
  splitBriefing,
  type Briefing,
  type Services,
  type TurnBriefing,
} from '../briefing.ts'
import { ApplicationResult, PassagesResult, ToolProblem } from '../tool-contract.ts'
import { messageText } from '../message-text.ts'

/** A tool call of this turn with what came back: passages, a form, a problem in words, or something the code shows itself. */
export type DoneCall = {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
  readonly passages: PassagesResult | undefined
  /** The form as the call left it. */
  readonly application: ApplicationResult | undefined
  readonly problem: string | undefined
}

/** The prompt as the embedded engine reads it. */
export type Turn = {
  /** The words of the prompt up to this turn's tool calls: the same at every step of the turn. */
  readonly key: string
  readonly briefing: Briefing
  /** The citizen's words of this turn, as she wrote them. */
  readonly words: string
  /** Her words point at an item of the last answer: they are about its guide, whatever the item is called. */
  readonly within?: true
  /** What she asks is no matter of that guide; it can only tell what it says of the item. */
  readonly beside?: true
  /** Her earlier messages, oldest first, without briefings. */
  readonly earlier: readonly string[]
  /** What was answered last; empty in a first turn. */
  readonly answered: string
  readonly calls: readonly DoneCall[]
  /** Text already spoken in this turn. */
  readonly spoken: string
}

const REMEMBERED = 64
const briefings = recent<TurnBriefing | undefined>(REMEMBERED)
/** Those of the staff files in use and of those before. */
const services = recent<Services>(2)

/** A message with its briefing apart. Who has nothing in hand has the briefing of everybody, so it is read once. */
function readMessage(text: string): { briefing: TurnBriefing | undefined; words: string } {
  const split = splitBriefing(text)
  const briefing = split && briefings(split.block, () => parseBriefing(split.block))
  return { briefing, words: split && briefing ? split.words : text }
}

/** Reads the state of the turn out of a model prompt. A prompt without a briefing counts as a first question with nothing in hand. */
export function readPrompt(prompt: LanguageModelV4Prompt): Turn {
  const last = prompt.findLastIndex((message) => message.role === 'user')
  const written = last < 0 ? '' : messageText(prompt[last])
  const { briefing, words } = readMessage(written)
  const earlier = prompt
    .slice(0, Math.max(0, last))
    .filter((message) => message.role === 'user')
    .map((message) => readMessage(messageText(message)).words)
  const after = last < 0 ? [] : prompt.slice(last + 1)
  return {
    key: [written, ...earlier].join('\n\u0000'),
    briefing: { ...(briefing ?? emptyBriefing(words)), services: servicesIn(prompt) },
    words,
    earlier,
    answered: messageText(prompt.slice(0, Math.max(0, last)).findLast((message) => message.role === 'assistant')),
    calls: readCalls(after),
    spoken: after
      .filter((message) => message.role === 'assistant')
      .map(messageText)
      .join(''),
  }
}

function servicesIn([first]: LanguageModelV4Prompt): Services {
  return first?.role === 'system' ? services(first.content, () => parseServices(first.content)) : []
}

function emptyBriefing(words: string): TurnBriefing {
  return { today: '2000-01-01', locale: readLocale(words), aside: [], lastChoices: [], hasCases: false }
}

function readCalls(messages: readonly LanguageModelV4Message[]): DoneCall[] {
  const inputs = new Map<string, unknown>()
  const calls: DoneCall[] = []
  for (const message of messages) {
    if (message.role === 'system' || message.role === 'user') continue
    for (const part of message.content) {
      if (part.type === 'tool-call') inputs.set(part.toolCallId, part.input)
      if (part.type !== 'tool-result') continue
      const value = 'value' in part.output ? part.output.value : undefined
      calls.push({
        tool: part.toolName,
        input: asRecord(inputs.get(part.toolCallId)),
        ...readResult(value, part.output.type),
      })
    }
  }
  return calls
}

type CallResult = Pick<DoneCall, 'passages' | 'application' | 'problem'>

/** What a tool answered. The keys of each kind tell them apart, so only one is checked. */
function readResult(value: unknown, outputType: string): CallResult {
  const result: CallResult = { passages: undefined, application: undefined, problem: undefined }
  const found = asRecord(value)
  if ('passages' in found) return { ...result, passages: PassagesResult.safeParse(value).data }
  if ('pending' in found) return { ...result, application: ApplicationResult.safeParse(value).data }
  const { data } = ToolProblem.safeParse(value)
  return { ...result, problem: data?.problem ?? (outputType.startsWith('error') ? 'error' : undefined) }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
