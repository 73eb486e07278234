import { expect, test } from 'vitest'
import { createEmbeddedEngine } from '../../../src/model/index.ts'
import { playTurn } from '../../support/engine-turn.ts'
import { services, shelf } from './shelf.ts'

const isStarted = async (words: string) => {
  const { calls } = await playTurn(createEmbeddedEngine(), shelf, words, { briefing: { services } })
  return calls.some(({ tool }) => tool === 'startApplication')
}

test.each(['居住证 办理', '居住证 补领 申请', '厦门 居住证 申领'])(
  'words for a search start nothing: %s',
  async (words) => {
    expect(await isStarted(words)).toBe(false)
  },
)

test.each(['居住证 帮我办', '居住证 我要办', '帮我办居住证'])('a wish starts it: %s', async (words) => {
  expect(await isStarted(words)).toBe(true)
})
