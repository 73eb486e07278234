import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const FOREIGN: readonly (readonly [name: string, message: string, own: string])[] = [
  ['Japanese', '運転免許の更新はどこでできますか', 'にほんご'],
  ['Korean', '여권을 어디에서 만들 수 있나요?', '중국어'],
  ['Russian', 'Где можно продлить водительские права?', 'китайский'],
  ['Thai', 'ต่ออายุใบขับขี่ได้ที่ไหน', 'ภาษาจีน'],
  ['Vietnamese', 'Tôi cần gia hạn giấy phép lái xe ở đâu?', 'tiếng Trung'],
  ['Spanish', '¿Dónde puedo renovar el carnet de conducir?', 'Chinese and English'],
  ['Arabic', 'أين يمكنني تجديد جواز السفر؟', 'Chinese and English'],
]
const NOISE: readonly (readonly [name: string, message: string])[] = [
  ['keys', 'qwert asdfg'],
  ['emoji', '🐟🐟🚀'],
  ['marks', '？？。。！！'],
  ['one character over and over', '好'.repeat(300)],
  ['code', 'while (n > 0) { n -= 1; }'],
  ['JSON', '{"total": 3, "rows": [1, 2, 3]}'],
  ['a link', 'https://example.org/list?page=2'],
]
const LAW =
  '第一条 为了规范犬只管理，保障公民健康，根据有关法律，制定本条例。\n第二条 首次申领、换领、补领证件的，应当提交材料。\n第三条 本条例自公布之日起施行。'

describe('P8: a language that is not read is told so, in that language where we can, and in Chinese and English', () => {
  test.each(FOREIGN)('%s', async (_name, message, own) => {
    const reply = await (await openCitizen(running.url)).say(message)
    expect(reply.text).toContain(own)
    expect(reply.text).toContain('中文')
    expect(reply.text).toContain('English')
    expect(reply.sources).toEqual([])
  })

  test.each(FOREIGN)('%s in the middle of a form', async (_name, message, own) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const reply = await citizen.say(message)
    expect(reply.text).toContain(own)
    expect(reply.outcome.outcome).toBe('drafting')
    expect(reply.sources).toEqual([])
    expect(reply.choices.length).toBeGreaterThan(0)
  })

  test.each(['居住证の签注要多少钱', 'My mother Nguyễn needs a residence permit, how?'])(
    '%s is Chinese or English all the same',
    async (message) => {
      expect((await (await openCitizen(running.url)).say(message)).outcome.outcome).toBe('answered')
    },
  )
})

describe('P8: what holds no question gets a short honest answer, and no guide', () => {
  test.each(NOISE)('%s', async (_name, message) => {
    const reply = await (await openCitizen(running.url)).say(message)
    expect(reply.text).toMatch(/没读出|could not find/)
    expect(reply.sources).toEqual([])
  })

  test.each(NOISE)('%s in the middle of a form', async (_name, message) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const reply = await citizen.say(message)
    expect(reply.outcome.outcome).toBe('drafting')
    expect(reply.sources).toEqual([])
    expect(valuesOf(reply.application)).toEqual([])
  })

  test('a law pasted whole fills in nothing, and a question put to it is answered', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const pasted = await citizen.say(LAW)
    expect(pasted.text).toContain('规定的原文')
    expect(valuesOf(pasted.application)).toEqual([])
    const asked = await citizen.say(`${LAW}\n居住证要多少钱？`)
    expect(asked.sources).toContain('residence-permit#fees')
  })

  test('troubles told over and over do not add up to danger', async () => {
    const troubles = '昨天又请假去排队，窗口说表格填错了，孩子在旁边哭，我站得腿都疼，'.repeat(60)
    const reply = await (await openCitizen(running.url)).say(`${troubles}请问居住证签注要带什么材料？`)
    expect(reply.outcome.outcome).toBe('answered')
    expect(reply.sources.join(' ')).toContain('residence-permit#')
  })

  test('letters that only look Latin are read as they look', async () => {
    const citizen = await openCitizen(running.url)
    expect((await citizen.say('Ноw muсh іs а раssроrt?')).sources).toContain('passport#fees')
  })
})

describe('P8: who somebody is, told with no matter in hand, starts nothing and is asked what for', () => {
  test.each([
    '他叫黄样例，身份证350203195003040012',
    '手机13900000002',
    '我叫黄样例，电话是13900000002',
    '姓名：黄样例\n性别：男\n出生日期：1950-03-04\n手机：13900000002\n事由：\n备注：无',
    '地址：厦门市湖里区样例路2号',
  ])('%s', async (message) => {
    const reply = await (await openCitizen(running.url)).say(message)
    expect(reply.outcome.outcome).toBe('clarify')
    expect(reply.text).toContain('想办哪件事')
    expect(reply.application).toBeUndefined()
    expect(reply.text).not.toContain('13900000002')
  })

  test('in English too', async () => {
    const reply = await (await openCitizen(running.url)).say('My name is Huang Sample, my phone number is 13900000002')
    expect(reply.outcome.outcome).toBe('clarify')
    expect(reply.text).toContain('What would you like to get done?')
  })

  test.each(['我叫黄样例，要办居住证', '身份证350203195003040012怎么挂失', '思明区哪里能办护照'])(
    '%s names a matter',
    async (message) => {
      expect((await (await openCitizen(running.url)).say(message)).text).not.toContain('想办哪件事？告诉我')
    },
  )
})

describe('P8: an English label says whose and which value it is', () => {
  test('the day of a birth is no other day of the form, and a number given again is her own', async () => {
    const citizen = await openCitizen(running.url)
    await citizen.say('I want to apply for a residence permit')
    const pasted = await citizen.say('Name: Huang Sample\nDate of birth: 1990-03-04\nMobile: 13900000002')
    expect(valuesOf(pasted.application)).toEqual(['mobile', 'name'])
    const again = await citizen.say('Sorry, my phone is 13900000003')
    expect(valuesOf(again.application)).toEqual(['mobile', 'name'])
    expect(again.text).toContain('Changed Mobile number')
  })
})

describe('P6: who asks in the middle of a form to see it, or what is missing, is told', () => {
  test.each([
    ['我想核对一下', '还差'],
    ['还缺哪几项没填', '还差'],
    ['送出', '还差'],
    ['Please review everything', 'Still to fill in'],
    ['接下来呢', '我们接着办'],
    ['What happens next?', 'Back to'],
  ])('%s', async (message, told) => {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要办居住证')
    const reply = await citizen.say(message)
    expect(reply.outcome.outcome).toBe('drafting')
    expect(reply.text).toContain(told)
    expect(reply.sources).toEqual([])
  })
})

describe('P10: an English question that a section answers is not said to be unanswered', () => {
  test.each([
    ['How do I register a divorce?', 'divorce#how'],
    ['How can I apply for the residence permit?', 'residence-permit#how'],
  ])('%s', async (message, source) => {
    const reply = await (await openCitizen(running.url)).say(message)
    expect(reply.sources).toContain(source)
    expect(reply.outcome).toMatchObject({ outcome: 'answered', completeness: 'complete' })
  })

  test('one that goes beyond it still is', async () => {
    const reply = await (await openCitizen(running.url)).say('How do I get a passport for my parrot?')
    expect(reply.text).toContain('does not say anything about this point')
  })
})

function valuesOf(application: unknown): readonly string[] {
  const { fields } = application as { fields: readonly { id: string; value: unknown }[] }
  return fields.flatMap(({ id, value }) => (value === null ? [] : [id])).toSorted()
}
