import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const FORM: readonly FieldToRead[] = [
  { id: 'elderName', element: 'name', label: '老人姓名', labels: ['姓名'] },
  { id: 'elderId', element: 'citizen-id', label: '老人身份证号码', labels: [] },
  { id: 'name', element: 'name', label: '姓名', labels: ['本人姓名'] },
  { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证'] },
  { id: 'spouseId', element: 'citizen-id', label: '配偶身份证号码', labels: [] },
  { id: 'otherName', element: 'name', label: '对方姓名', labels: [] },
  { id: 'agentName', element: 'name', label: '代办人姓名', labels: [] },
]

function values(text: string, asked: string): Record<string, string> {
  const read = readFields(text, FORM, { today: '2026-11-23', asked })
  return Object.fromEntries(read.map(({ field, value, problem }) => [field, problem ?? value]))
}

test.each<[string, string, Record<string, string>]>([
  ['我叫苏测验，我外婆叫吴测验', 'elderName', { elderName: '吴测验', agentName: '苏测验' }],
  ['身份证翻出来了350203199001010018', 'elderId', { elderId: '350203199001010018' }],
  ['我自己的身份证350203199001010018', 'elderId', { citizenId: '350203199001010018' }],
  ['我对象叫吴测验，我叫苏测验', 'otherName', { otherName: '吴测验', agentName: '苏测验' }],
  ['苏测验，我儿子叫吴测验', 'name', { name: '苏测验' }],
  ['我儿子叫吴测验', 'name', {}],
  ['姐姐叫苏测验，妹妹叫吴测验', 'name', {}],
  ['姐姐叫苏测验，要办的叫吴测验', 'name', { name: '吴测验' }],
  ['可能叫苏测验', 'name', {}],
  ['那算了，我自己来', 'name', {}],
  ['那就不办了', 'name', {}],
  ['先说我老公的，350203199001010018', 'citizenId', { spouseId: '350203199001010018' }],
])('%j, asked for %s, is nobody else’s', (text, asked, expected) => {
  expect(values(text, asked)).toEqual(expected)
})

test.each<[string, Record<string, string>]>([
  ['我替她弄的，她叫吴测验', { elderName: '吴测验' }],
  ['我帮他填的，他叫吴测验', { elderName: '吴测验' }],
  ['表是我填，她名字是吴测验', { elderName: '吴测验' }],
  ['我是替他办的，我叫苏测验', { agentName: '苏测验' }],
  ['我叫苏测验，替她办', { agentName: '苏测验' }],
])('%s: who is spoken of last as he or she is not who fills the form in', (words, expected) => {
  const form = FORM.filter(({ id }) => id === 'elderName' || id === 'agentName')
  const read = readFields(words, form, { today: '2026-11-23', asked: 'agentName' })
  expect(Object.fromEntries(read.map(({ field, value }) => [field, value]))).toEqual(expected)
})

const DECEASED: readonly FieldToRead[] = [
  { id: 'deceasedName', element: 'name', label: '逝者姓名', labels: ['去世的人姓名'] },
  { id: 'deceasedId', element: 'citizen-id', label: '逝者身份证号码', labels: [] },
  { id: 'name', element: 'name', label: '姓名', labels: ['本人姓名'] },
  { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证'] },
]

test.each<[string, string, Record<string, string>]>([
  ['吴测验，姓名是苏测验', 'deceasedName', { deceasedName: '吴测验', name: '苏测验' }],
  ['姓名苏测验，吴测验', 'deceasedName', { deceasedName: '吴测验', name: '苏测验' }],
  ['姓名是吴测验', 'deceasedName', { deceasedName: '吴测验' }],
  ['好的，姓名是吴测验', 'deceasedName', { deceasedName: '吴测验' }],
  [
    '350203195004041049，身份证号码350203199001010018',
    'deceasedId',
    { deceasedId: '350203195004041049', citizenId: '350203199001010018' },
  ],
])(
  '%j, asked for %s: beside the answer, what the form calls another field is that field’s',
  (text, asked, expected) => {
    const read = readFields(text, DECEASED, { today: '2026-11-23', asked })
    expect(Object.fromEntries(read.map(({ field, value, problem }) => [field, problem ?? value]))).toEqual(expected)
  },
)

test('the longer name of another field is not the shorter one of the field asked for', () => {
  const form: readonly FieldToRead[] = [
    { id: 'name', element: 'name', label: '姓名', labels: [] },
    { id: 'householder', element: 'name', label: '户主姓名', labels: [] },
  ]
  const read = (text: string) =>
    Object.fromEntries(
      readFields(text, form, { today: '2026-11-23', asked: 'name' }).map((one) => [one.field, one.value]),
    )
  expect(read('苏测验，户主姓名是吴测验')).toEqual({ name: '苏测验', householder: '吴测验' })
  expect(read('户主姓名是吴测验，姓名是苏测验')).toEqual({ name: '苏测验', householder: '吴测验' })
})

test.each(['是我岳父', '他孙子', '我大舅'])('%j says who somebody is, not what he is called', (text) => {
  expect(values(text, 'name')).toEqual({})
})

test.each<[string, string, string]>([
  ['我们给她起的是吴测验', '孩子姓名', '吴测验'],
  ['租给我的那人叫苏测验', '房东姓名', '苏测验'],
  ['户口本上户主写的是吴测验', '户主姓名', '吴测验'],
  ['免贵姓苏，单名一个测字', '姓名', '苏测'],
])('%j, asked for %s, names the person asked for', (text, label, expected) => {
  const form: readonly FieldToRead[] = [{ id: 'who', element: 'name', label, labels: [] }]
  expect(readFields(text, form, { today: '2026-11-23', asked: 'who' }).map(({ value }) => value)).toEqual([expected])
})
