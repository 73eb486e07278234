import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { simulateReadableStream } from 'ai'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restoreSecrets, tokeniseSecrets, withSecretTokens } from '../../../src/model/index.ts'
import { callsOf, partsOf, promptOf, textOf } from '../../support/model-calls.ts'

/** Made up, with a right check digit; nobody's. */
const CITIZEN_ID = '11010519491231002X'
const MOBILE = '13900001111'

/** A model that remembers what it was shown, and says these parts. */
function listening(parts: readonly LanguageModelV4StreamPart[]): { model: LanguageModelV4; shown: () => string } {
  let shown = ''
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'openai.chat',
    modelId: 'm',
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('not asked for one piece')),
    doStream: async ({ prompt }) => {
      shown = JSON.stringify(prompt)
      return { stream: simulateReadableStream({ chunks: [...parts], initialDelayInMs: null, chunkDelayInMs: null }) }
    },
  }
  return { model: withSecretTokens(model), shown: () => shown }
}

describe('what a remote model is shown', () => {
  it('has tokens in place of identity and phone numbers, the same for the same number', () => {
    const { text, book } = tokeniseSecrets(`证件${CITIZEN_ID}，电话${MOBILE}，再说一次${MOBILE}`)
    expect(text).toBe('证件⟨证件1⟩，电话⟨手机1⟩，再说一次⟨手机1⟩')
    expect(restoreSecrets(text, book)).toBe(`证件${CITIZEN_ID}，电话${MOBILE}，再说一次${MOBILE}`)
  })

  it('keeps hotlines, amounts and dates', () => {
    const words = '2025年3月1日问过12345，工本费20元，满16周岁'
    expect(tokeniseSecrets(words).text).toBe(words)
  })

  it('gives every text back as it was, and shows no phone number in it', () => {
    const words = fc.string().filter((text) => !text.includes('⟨'))
    const piece = fc.oneof(words, fc.constantFrom(CITIZEN_ID, MOBILE, '6222021234567890128', '，我的号码是'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { text, book } = tokeniseSecrets(pieces.join('，'))
        expect(restoreSecrets(text, book)).toBe(pieces.join('，'))
        expect(text.split('，')).not.toContain(MOBILE)
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it('hides the numbers of this message, of earlier ones and of tool inputs', async () => {
    const { model, shown } = listening([])
    await partsOf(
      model,
      promptOf(`我的手机是${MOBILE}`, [
        {
          role: 'assistant',
          content: [
            { type: 'tool-call', toolCallId: 'a', toolName: 'fillApplication', input: { values: { mobile: MOBILE } } },
          ],
        },
        { role: 'user', content: [{ type: 'text', text: `身份证${CITIZEN_ID}` }] },
      ]),
    )
    expect(shown()).not.toContain(MOBILE)
    expect(shown()).not.toContain(CITIZEN_ID)
    expect(shown()).toContain('⟨手机1⟩')
  })

  it('lets the model fill the number in, and masks it when the model says it', async () => {
    const { model } = listening([
      { type: 'text-start', id: 't' },
      { type: 'text-delta', id: 't', delta: '手机⟨手' },
      { type: 'text-delta', id: 't', delta: '机1⟩记下了' },
      { type: 'text-end', id: 't' },
      {
        type: 'tool-call',
        toolCallId: 'a',
        toolName: 'fillApplication',
        input: '{"values":{"mobile":"\\u27e8手机1⟩"}}',
      },
    ])
    const parts = await partsOf(model, promptOf(`手机${MOBILE}`))
    expect(textOf(parts)).toBe('手机139****1111记下了')
    expect(callsOf(parts)).toEqual([{ tool: 'fillApplication', input: { values: { mobile: MOBILE } } }])
  })
})
