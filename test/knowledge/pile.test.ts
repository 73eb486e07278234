import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPile, type PileDocument } from '../../src/knowledge/ranking/pile.ts'
import { SAMPLE_DIALS } from './sample-content.ts'

const answer = (id: string, text: string): PileDocument => ({ id, title: '', text })
const ANSWERS = [
  answer('spread', '公园里可以遛狗。办事请带证件。补交材料另行通知。犬类很多。登记时间请看公告。其他问题请来电。'),
  answer('together', '办理犬类登记请带证件，其他问题请来电。公园里遛狗另有规定，补交材料请看公告，时间另行通知。'),
  answer('other', '游泳馆周一闭馆。'),
]

async function first(documents: readonly PileDocument[], question: string): Promise<string | undefined> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bianban-pile-'))
  await using pile = await openPile(documents, { dials: SAMPLE_DIALS, dataDir, mode: 'lexical' })
  const [best] = await pile.search(question, 3)
  return documents[best?.slot ?? -1]?.id
}

test('the answer that takes the question up in one sentence comes first', async () => {
  expect(await first(ANSWERS, '犬类登记带什么证件')).toBe('together')
})

test('of two answers about one matter, that of the kind asked for comes first', async () => {
  const fee = answer('fee', '狗证年费每年500元。')
  const rule = answer('rule', '狗证年费每年都交。')
  expect(await first([rule, fee], '狗证年费多少钱')).toBe('fee')
})

test('an answer put later is found by what it says now', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bianban-pile-'))
  await using pile = await openPile(ANSWERS, { dials: SAMPLE_DIALS, dataDir, mode: 'lexical' })
  await pile.put(2, answer('other', '丢失护照请到出入境窗口补办。'))
  expect((await pile.search('护照丢失怎么补办', 1))[0]?.slot).toBe(2)
})
