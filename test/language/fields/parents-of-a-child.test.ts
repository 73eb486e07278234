import { describe, expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const FORM: readonly FieldToRead[] = [
  { id: 'childName', element: 'name', label: '孩子姓名', labels: ['宝宝名字'] },
  { id: 'certificate', element: 'text', label: '出生医学证明编号', labels: ['出生证编号'] },
  {
    id: 'followParent',
    element: 'choice',
    label: '随谁落户',
    labels: ['跟谁落户'],
    ask: '孩子随父亲还是随母亲落户？',
    options: [
      { id: 'father', label: '父亲', aliases: ['爸爸'] },
      { id: 'mother', label: '母亲', aliases: ['妈妈'] },
    ],
  },
  { id: 'name', element: 'name', label: '申请人姓名', labels: ['姓名', '我的名字'] },
  { id: 'citizenId', element: 'citizen-id', label: '申请人身份证号码', labels: ['身份证号', '身份证'] },
]
const HERS = '350203198805121069'

function read(words: string, known: readonly string[], asked?: string, earlier: readonly string[] = []) {
  const fields = FORM.map((field) => (known.includes(field.id) ? { ...field, shown: '…' } : field))
  const given = readFields(words, fields, { today: '2026-11-28', asked, earlier })
  return Object.fromEntries(given.flatMap(({ field, value, confidence }) => (confidence < 0.5 ? [] : [[field, value]])))
}

describe('the parents of a child', () => {
  test.each([
    '妈妈叫林样例',
    `孩子妈妈叫林样例，身份证${HERS}`,
    '我老婆叫林样例',
    `妈妈的身份证号是${HERS}`,
    '宝宝他妈妈叫林样例',
    '我是爸爸',
    '我是孩子爸爸',
  ])('%s gives nothing of the one who applies', (words) => {
    expect(read(words, ['childName'], 'certificate')).toEqual({})
    expect(read(words, [], 'childName')).toEqual({})
    expect(read(words, ['childName'], 'name')).toEqual({})
  })

  test('the parent who speaks is the one who applies', () => {
    const words = `妈妈叫林样例，身份证${HERS}`
    expect(read(words, ['childName'], 'certificate', ['我是孩子妈妈'])).toEqual({ name: '林样例', citizenId: HERS })
    expect(read(words, ['childName'], 'certificate', ['我是孩子爸爸'])).toEqual({})
  })

  test.each(['我是孩子爸爸，我叫陈测试', '我叫陈测试', '申请人是我，陈测试', '办的人是我，叫陈测试'])(
    '%s takes the place of the name held',
    (words) => {
      const fields = FORM.map((field) => (field.id.endsWith('ame') ? { ...field, shown: '林样例' } : field))
      const [given] = readFields(words, fields, { today: '2026-11-28', asked: 'certificate' })
      expect(given).toMatchObject({ field: 'name', value: '陈测试', correction: true })
      expect(given?.confidence).toBeGreaterThanOrEqual(0.6)
    },
  )

  test('with whom a child is registered is chosen by words that choose', () => {
    expect(read('跟妈妈落户', ['childName'], 'certificate')).toEqual({ followParent: 'mother' })
    expect(read('爸爸', ['childName'], 'followParent')).toEqual({ followParent: 'father' })
    expect(read('我是孩子爸爸', ['childName'], 'followParent')).toEqual({})
  })
})
