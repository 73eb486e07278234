import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { ToolInputs } from '../tool-contract.ts'
import { ModelFailure } from './failure.ts'
import type { WordWatch } from './watch-words.ts'

type Part = LanguageModelV4StreamPart

/** Tool calls of one step at most; more is a model out of hand. */
const MOST_CALLS = 8
const SPOILT = new Set(['interrupted', 'error', 'other'])

/** Watches the parts of one model step: which may go on at once, and which only when the step has ended well. */
export type Inspector = {
  /** Parts that may be passed on. @throws ModelFailure when the step cannot be trusted any more. */
  readonly admit: (part: Part) => readonly Part[]
  /** Ends of text and reasoning parts still open, for a step that broke off. */
  readonly closings: () => readonly Part[]
  readonly finished: () => boolean
}

/**
 * Creates an inspector. Text passes at once; tool calls are held back until the step has finished and every one of them
 * is a known tool with valid input, so that no tool runs for a broken step.
 * @param options.mayBeSilent true when a step without text and calls is an answer: something was shown by a tool before
 */
export function createInspector(options: {
  readonly maxOutputChars: number
  readonly mayBeSilent: boolean
  readonly watch: WordWatch
  /** Calls that this turn has made before, by {@link callKey}. */
  readonly made: ReadonlySet<string>
}): Inspector {
  const open = new Map<string, 'text' | 'reasoning'>()
  const begun = new Set<string>()
  const held: Part[] = []
  // The end of a text waits for the next part: only that tells whether the text ended well.
  const ends: Extract<Part, { type: 'text-end' | 'reasoning-end' }>[] = []
  const made = new Set(options.made)
  let calls = 0
  let written = 0
  let spoke = false
  let finished = false

  const count = (text: string) => {
    written += text.length
    if (written > options.maxOutputChars) throw new ModelFailure('endless')
  }

  const finish = (part: Extract<Part, { type: 'finish' }>): readonly Part[] => {
    if (part.finishReason.unified === 'content-filter') throw new ModelFailure('refused')
    if (begun.size > 0) throw new ModelFailure('malformed-call')
    options.watch.end()
    if (SPOILT.has(part.finishReason.unified)) throw new ModelFailure('unfinished')
    if (!spoke && calls === 0 && !options.mayBeSilent) throw new ModelFailure('empty')
    finished = true
    return [...held.splice(0), part]
  }

  /** The same call again brings nothing new, and a question to her is said as it stands. */
  const checkNew = (part: Extract<Part, { type: 'tool-call' }>): void => {
    const key = callKey(part.toolName, JSON.parse(part.input))
    if (made.has(key)) throw new ModelFailure('repeated-call')
    made.add(key)
    if (part.toolName === 'askCitizen') options.watch.hear(`\n${wordsIn(part.input)}\n`)
  }

  const take = (part: Part): readonly Part[] => {
    switch (part.type) {
      case 'error':
        throw new ModelFailure('error-in-stream', { cause: part.error })
      case 'text-start':
        open.set(part.id, 'text')
        return [part]
      case 'reasoning-start':
        open.set(part.id, 'reasoning')
        return [part]
      case 'text-delta':
        spoke ||= part.delta.trim() !== ''
        count(part.delta)
        options.watch.hear(part.delta)
        return [part]
      case 'reasoning-delta':
        count(part.delta)
        return [part]
      case 'text-end':
      case 'reasoning-end':
        ends.push(part)
        return []
      case 'tool-input-start':
        begun.add(part.id)
        held.push(part)
        return []
      case 'tool-input-delta':
        count(part.delta)
        held.push(part)
        return []
      case 'tool-input-end':
        held.push(part)
        return []
      case 'tool-call':
        calls += 1
        if (calls > MOST_CALLS || !isValidCall(part)) throw new ModelFailure('malformed-call')
        checkNew(part)
        begun.delete(part.toolCallId)
        held.push(part)
        return []
      case 'finish':
        return finish(part)
      case 'response-metadata':
        return [part]
      // Nothing else is part of our conversation: we offer no tools of the provider's own, and show no files.
      case 'stream-start':
      case 'ping':
      case 'raw':
      case 'source':
      case 'file':
      case 'reasoning-file':
      case 'custom':
      case 'tool-approval-request':
      case 'tool-result':
        return []
    }
  }

  const settleEnds = (): readonly Part[] => {
    for (const { id } of ends) open.delete(id)
    return ends.splice(0)
  }

  return {
    admit: (part) => {
      if (part.type === 'text-end' || part.type === 'reasoning-end') return take(part)
      const admitted = take(part)
      return [...settleEnds(), ...admitted]
    },
    closings: () =>
      [...open].map(([id, kind]) =>
        kind === 'text'
          ? { type: 'text-end', id, providerMetadata: { bianban: { broken: true } } }
          : { type: 'reasoning-end', id },
      ),
    finished: () => finished,
  }
}

/** A call as it is told from others: the tool and its input, whatever the order of its keys. */
export function callKey(tool: string, input: unknown): string {
  return `${tool} ${JSON.stringify(input, (_key, value: unknown) => sorted(value))}`
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function wordsIn(input: string): string {
  const { question, choices } = ToolInputs.askCitizen.parse(JSON.parse(input))
  return [question, ...choices].join('\n')
}

/** A call of a tool we have, with JSON input that its schema takes. */
function isValidCall({ toolName, input }: { toolName: string; input: string }): boolean {
  if (!isToolName(toolName)) return false
  try {
    return ToolInputs[toolName].safeParse(JSON.parse(input)).success
  } catch {
    return false
  }
}

function isToolName(name: string): name is keyof typeof ToolInputs {
  return Object.hasOwn(ToolInputs, name)
}
