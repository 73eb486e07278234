import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationPart, CaseView, MaterialList } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { answerAll, NEWBORN } from '../support/filled-bundle.ts'
import { pdf, photoOf } from '../support/sample-files.ts'
import { copyStaffFiles, editStaffFile } from '../support/staff-files.ts'
import { uploadFile } from '../support/upload-file.ts'

/** Of the forms of the bundle, one lets a paper come later and another takes a promise; synthetic, as no guide says so. */
let running: Awaited<ReturnType<typeof startAttended>>
let root: string
beforeAll(async () => {
  root = await copyStaffFiles()
  await editStaffFile(
    root,
    'knowledge/services/newborn.yaml',
    '{ id: hukou,',
    '{ id: hukou, upload: required, relief: { as: later, days: 10, cite: newborn#materials },',
  )
  await editStaffFile(
    root,
    'knowledge/services/resident-medical-insurance.yaml',
    '{ id: household-register,',
    '{ id: household-register, relief: { as: promise, cite: resident-medical-insurance#materials },',
  )
  running = await startAttended({ root })
})
afterAll(async () => {
  await running.close()
  await rm(root, { recursive: true, force: true })
})

const casesOf = async (citizen: Citizen): Promise<CaseView[]> =>
  ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }).cases

async function upload(citizen: Citizen, application: string, material: string, content: Buffer) {
  const kept = await uploadFile(running.url, citizen, application, { material, name: `${material}.bin`, content })
  expect(kept.status).toBe(201)
  return (await kept.json()) as MaterialList
}

/** The filing of a part as the city has it, once the files that it announces are there. */
async function filedAs(citizen: Citizen, service: string, files: number) {
  const part = (await casesOf(citizen)).find((one) => one.service === service)
  const number = part?.receiptNumber ?? ''
  const seen = await eventually(
    () => running.clerk.file(number),
    (file) => file.filing !== undefined && file.files.length >= files,
  )
  const materials = Object.fromEntries(seen.filing.materials.map((each) => [each.id, each]))
  return { part, number, materials, files: seen.files }
}

test('P15: papers of a bundle go to the part they are for: files, what comes later, and what is promised', async () => {
  const citizen = await openCitizen(running.url)
  const start = await citizen.call('POST', '/api/applications', { bundle: 'birth', conversationId: citizen.id })
  const { application } = (await start.json()) as { application: ApplicationPart }
  const { last } = await answerAll(citizen, application, NEWBORN)
  expect(last.status).toBe('draft')

  const birth = pdf({ lines: ['出生医学证明 母亲姓名 陈测试 新生儿姓名 测试宝宝'] })
  const again = photoOf(1700)
  await upload(citizen, last.id, 'registration-birth-certificate', birth)
  const list = await upload(citizen, last.id, 'insurance-birth-certificate', again)
  expect(list.materials.find(({ id }) => id === 'registration-birth-certificate')?.files).toMatchObject([
    { check: 'agrees', findings: [] },
  ])
  for (const material of ['registration-hukou', 'insurance-household-register'])
    expect((await citizen.call('POST', `/api/applications/${last.id}/reliefs`, { material })).status).toBe(201)

  const receipt = await submit(citizen, await reviewOf(citizen, last.id), `papers-${citizen.id}`)
  expect(receipt.status).toBe(201)
  const registration = await filedAs(citizen, 'newborn', 1)
  const insurance = await filedAs(citizen, 'resident-medical-insurance', 1)

  const dueBy = registration.part?.owed[0]?.dueBy
  expect(registration.materials['birth-certificate']).toMatchObject({ state: 'uploaded', files: [{ check: 'agrees' }] })
  expect(registration.materials['hukou']).toMatchObject({ state: 'later', relief: { as: 'later', dueBy } })
  expect(insurance.materials['birth-certificate']).toMatchObject({ state: 'uploaded' })
  expect(insurance.materials['household-register']).toMatchObject({ state: 'promised', relief: { as: 'promise' } })
  expect(registration.files).toHaveLength(1)
  expect(insurance.files).toHaveLength(1)
  expect(await running.clerk.content(registration.number, registration.files[0]?.id ?? '')).toEqual(birth)
  expect(await running.clerk.content(insurance.number, insurance.files[0]?.id ?? '')).toEqual(again)

  // What was to come later is handed in with the part that waits for it, and reaches that part only.
  const hukou = photoOf(2100)
  await upload(citizen, registration.part?.applicationId ?? '', 'hukou', hukou)
  const after = await filedAs(citizen, 'newborn', 2)
  const late = after.files.find(({ material }) => material === 'hukou')
  expect(await running.clerk.content(registration.number, late?.id ?? '')).toEqual(hukou)
  expect((await filedAs(citizen, 'resident-medical-insurance', 1)).files).toHaveLength(1)
  expect(after.part?.owed).toMatchObject([{ material: 'hukou', given: true }])
})

test('P15: a paper about the child is compared with the child, not with who applies', async () => {
  const citizen = await openCitizen(running.url)
  const start = await citizen.call('POST', '/api/applications', { bundle: 'birth', conversationId: citizen.id })
  const { application } = (await start.json()) as { application: ApplicationPart }
  const { last } = await answerAll(citizen, application, NEWBORN)
  const list = await upload(
    citizen,
    last.id,
    'insurance-birth-certificate',
    pdf({ lines: ['出生医学证明 新生儿姓名 测试宝宝'] }),
  )
  expect(list.materials.find(({ id }) => id === 'insurance-birth-certificate')?.files).toMatchObject([
    { check: 'agrees', findings: [] },
  ])
})
