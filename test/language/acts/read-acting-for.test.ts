import { expect, test } from 'vitest'
import { readActing, withoutActing } from '../../../src/language/index.ts'

test.each([
  ['我爸让我帮他办居住证', 'father'],
  ['我妈托我替她办', 'mother'],
  ['奶奶要我帮她弄社保卡', 'elder'],
  ['其实是给我爸办的', 'father'],
  ['不是帮我爸，是我自己', 'self'],
  ['是我自己，不是替我妈', 'self'],
])('%s tells for whom it is', (words, whom) => {
  expect(readActing(words)).toBe(whom)
})

test.each(['我爸让我帮他办这个', '我妈叫我替她办这个', '帮我老公办这个'])(
  '%s names nobody beside the matter',
  (words) => {
    expect(withoutActing(words)).toMatch(/^[帮替]他?她?办这个$/u)
  },
)

test.each(['我儿子的公司给他交，我自己没有', '她单位每月给她报销'])(
  '%s tells what others do for somebody, and not what she wants done',
  (words) => {
    expect(readActing(words)).toBeUndefined()
  },
)
