import { expect, test } from 'vitest'
import { Bundle } from '../../src/content/bundle.ts'
import { createCatalogue } from '../../src/services/forms/catalogue.ts'
import { inEnglish } from '../../src/services/words/in-english.ts'
import { file, openOffice, refusal } from './open-counter.ts'
import { COMPLETE, said } from './sample-citizen.ts'
import { CONTENT } from './sample-service.ts'

/** The allowance waits for the pass although it stands first. */
const MOVING = Bundle.parse({
  id: 'moving',
  title: '样例搬家一件事',
  titleEn: 'Moving',
  aliases: [],
  guide: 'sample-pass',
  questions: [{ id: 'wantsAllowance', element: 'yes-no', label: '是否要津贴', ask: '要津贴吗？' }],
  steps: [
    { id: 'allowance', title: '津贴', service: 'sample-allowance', after: ['pass'], when: 'wantsAllowance' },
    { id: 'pass', title: '通行证', service: 'sample-pass', situation: 'first-issue' },
  ],
  shared: [
    { id: 'name', fields: ['sample-pass.name', 'sample-allowance.name'] },
    { id: 'mobile', fields: ['sample-pass.mobile', 'sample-allowance.mobile'] },
  ],
})

const { situation: _, ...PASS } = COMPLETE

/** An office with the bundle, and a draft of it with everything filled in. */
async function openMoving(answers: Record<string, string> = { wantsAllowance: 'true', months: '60' }) {
  const office = await openOffice()
  office.counter.replace({ ...CONTENT, bundles: new Map([[MOVING.id, MOVING]]) })
  const values = said({ ...PASS, ...answers })
  const { application } = await office.counter.start({ conversationId: 'mine', service: 'bundle:moving', values })
  return { ...office, application }
}
const servicesFiled = (filings: ReadonlyMap<string, { body: string }>): string[] =>
  [...filings.values()].map(({ body }) => (JSON.parse(body) as { service: string }).service)

test('what two forms ask for is asked once, and a settled situation not at all', async () => {
  const { application } = await openMoving()
  expect(application.status).toBe('ready')
  expect(application.fields.filter(({ label }) => label === '手机号')).toHaveLength(1)
  expect(application.fields.map(({ id }) => id)).not.toContain('situation')
})

test('every part is filed in the order of dependence, each under a receipt of its own', async () => {
  const { counter, city, application } = await openMoving()
  await file(counter, application.id)
  await counter.deliver()
  expect(servicesFiled(city.filings)).toEqual(['sample-pass', 'sample-allowance'])
  expect(new Set([...city.filings.values()].map(({ receiptNumber }) => receiptNumber)).size).toBe(2)
  expect(JSON.parse([...city.filings.values()][0]?.body ?? '{}')).toMatchObject({
    values: expect.arrayContaining([expect.objectContaining({ id: 'situation', value: 'first-issue' })]) as unknown,
  })
})

test.each([
  ['true', undefined, '13800000001'],
  ['false', '13800000009', '13800000009'],
])('what is shared at times is asked by itself otherwise, and filed as it stands: %s', async (same, own, filed) => {
  const office = await openOffice()
  const sharing = Bundle.parse({
    ...MOVING,
    questions: [...MOVING.questions, { id: 'same', element: 'yes-no', label: '是否同一个人', ask: '是同一个人吗？' }],
    shared: [
      ...MOVING.shared.filter(({ id }) => id !== 'mobile'),
      {
        id: 'mobile',
        fields: ['sample-pass.mobile'],
        also: [{ field: 'sample-allowance.mobile', when: 'same', label: '妈妈的手机号', ask: '妈妈的手机号？' }],
      },
    ],
  })
  office.counter.replace({ ...CONTENT, bundles: new Map([[sharing.id, sharing]]) })
  const values = said({ ...PASS, mobile: '13800000001', wantsAllowance: 'true', months: '60', same })
  const { application } = await office.counter.start({ conversationId: 'mine', service: 'bundle:moving', values })
  expect(application.next?.field).toBe(own === undefined ? undefined : 'allowanceMobile')
  if (own !== undefined) {
    const given = said({ allowanceMobile: own })
    await office.counter.fill({ conversationId: 'mine', applicationId: application.id, values: given })
  }
  await file(office.counter, application.id)
  await office.counter.deliver()
  const bodies = [...office.city.filings.values()].map(
    ({ body }) => JSON.parse(body) as { service: string; values: { id: string; value: string }[] },
  )
  const allowance = bodies.find(({ service }) => service === 'sample-allowance')
  expect(allowance?.values.find(({ id }) => id === 'mobile')?.value).toBe(filed)
})

test('a part that does not apply is neither asked for nor filed', async () => {
  const { counter, city, application } = await openMoving({ wantsAllowance: 'false' })
  expect(application.fields.map(({ id }) => id)).not.toContain('months')
  await file(counter, application.id)
  await counter.deliver()
  expect(servicesFiled(city.filings)).toEqual(['sample-pass'])
})

test('a part that is closed to her is skipped with its reason, and the other is filed', async () => {
  const { counter, city, application } = await openMoving({ wantsAllowance: 'true', months: '60', local: 'true' })
  expect(application.eligibility.map(({ message }) => message).join()).toContain('“通行证”这次不能办')
  await file(counter, application.id)
  await counter.deliver()
  expect(servicesFiled(city.filings)).toEqual(['sample-allowance'])
  const whole = (await counter.cases('mine')).find(({ parts }) => parts.length > 0)
  expect(whole?.parts[0]).toMatchObject({ title: '通行证', state: 'skipped', reason: '户口在本市的不用办。' })
})

test('where no part is left to file, the whole is closed with the reason, and no receipt is given', async () => {
  const { counter, city, application } = await openMoving({ wantsAllowance: 'false', local: 'true' })
  expect(application.status).toBe('draft')
  expect(application.eligibility).toMatchObject([
    { outcome: 'no', message: expect.stringContaining('“通行证”这次不能办') as unknown },
  ])
  expect(await refusal(counter.review('mine', application.id))).toBe('incomplete-application')
  expect(city.filings.size).toBe(0)
})

test('pressed twice, it is filed once; another counter on the same books goes on with it', async () => {
  const { counter, city, application, another } = await openMoving()
  const { reviewHash, confirmation } = await counter.review('mine', application.id)
  const act = {
    conversationId: 'mine',
    applicationId: application.id,
    reviewHash,
    confirmation,
    idempotencyKey: 'twice',
  }
  const [one, two] = await Promise.all([counter.submit(act), counter.submit(act)])
  expect(two).toEqual(one)
  expect(await refusal(counter.submit({ ...act, idempotencyKey: 'other' }))).toBe('conflict')
  await (await another()).deliver()
  await counter.deliver()
  expect(servicesFiled(city.filings)).toHaveLength(2)
})

test('a bundle in English judges the papers of a part by the same person', () => {
  const form = createCatalogue({ ...CONTENT, bundles: new Map([[MOVING.id, MOVING]]) }).form('bundle:moving')
  if (form === undefined) throw new Error('the bundle is not compiled')
  const people = form.materials.map(({ person }) => person)
  expect(people.some((person) => person !== undefined)).toBe(true)
  expect(inEnglish(form).materials.map(({ person }) => person)).toEqual(people)
})
