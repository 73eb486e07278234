import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFacts } from '../../src/conversation/lock/fact-lock.ts'

const CASES = ['首次申领', '期满换领', '丢失补领', '损坏更换', '变更地址', '外省转入']
const ACTS = ['委托代办', '网上预约', '邮寄领取', '跨区受理', '延期提交', '分期缴纳']

/** A guide section with a line for each of several cases, each with a fee of its own. */
const sections = fc
  .tuple(
    fc.shuffledSubarray(CASES, { minLength: 2 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: CASES.length, maxLength: CASES.length }),
  )
  .map(([cases, fees]) => {
    const priced = cases.map((name, at) => ({ name, fee: fees[at] ?? 0 }))
    return { priced, text: priced.map(({ name, fee }) => `- **${name}**：${name}示范证，工本费${fee}元。`).join('\n') }
  })

describe('a fee belongs to its case, whatever the other cases cost', () => {
  test('its own passes, in one sentence with others and in any order', () => {
    fc.assert(
      fc.property(sections, fc.nat(), ({ priced, text }, turn) => {
        const order = [...priced.slice(turn % priced.length), ...priced.slice(0, turn % priced.length)]
        const sentence = `${order.map(({ name, fee }) => `${name}的话要${fee}块钱`).join('，')}。`
        expect(checkFacts(sentence, [{ text }])).toEqual({ ok: true })
      }),
    )
  })

  test('that of another case does not', () => {
    fc.assert(
      fc.property(sections, fc.nat(), ({ priced, text }, at) => {
        const own = priced[at % priced.length]
        const other = priced[(at + 1) % priced.length]
        const said = `${own?.name}示范证的，工本费${other?.fee}元。`
        expect(checkFacts(said, [{ text }])).toMatchObject({ ok: false })
        expect(checkFacts(`${own?.name}要${other?.fee}元。`, [{ text }])).toMatchObject({ ok: false })
      }),
    )
  })
})

/** A guide section that says of several acts whether they are possible. */
const rules = fc
  .tuple(fc.shuffledSubarray(ACTS, { minLength: 1 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([acts, can]) => {
    const ruled = acts.map((act, at) => ({ act, can: can[at] === true }))
    return { ruled, text: ruled.map((rule) => `示范证${rule.can ? '可以' : '不能'}${rule.act}。`).join('\n') }
  })

test('what may be done and what may not are never turned round', () => {
  fc.assert(
    fc.property(rules, fc.nat(), ({ ruled, text }, at) => {
      const rule = ruled[at % ruled.length]
      const [same, turned] = rule?.can === true ? ['能', '不可以'] : ['不可以', '可以']
      expect(checkFacts(`办示范证${same}${rule?.act}。`, [{ text }])).toEqual({ ok: true })
      expect(checkFacts(`办示范证${turned}${rule?.act}。`, [{ text }])).toMatchObject({ ok: false })
    }),
  )
})

test('no text at all makes the lock fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (sentence, text) => {
      expect(typeof checkFacts(sentence, [{ text }]).ok).toBe('boolean')
    }),
  )
})
