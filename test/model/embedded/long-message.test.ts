import { expect, test } from 'vitest'
import { withQuestionsOnly } from '../../../src/model/embedded/long-message.ts'

const briefing = {
  today: '2026-11-27',
  locale: 'zh-Hans' as const,
  aside: [],
  lastChoices: [],
  services: [{ token: 's1', title: '风筝许可申领', aliases: ['风筝证'] }],
  hasCases: false,
}
const asked = (words: string) =>
  withQuestionsOnly({ key: words, briefing, words, earlier: [], answered: '', calls: [], spoken: '' }).words

const STORY =
  '昨天刮大风，我在海边站了一下午，家里人都说我傻，隔壁的老伯还笑话我，我心里真不是滋味，晚饭也没吃，你说气不气人，这日子没法过了，我一个人坐在堤上想了好几个钟头，手机也没电了，回家路上又淋了雨，衣服全湿了，'

test('a story is left out, and its question asked with the matter that it named', () => {
  expect(asked(`我的风筝证泡了水，${STORY}${STORY}换一张要多少钱？`)).toBe('我的风筝证泡了水，换一张要多少钱?')
  expect(asked(`${STORY}${STORY}风筝证多久能办好，${STORY}`)).toBe('风筝证多久能办好')
})

test('a short message and one that asks nothing stay as they are', () => {
  expect(asked('风筝证泡了水，换一张要多少钱？')).toBe('风筝证泡了水，换一张要多少钱？')
  expect(asked(STORY + STORY)).toBe(STORY + STORY)
})
