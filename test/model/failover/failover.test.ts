import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'
import { createBreaker } from '../../../src/breaker.ts'
import { createFailover, type FailoverLimits } from '../../../src/model/failover/failover.ts'
import { createRemoteModel } from '../../../src/model/remote/remote-model.ts'
import { callsOf, engineOf, partsOf, promptOf, speakingModel, textOf } from '../../support/model-calls.ts'
import { inTurn, startOpenAiServer, type Fault, type Reply, type Script } from '../../support/openai-server.ts'

/** Wide, so that a busy machine fails no test; tests of lateness narrow them. */
const LIMITS: FailoverLimits = {
  firstPartMs: 10_000,
  chunkMs: 10_000,
  totalMs: 20_000,
  maxOutputChars: 5000,
  maxConcurrent: 4,
}
const FALLBACK = '居住证首次申领免费[p1]。'

async function setUp(
  script: Script,
  { api = 'chat', limits = {} }: { api?: 'chat' | 'responses'; limits?: Partial<FailoverLimits> } = {},
) {
  const server = await startOpenAiServer(script)
  const time = { now: 0 }
  const clock = () => time.now
  const reasons: unknown[] = []
  const model = createFailover({
    primary: createRemoteModel({ baseUrl: server.baseUrl, apiKey: 'key', model: 'm', api }),
    fallback: speakingModel(FALLBACK),
    limits: { ...LIMITS, ...limits },
    breaker: createBreaker({ failures: 3, coolDownMs: 1000, longestMs: 60_000, clock }),
    clock,
    log: { warn: ({ reason }) => void reasons.push(reason) },
  })
  return { model, server, reasons, time, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const question = promptOf('居住证多少钱')

describe.each(['chat', 'responses'] as const)('a remote model over the %s interface', (api) => {
  it('speaks for itself when all is well', async () => {
    await using set = await setUp(inTurn({ text: ['首次', '申领', '免费[p1]。'] }), { api })
    const parts = await partsOf(set.model, question)
    expect(textOf(parts)).toBe('首次申领免费[p1]。')
    expect(engineOf(parts)).toBe('openai:m')
    expect(parts.at(-1)?.type).toBe('finish')
  })

  it('calls tools with whole, valid input', async () => {
    await using set = await setUp(inTurn({ calls: [{ name: 'searchGuides', input: '{"query":"居住证费用"}' }] }), {
      api,
    })
    expect(callsOf(await partsOf(set.model, question))).toEqual([
      { tool: 'searchGuides', input: { query: '居住证费用' } },
    ])
  })

  const faults: readonly (readonly [string, Reply, string])[] = [
    ['never answers', { fault: { kind: 'black-hole' } }, 'first-part-late'],
    ['answers with status 500', { fault: { kind: 'status', status: 500 } }, 'status'],
    ['refuses the key', { fault: { kind: 'status', status: 401 } }, 'status'],
    ['says 200 and then an error', { fault: { kind: 'error-event' } }, 'status'],
    ['says nothing at all', {}, 'empty'],
    ['refuses to speak', { finish: 'content_filter' }, 'refused'],
    ['calls a tool with broken JSON', { calls: [{ name: 'searchGuides', input: '{"query":' }] }, 'malformed-call'],
    ['calls a tool with wrong values', { calls: [{ name: 'searchGuides', input: '{"query":7}' }] }, 'malformed-call'],
    ['calls a tool we do not have', { calls: [{ name: 'submitApplication', input: '{}' }] }, 'malformed-call'],
    ['calls a name every object has', { calls: [{ name: 'constructor', input: '{}' }] }, 'malformed-call'],
    [
      'calls forty tools',
      { calls: Array.from({ length: 40 }, (_, at) => ({ name: 'searchGuides', input: `{"query":"${at}"}` })) },
      'malformed-call',
    ],
    ['makes one call twice', { calls: [1, 2].map(() => ({ name: 'findCases', input: '{}' })) }, 'repeated-call'],
  ]
  it.each(faults)('is replaced by the fallback when it %s', async (_name, reply, reason) => {
    const limits = reason === 'first-part-late' ? { firstPartMs: 100 } : {}
    await using set = await setUp(inTurn(reply), { api, limits })
    const parts = await partsOf(set.model, question)
    expect(textOf(parts)).toBe(FALLBACK)
    expect(callsOf(parts)).toEqual([])
    expect(engineOf(parts)).toBe('embedded')
    expect(set.reasons).toEqual([reason])
  })

  const breaks: readonly (readonly [string, Fault, string])[] = [
    ['is cut off', { kind: 'cut', after: 1 }, 'connection'],
    ['ends without finishing', { kind: 'half', after: 1 }, 'unfinished'],
    ['reports an error in the middle', { kind: 'late-error', after: 1 }, 'error-in-stream'],
    ['stalls', { kind: 'stall', after: 1 }, 'stalled'],
  ]
  it.each(breaks)(
    'leaves its broken words marked when it %s, and the fallback goes on',
    async (_name, fault, reason) => {
      const limits = reason === 'stalled' ? { chunkMs: 100 } : {}
      await using set = await setUp(inTurn({ text: ['首次申领', '免费'], fault }), { api, limits })
      const parts = await partsOf(set.model, question)
      expect(textOf(parts)).toBe(`首次申领${FALLBACK}`)
      const broken = parts.find((part) => part.type === 'text-end')
      expect(broken?.providerMetadata).toEqual({ bianban: { broken: true } })
      expect(engineOf(parts)).toBe('embedded')
      expect(set.reasons).toEqual([reason])
    },
  )

  it('is cut short when it never stops, and its connection is closed', async () => {
    await using set = await setUp(inTurn({ fault: { kind: 'endless' } }), { api })
    const parts = await partsOf(set.model, question)
    expect(textOf(parts).length).toBeLessThan(LIMITS.maxOutputChars + FALLBACK.length + 1)
    expect(textOf(parts).endsWith(FALLBACK)).toBe(true)
    expect(set.reasons).toEqual(['endless'])
    await expect.poll(() => set.server.abandoned()).toBe(1)
  })

  it.each([{ kind: 'split-bytes' }, { kind: 'no-done' }, { kind: 'wrong-charset' }] as const)(
    'is read rightly in spite of $kind',
    async (fault) => {
      await using set = await setUp(inTurn({ text: ['厦门居住证', '免费𠮷[p1]。'], fault }), { api })
      expect(textOf(await partsOf(set.model, question))).toBe('厦门居住证免费𠮷[p1]。')
    },
  )

  it('runs none of its tools when the stream breaks after a good call', async () => {
    const reply: Reply = { calls: [{ name: 'showApplication', input: '{}' }], fault: { kind: 'half', after: 0 } }
    await using set = await setUp(inTurn(reply), { api })
    expect(callsOf(await partsOf(set.model, question))).toEqual([])
  })
})

describe('the failover', () => {
  it('answers at once when the provider refuses the connection', async () => {
    const gone = await setUp(inTurn({}))
    await gone.server[Symbol.asyncDispose]()
    const parts = await partsOf(gone.model, question)
    expect(textOf(parts)).toBe(FALLBACK)
    expect(gone.reasons).toEqual(['connection'])
  })

  it('honours Retry-After, and asks no sooner', async () => {
    const busy: Reply = { fault: { kind: 'status', status: 429, headers: { 'retry-after': '20' } } }
    await using set = await setUp(inTurn(busy, { text: ['好[p1]。'] }))
    await partsOf(set.model, question)
    set.time.now = 19_999
    await partsOf(set.model, question)
    expect(set.server.requests).toHaveLength(1)
    set.time.now = 20_000
    expect(engineOf(await partsOf(set.model, question))).toBe('openai:m')
    expect(set.reasons).toEqual(['rate-limited', 'breaker-open'])
  })

  it.each([500, 502, 503, 504])('asks a provider once more that stumbles with status %s', async (status) => {
    await using set = await setUp(inTurn({ fault: { kind: 'status', status } }, { text: ['好[p1]。'] }))
    expect(engineOf(await partsOf(set.model, question))).toBe('openai:m')
    expect(set.server.requests).toHaveLength(2)
    expect(set.reasons).toEqual([])
  })

  it.each([400, 401, 404])('does not ask again what the provider will not take: %s', async (status) => {
    await using set = await setUp(inTurn({ fault: { kind: 'status', status } }, { text: ['好[p1]。'] }))
    expect(engineOf(await partsOf(set.model, question))).toBe('embedded')
    expect(set.server.requests).toHaveLength(1)
  })

  it('stops asking a provider that keeps failing, probes once, and returns to it when it recovers', async () => {
    const down: Reply = { fault: { kind: 'status', status: 503 } }
    const calls = [1, 2, 3].flatMap(() => [down, down])
    await using set = await setUp(inTurn(...calls, { text: ['好[p1]。'] }))
    for (const _ of [1, 2, 3, 4, 5]) await partsOf(set.model, question)
    expect(set.server.requests).toHaveLength(6)
    set.time.now = 1000
    expect(engineOf(await partsOf(set.model, question))).toBe('openai:m')
    expect(engineOf(await partsOf(set.model, question))).toBe('openai:m')
  })

  it('lets no drip of words go on beyond the total time', async () => {
    const drip: Reply = { text: Array.from({ length: 200 }, () => '一'), fault: { kind: 'drip', everyMs: 30 } }
    await using set = await setUp(inTurn(drip), { limits: { totalMs: 400, chunkMs: 2000 } })
    expect(textOf(await partsOf(set.model, question))).toMatch(new RegExp(`^一{0,14}${RegExp.escape(FALLBACK)}$`))
    expect(set.reasons).toEqual(['too-slow'])
  })

  it('lets a model stay silent after a tool has shown its result', async () => {
    await using set = await setUp(inTurn({}))
    const shown: LanguageModelV4CallOptions['prompt'] = [
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'showApplication', input: {} }] },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'a', toolName: 'showApplication', output: { type: 'json', value: {} } },
        ],
      },
    ]
    const parts = await partsOf(set.model, promptOf('看看', shown))
    expect(textOf(parts)).toBe('')
    expect(set.reasons).toEqual([])
  })

  it('stops the provider when the citizen leaves, and does not hold that against it', async () => {
    await using set = await setUp(inTurn({ text: ['首次', '申领'], fault: { kind: 'stall', after: 1 } }))
    const left = new AbortController()
    const { stream } = await set.model.doStream({ ...question, abortSignal: left.signal })
    const reader = stream.getReader()
    while ((await reader.read()).value?.type !== 'text-delta');
    left.abort(new Error('left'))
    await expect(reader.read()).rejects.toThrow('left')
    await expect.poll(() => set.server.abandoned()).toBe(1)
    expect(set.reasons).toEqual([])
  })

  it('answers by the fallback while all places at the provider are taken', async () => {
    await using set = await setUp(inTurn({ fault: { kind: 'black-hole' } }), {
      limits: { maxConcurrent: 1, firstPartMs: 300 },
    })
    await Promise.all([partsOf(set.model, question), partsOf(set.model, question)])
    expect(new Set(set.reasons)).toEqual(new Set(['busy', 'first-part-late']))
  })

  it('gives one whole result to a caller that does not stream', async () => {
    await using set = await setUp(inTurn({ fault: { kind: 'status', status: 500 } }))
    const { content, response } = await set.model.doGenerate(question)
    expect(content).toEqual([{ type: 'text', text: FALLBACK }])
    expect(response?.modelId).toBe('embedded')
  })
})
