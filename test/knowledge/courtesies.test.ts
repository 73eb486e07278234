import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLibrary, type Library } from '../../src/knowledge/index.ts'
import { sampleContent } from './sample-content.ts'

let dataDir: string
let library: Library

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'courtesies-'))
  library = createLibrary({ content: sampleContent(), log: () => undefined, dataDir })
  await library.ready
})
afterAll(async () => {
  await library[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
})

test.each(['你好，我想咨询一下', '麻烦问下', '您好请问', '我想了解一下', 'hello, '])(
  'what is said for politeness changes nothing: %s',
  async (courtesy) => {
    const [bare, framed] = await Promise.all(
      ['放风筝要办证吗', `${courtesy}放风筝要办证吗，谢谢您`].map((question) => library.search(question)),
    )
    expect(framed?.confidence).toBe(bare?.confidence)
    expect(framed?.passages).toEqual(bare?.passages)
  },
)

test.each([
  ['我的电话幺三八零零幺三八零零零，放风筝要办证吗', '我的电话13800138000，放风筝要办证吗'],
  ['放风筝要办证吗，打我一三八，四个零，一二三四', '放风筝要办证吗，打我13800001234'],
])('a number said digit by digit says no more than its figures: %s', async (said, written) => {
  const [one, other] = await Promise.all([said, written].map((question) => library.search(question)))
  expect(one?.confidence).toBe(other?.confidence)
  expect(one?.passages).toEqual(other?.passages)
})
