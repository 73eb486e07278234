import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remindersOf } from '../../src/services/materials/owed.ts'
import { chineseWords } from '../../src/services/words/form-words.ts'
import type { ApplicationPart, CaseView, MaterialList } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { photoOf } from '../support/sample-files.ts'
import { copyStaffFiles, editStaffFile } from '../support/staff-files.ts'
import { uploadFile } from '../support/upload-file.ts'

/** A form whose photo may come ten days later, and whose identity card a promise can stand in for; synthetic, as no guide says so. */
let running: Awaited<ReturnType<typeof startAttended>>
let root: string
beforeAll(async () => {
  root = await copyStaffFiles()
  const form = 'knowledge/services/residence-permit.yaml'
  const cite = 'cite: residence-permit#materials'
  await editStaffFile(
    root,
    form,
    '{ id: photo,',
    `{ id: photo, upload: required, relief: { as: later, days: 10, ${cite} },`,
  )
  await editStaffFile(root, form, '{ id: identity-card,', `{ id: identity-card, relief: { as: promise, ${cite} },`)
  running = await startAttended({ root })
})
afterAll(async () => {
  await running.close()
  await rm(root, { recursive: true, force: true })
})

const LEGAL_AID_VALUES: Readonly<Record<string, string>> = {
  situation: 'other',
  matter: 'maintenance',
  hardship: 'low',
  name: '陈测试',
  citizenId: '350203199001010018',
  opponent: '王测试',
  story: '请求支付赡养费',
  address: '思明区|莲前街道|洪莲中路12号',
  mobile: '13800000001',
}

const lineOf = ({ materials }: Pick<MaterialList, 'materials'>, id: string) => materials.find((line) => line.id === id)
const relieve = (citizen: Citizen, id: string, material: string) =>
  citizen.call('POST', `/api/applications/${id}/reliefs`, { material })
const casesOf = async (citizen: Citizen): Promise<CaseView> => {
  const view = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }
  const [first] = view.cases
  if (first === undefined) throw new Error('no case')
  return first
}

test('what may come later is offered, stands on the review and in the case, reaches the city, and is handed in after filing', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const id = await fillResidencePermit(citizen).catch((error: Error) => error.message)
  expect(id).toContain('not ready')
  const asked = await citizen.say('继续办')
  expect(asked.text).toContain('容缺受理')
  const told = await citizen.say(`${labelIn(asked.text)}以后补交`)
  expect(told.text).toContain('记下了')
  expect(told.outcome.outcome).toBe('awaiting-review')

  const application = told.application?.id ?? ''
  const review = await reviewOf(citizen, application)
  expect(lineOf(review, 'photo')).toMatchObject({ state: 'later', relief: { as: 'later', days: 10 } })
  const submitted = await submit(citizen, review, 'later-photo')
  const { receiptNumber } = (await submitted.json()) as { receiptNumber: string }
  const file = await eventually(
    () => running.clerk.file(receiptNumber),
    (seen) => seen.filing !== undefined,
  )
  const dueBy = (await casesOf(citizen)).owed[0]?.dueBy
  expect(file.filing.materials.find((each) => each.id === 'photo')).toMatchObject({
    state: 'later',
    relief: { as: 'later', dueBy },
  })

  expect(
    (await uploadFile(running.url, citizen, application, { material: 'lease', name: 'a.jpg', content: photoOf(900) }))
      .status,
  ).toBe(404)
  const photo = photoOf(1234)
  const kept = await uploadFile(running.url, citizen, application, {
    material: 'photo',
    name: '补.jpg',
    content: photo,
  })
  expect(kept.status).toBe(201)
  const sent = lineOf((await kept.json()) as MaterialList, 'photo')?.files[0]?.id ?? ''
  await eventually(
    () => running.clerk.file(receiptNumber),
    (seen) => seen.files.some((each) => each.id === sent),
  )
  expect(await running.clerk.content(receiptNumber, sent)).toEqual(photo)
  expect((await casesOf(citizen)).owed).toMatchObject([{ material: 'photo', given: true }])
  expect((await citizen.call('DELETE', `/api/applications/${application}/materials/${sent}`)).status).toBe(409)
})

test('a promise stands in for a paper until it is taken back, and nothing is promised where the form offers nothing', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const started = await citizen.call('POST', '/api/applications', {
    service: 'residence-permit',
    conversationId: citizen.id,
  })
  const { application } = (await started.json()) as { application: { id: string } }
  const taken = await relieve(citizen, application.id, 'identity-card')
  expect(taken.status).toBe(201)
  const line = lineOf((await taken.json()) as MaterialList, 'identity-card')
  expect(line).toMatchObject({ state: 'promised', relief: { as: 'promise' } })
  const again = lineOf(
    (await (await relieve(citizen, application.id, 'identity-card')).json()) as MaterialList,
    'identity-card',
  )
  expect(again?.relief?.taken).toBe(line?.relief?.taken)
  const gone = await citizen.call('DELETE', `/api/applications/${application.id}/materials/${line?.relief?.taken}`)
  expect(lineOf((await gone.json()) as MaterialList, 'identity-card')).toMatchObject({ state: 'bring' })
  expect((await relieve(citizen, application.id, 'nothing-like-it')).status).toBe(404)
})

test('she is reminded once, three days before the last day, unless she has handed it in', () => {
  const owed = { material: 'photo', label: '照片', dueBy: '2026-12-10', givenAt: null }
  expect(remindersOf([owed], '2026-12-06', chineseWords.case.reminded)).toEqual([])
  expect(remindersOf([owed], '2026-12-07', chineseWords.case.reminded)).toMatchObject([
    { text: expect.stringContaining('2026年12月10日') as string },
  ])
  expect(
    remindersOf([{ ...owed, givenAt: Date.parse('2026-12-01T00:00:00Z') }], '2026-12-09', chineseWords.case.reminded),
  ).toEqual([])
  // Told before she gave it: the case keeps saying so, and nothing is told anew.
  expect(
    remindersOf([{ ...owed, givenAt: Date.parse('2026-12-08T00:00:00Z') }], '2026-12-09', chineseWords.case.reminded),
  ).toHaveLength(1)
})

/** The name of the paper that may come later, as the citizen was told. */
function labelIn(text: string): string {
  return /“([^”]+)”现在没有/.exec(text)?.[1] ?? ''
}

describe('in the forms as they are', () => {
  const startIn = async (service: string, values: Record<string, string>) => {
    const citizen = await openCitizen(running.url, 'text')
    const started = await citizen.call('POST', '/api/applications', { service, conversationId: citizen.id, values })
    return { citizen, application: ((await started.json()) as { application: ApplicationPart }).application }
  }

  test('a promise of means is offered for legal aid, and papers that come later only where a limit is running', async () => {
    const calm = await startIn('legal-aid', { situation: 'other', matter: 'maintenance' })
    expect(lineOf(calm.application, 'hardship-statement')?.relief).toMatchObject({ as: 'promise' })
    expect(lineOf(calm.application, 'case-papers')?.relief).toBeNull()
    const urgent = await startIn('legal-aid', { situation: 'other', matter: 'maintenance', deadline: '2099-01-01' })
    expect(lineOf(urgent.application, 'case-papers')?.relief).toMatchObject({ as: 'later', days: null })
  })

  test('the only paper that may come later needs no name, and a case without a last day says to hand it in soon', async () => {
    const { citizen, application } = await startIn('legal-aid', {
      ...LEGAL_AID_VALUES,
      deadline: '2099-01-01',
    })
    expect(application.status).toBe('ready')
    const told = await citizen.say('材料我以后补交')
    expect(told.text).toContain('以后补交（容缺受理）')
    expect(told.text).toContain('与案件有关的材料（容缺受理，以后补交）')
    expect(told.text).toContain('可以用您的书面承诺代替')
    const promised = await citizen.say('经济困难状况我写承诺书代替')
    expect(promised.text).toContain('经济困难状况说明或者诚信承诺（用您的书面承诺代替）')
    const review = await reviewOf(citizen, application.id)
    expect((await submit(citizen, review, 'legal-aid-later')).status).toBe(201)
    expect((await casesOf(citizen)).owed).toMatchObject([{ material: 'case-papers', dueBy: null, given: false }])
    expect((await citizen.say('办到哪了')).text).toContain('请尽快补交')
  })
})
