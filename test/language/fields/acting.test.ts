import { describe, expect, test } from 'vitest'
import { readFields, withoutActing, type FieldToRead } from '../../../src/language/index.ts'

const FATHERS: readonly FieldToRead[] = [
  { id: 'name', element: 'name', label: '父亲的姓名', labels: ['姓名', '父亲姓名'] },
  { id: 'citizenId', element: 'citizen-id', label: '父亲的身份证号码', labels: ['身份证号', '身份证', '父亲身份证'] },
  { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'] },
  { id: 'agentName', element: 'name', label: '经办人姓名', labels: ['代办人姓名', '我的姓名'] },
  { id: 'agentCitizenId', element: 'citizen-id', label: '经办人身份证号码', labels: ['代办人身份证', '我的身份证'] },
]
const ELDERS: readonly FieldToRead[] = [
  { id: 'name', element: 'name', label: '老人姓名', labels: ['姓名', '名字'] },
  { id: 'citizenId', element: 'citizen-id', label: '老人身份证号码', labels: ['身份证号', '身份证'] },
  { id: 'agentName', element: 'name', label: '代办人姓名', labels: ['代办人'] },
]
const CHILDS: readonly FieldToRead[] = [
  { id: 'name', element: 'name', label: '持卡人姓名', labels: ['姓名', '孩子姓名'] },
  { id: 'guardianName', element: 'name', label: '监护人姓名', labels: ['监护人'] },
]
const FATHER = '350503195001010016'
const OWN = '350203199001010018'

function read(words: string, form: readonly FieldToRead[], known: readonly string[] = [], asked?: string) {
  const fields = form.map((field) => (known.includes(field.id) ? { ...field, shown: '…' } : field))
  const read = readFields(words, fields, { today: '2026-11-27', asked })
  return Object.fromEntries(read.map(({ field, value, problem }) => [field, problem === undefined ? value : '!']))
}

describe('acting for another', () => {
  test.each(['我爸叫李建国', '我父亲叫李建国', '他叫李建国'])('%s names whom it is about', (words) => {
    expect(read(words, FATHERS)).toEqual({ name: '李建国' })
  })

  test('whose value it is carries over the comma', () => {
    expect(read(`我爸叫李建国，身份证${FATHER}`, FATHERS)).toEqual({ name: '李建国', citizenId: FATHER })
    expect(read(`我叫陈测试，身份证${OWN}`, FATHERS, ['name', 'citizenId'])).toEqual({
      agentName: '陈测试',
      agentCitizenId: OWN,
    })
    expect(read(`我叫陈测试，身份证${OWN}，我爸身份证${FATHER}`, FATHERS)).toEqual({
      agentName: '陈测试',
      agentCitizenId: OWN,
      citizenId: FATHER,
    })
  })

  test('an invalid number of the mother is told, and that of the agent takes not its place', () => {
    const words = `我妈叫李样例，身份证350203194001010011，我叫陈测试，我身份证${OWN}`
    expect(read(words, ELDERS, [], 'citizenId')).toEqual({ name: '李样例', citizenId: '!', agentName: '陈测试' })
  })

  test('what the agent says of herself is never the value of the other, asked for or not', () => {
    expect(read(`我的身份证是${OWN}`, ELDERS, [], 'citizenId')).toEqual({})
    expect(read(`我的身份证是${OWN}`, FATHERS, [], 'citizenId')).toEqual({ agentCitizenId: OWN })
  })

  test('a number of which nobody knows whose it is replaces none, and is taken for whoever has none yet', () => {
    expect(read(`身份证${OWN}`, FATHERS, ['citizenId'])).toEqual({ agentCitizenId: OWN })
    expect(read(`身份证${OWN}`, FATHERS, ['citizenId'], 'agentCitizenId')).toEqual({ agentCitizenId: OWN })
    expect(read(`身份证错了，应该是${FATHER}`, FATHERS, ['citizenId', 'agentCitizenId'])).toEqual({ citizenId: FATHER })
  })

  test('the child is not its own guardian, and whoever speaks is', () => {
    expect(read('他叫陈小测', CHILDS)).toEqual({ name: '陈小测' })
    expect(read('我叫王妈妈', CHILDS)).toEqual({ guardianName: '王妈妈' })
  })

  test('while nobody knows whether there is a guardian, who speaks is the citizen', () => {
    const undecided = CHILDS.map((field) => (field.id === 'guardianName' ? { ...field, undecided: true } : field))
    expect(read('我叫陈测试', undecided)).toEqual({ name: '陈测试' })
  })

  test('what goes on about somebody fills what is asked of nobody else', () => {
    const form: readonly FieldToRead[] = [
      ...FATHERS,
      { id: 'address', element: 'address', label: '居住地址', labels: [] },
    ]
    const words = `我爸叫李建国，手机13800000001，住思明区莲前街道演示路1号`
    expect(read(words, form)).toEqual({
      name: '李建国',
      mobile: '13800000001',
      address: '思明区|莲前街道|演示路1号',
    })
  })

  test('what is said of a relative is no value of her own form', () => {
    const own: readonly FieldToRead[] = [
      { id: 'name', element: 'name', label: '姓名', labels: [] },
      { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证'] },
      { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'] },
    ]
    const words = `我叫陈测试，我爱人叫王样本，她电话13800000009，身份证${FATHER}`
    expect(read(words, own)).toEqual({ name: '陈测试' })
    expect(read(`我爱人电话13800000009`, own, [], 'mobile')).toEqual({ mobile: '13800000009' })
  })

  test('a bare number fills no field that may never apply', () => {
    const form: readonly FieldToRead[] = [
      { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'] },
      { id: 'guardianMobile', element: 'mobile', label: '监护人手机号', labels: ['监护人电话'], undecided: true },
    ]
    expect(read('13800000003', form, ['mobile'])).not.toHaveProperty('guardianMobile')
    expect(read('监护人手机号13800000003', form, ['mobile'])).toEqual({ guardianMobile: '13800000003' })
  })
})

test.each([
  ['办医保家庭共济，是给我老公办的', '办医保家庭共济，是给办的'],
  ['我要替在外地的女儿申请居住证', '我要替申请居住证'],
  ['幫我媽辦一張社保卡，我媽姓陳', '幫辦一張社保卡，我媽姓陳'],
  ['能不能替我妈办', '能不能替我妈办'],
  ['共济给我老公用', '共济给我老公用'],
])('for whom she acts is said of nobody in the form: %s', (words, rest) => {
  expect(withoutActing(words)).toBe(rest)
})
