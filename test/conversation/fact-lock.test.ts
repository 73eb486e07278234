import { describe, expect, test } from 'vitest'
import { checkFacts, guideElement } from '../../src/conversation/lock/fact-lock.ts'
import { ownContent } from '../support/own-content.ts'

const FEES = {
  text: [
    '换领居民身份证收工本费20元，首次申领免费。',
    '',
    '- **换领**：期满换领、损坏换领居民身份证收工本费20元。',
    '- **补领**：丢失补领居民身份证收工本费40元。',
    '- **临时证**：临时居民身份证收工本费10元。',
  ].join('\n'),
}
const TIME = { text: '居住证自受理之日起15日内制作发放。\n\n- **特殊情况**：延长后最长不超过30日。' }
const AGES = { text: '男方22周岁以上、女方20周岁以上，双方自愿的，可以登记结婚。' }
const STEPS = {
  text: '结婚登记要双方到现场办，不能网上办，也不能代办。\n- **婚检**：婚检自愿，不做婚检也可以登记结婚。\n- **费用**：结婚登记免费。\n- **外地有房**：在外地有房的，不影响结婚登记。',
}
const ANSWER = { heading: '违章没处理能过户吗', text: '不能，申请转让登记前要把违法行为处理完毕。' }
const TERMS = {
  text: '- **满1年**：累计缴费满1年不足5年的，最长领12个月。\n- **满5年**：累计缴费满5年不足10年的，最长领18个月。',
}
const MATERIALS = { text: '办居住证要带本人居民身份证、本人相片和住址证明。\n- 结婚登记不再需要户口簿。' }

describe('a sentence is released when the guide says the same', () => {
  test.each([
    ['丢失补领居民身份证收工本费40元。', FEES],
    ['补领身份证要40块钱，换领20元。', FEES],
    ['期满换领只收20元工本费。', FEES],
    ['首次申领免费。', FEES],
    ['居住证自受理之日起15日内发放。', TIME],
    ['居住证十五日内就能制发。', TIME],
    ['特殊情况最长不超过30日。', TIME],
    ['办居住证请带身份证、照片和住址证明。', MATERIALS],
    ['结婚登记不用带户口本。', MATERIALS],
    ['請帶居民身份證和相片。', MATERIALS],
    ['登记结婚，男的要满22周岁，女的要满20周岁。', AGES],
    ['缴费满5年、不到10年的，最多能领18个月。', TERMS],
    ['结婚登记不可以代办，也不可以网上办。', STEPS],
    ['登记结婚不收钱，婚检不做也可以。', STEPS],
    ['违章没处理完的，过不了户。', ANSWER],
  ])('%s', (sentence, section) => {
    expect(checkFacts(sentence, [section])).toEqual({ ok: true })
  })
})

describe('a sentence is held back when the guide says otherwise', () => {
  test.each([
    ['another amount', '丢失补领居民身份证收工本费50元。', FEES],
    ['the amount of another case', '丢失补领居民身份证收工本费20元。', FEES],
    ['both cases swapped', '补领20元，换领40元。', FEES],
    ['the age of the other side', '女方要满22周岁，男方20周岁以上就行。', AGES],
    ['the term of another condition', '累计缴费满1年不足5年的，最长领18个月。', TERMS],
    ['an act that is not possible', '结婚登记可以网上办。', STEPS],
    ['a condition that is none', '不做婚检的不能登记结婚。', STEPS],
    ['a charge for what is free', '结婚登记要交费。', STEPS],
    ['an effect that there is not', '在外地有房的，影响结婚登记。', STEPS],
    ['the reverse of a short answer', '违章没处理，也可以过户。', ANSWER],
    ['another unit', '居住证15个工作日内发放。', TIME],
    ['another comparator', '居住证超过15日发放。', TIME],
    ['a number that is nowhere', '居住证3日内发放。', TIME],
    ['an invented document', '办居住证还要无犯罪记录证明。', MATERIALS],
    ['an invented phone number', '请拨打0592-5551234咨询居住证。', MATERIALS],
    ['the reverse of what is needed', '办居住证不需要身份证。', MATERIALS],
    ['a document no longer needed', '结婚登记需要户口簿。', MATERIALS],
    ['a quotation without its "not"', '需要户口簿。', MATERIALS],
    ['a date the guide does not give', '2025年5月10日起居住证免费。', TIME],
  ])('%s', (_name, sentence, section) => {
    expect(checkFacts(sentence, [section]).ok).toBe(false)
  })
})

test('a sentence that states nothing checkable passes', () => {
  expect(checkFacts('您可以先在线预填，再去窗口。', [TIME])).toEqual({ ok: true })
})

test('what failed is replaced by the line of the guide that speaks of the same case', () => {
  expect(guideElement('丢失补领居民身份证收工本费50元。', [FEES])).toBe('丢失补领居民身份证收工本费40元。')
})

test('nothing stands in where the guide does not speak of it', () => {
  expect(guideElement('护照工本费120元。', [TIME])).toBeUndefined()
})

test('every sentence of every guide passes its own section', async () => {
  const content = await ownContent()
  const held = [...content.guides.values()].flatMap((guide) =>
    guide.sections.flatMap((section) =>
      section.text
        .split(/\n+|(?<=[。；！？])/u)
        .filter((line) => line.trim() !== '' && !checkFacts(line, [section]).ok)
        .map((line) => `${guide.id}#${section.slug}: ${line}`),
    ),
  )
  expect(held).toEqual([])
})
