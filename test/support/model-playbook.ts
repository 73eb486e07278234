import type { Reply, Script, SeenRequest } from './openai-server.ts'

/** What a scripted model does when the citizen's words match: one reply a step. A step may look at what it was sent. */
export type Play = { readonly when: RegExp; readonly steps: readonly (Reply | ((sent: SentTurn) => Reply))[] }

/** What a request shows of the turn: the citizen's words, and the results of the tools called so far. */
export type SentTurn = {
  readonly words: string
  readonly results: readonly string[]
  /** The token under which the prompt offers the service whose title holds these words. */
  readonly serviceToken: (title: string) => string
}

/** A script for `startOpenAiServer` (chat completions): picks the play by the citizen's last words, the step by the tool results so far. */
export function playbook(plays: readonly Play[]): Script {
  return (request) => {
    const sent = readTurn(request)
    const play = plays.find(({ when }) => when.test(sent.words))
    const step = play?.steps[Math.min(sent.results.length, play.steps.length - 1)]
    if (step === undefined) return { text: ['。'] }
    return typeof step === 'function' ? step(sent) : step
  }
}

/** A tool call as a reply. */
export function call(name: string, input: object): Reply {
  return { calls: [{ name, input: JSON.stringify(input) }] }
}

/** Text as a reply, in small pieces as a model streams it. */
export function text(words: string): Reply {
  return { text: words.match(/[\s\S]{1,4}/gu) ?? [] }
}

/** Reads a request of either protocol: `messages` of chat completions, `input` of responses. */
function readTurn({ body }: SeenRequest): SentTurn {
  const { messages, input } = JSON.parse(body) as { messages?: SentItem[]; input?: SentItem[] }
  const items = messages ?? input ?? []
  const last = items.findLastIndex(({ role }) => role === 'user')
  const content = flat(items[last]?.content)
  const results = items.slice(last + 1).filter(({ role, type }) => role === 'tool' || type === 'function_call_output')
  const end = content.lastIndexOf('</情况>')
  const instructions = flat(items[0]?.content)
  const services = JSON.parse(
    instructions.slice(instructions.lastIndexOf('<事项>') + '<事项>'.length, instructions.lastIndexOf('</事项>')),
  ) as { token: string; title: string }[]
  return {
    words: content.slice(end + '</情况>'.length).trim(),
    results: results.map((result) => flat(result.content ?? result.output)),
    serviceToken: (title) => services.find((service) => service.title.includes(title))?.token ?? 'none',
  }
}

type SentItem = {
  readonly role?: string
  readonly type?: string
  readonly content?: unknown
  readonly output?: unknown
}

function flat(content: unknown): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map((part: { text?: string }) => part.text ?? '').join('')
  return JSON.stringify(content ?? '')
}
