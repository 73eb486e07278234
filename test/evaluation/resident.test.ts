import { expect, test } from 'vitest'
import { heldFields, residentOf } from '../../src/evaluation/citizens/resident.ts'

const words = { title: '', titleEn: '', authority: '', authorityEn: '', purpose: '', purposeEn: '' }
const register = { ...words, days: 1, sensitive: false, guardianship: false }
const registers = new Map([
  ['household', { ...register, id: 'household', supplies: { registeredInXiamen: 'registeredInXiamen' } }],
  ['work', { ...register, id: 'work', supplies: { workplace: 'employer', employer: 'employer' } }],
  ['children', { ...register, id: 'children', guardianship: true, supplies: { name: 'wardName' } }],
])
const knowing = (knows: Readonly<Record<string, string>>) =>
  residentOf({ citizen: { knows, does_not_know: [] } }, registers)

test('the city holds of the citizen of a sample what she knows herself, and nothing else', () => {
  const resident = knowing({
    citizenId: '350203199001010018',
    name: '陈样例',
    mobile: '13800000001',
    workplace: '样例厂',
    reason: 'housing',
  })
  expect(resident).toMatchObject({ name: '陈样例', held: { work: { employer: '样例厂' } } })
  expect(resident === undefined ? [] : [...heldFields(resident, registers)].toSorted()).toEqual(
    ['name', 'citizenId', 'mobile', 'workplace', 'employer'].toSorted(),
  )
})

test('who acts for another signs in as herself, and the city tells nothing of the other', () => {
  const agent = knowing({
    citizenId: '350203199001010018',
    name: '陈样例',
    agentName: '代样例',
    agentCitizenId: '350203198001010019',
    workplace: '样例厂',
  })
  expect(agent).toMatchObject({ name: '代样例', vouched: ['agentName', 'agentCitizenId', 'mobile'], held: {} })
})

test('who has no identity number cannot sign in', () => {
  expect(knowing({ name: '陈样例', passport: 'E00000000' })).toBeUndefined()
})
