import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationPart, CaseView, MaterialList } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { reviewOf, submit } from '../support/filled-application.ts'
import { answerAll } from '../support/filled-bundle.ts'
import { pdf } from '../support/sample-files.ts'
import { uploadFile } from '../support/upload-file.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

/** A mother who retires, and her daughter who has it done; openly synthetic. */
const ANSWERS: Readonly<Record<string, string>> = {
  hasFund: 'true',
  severalPlaces: 'false',
  situation: 'normal',
  pensionSituation: 'normal',
  category: 'female-worker',
  name: '王样例',
  citizenId: '350203196208150022',
  paidYears: '20',
  insuredElsewhere: 'false',
  employed: 'false',
  housingFund: 'true',
  mobile: '13800000001',
  bankCard: '6217000000000000004',
  agentName: '陈测试',
  agentCitizenId: '350203199001010018',
  actingRight: 'authorised',
}

const casesOf = async (citizen: Citizen): Promise<CaseView[]> =>
  ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }).cases

test('P17: a bundle for a mother asks once who acts and by what right, and every part carries it to its department', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const started = await citizen.say('替我妈把退休的事一起办了')
  expect(started.application?.title).toBe('退休“一件事”（替母亲办）')
  expect(started.text).toContain('经办人')
  if (started.application === undefined) throw new Error('no application')
  const { asked, last } = await answerAll(citizen, started.application, ANSWERS)
  expect(asked.filter((field) => field.startsWith('a') && /agent|acting/.test(field)).toSorted()).toEqual([
    'actingRight',
    'agentCitizenId',
    'agentName',
  ])
  const labels = Object.fromEntries(last.fields.map(({ id, label }) => [id, label]))
  expect(labels['name']).toBe('母亲的姓名')
  const papers = last.materials.map(({ id }) => id)
  expect(papers.filter((id) => id.endsWith('acting-authorisation'))).toEqual(['acting-authorisation'])

  const authorisation = pdf({ lines: ['授权委托书 委托人王样例 受托人陈测试'] })
  const file = { material: 'acting-authorisation', name: '委托书.pdf', content: authorisation }
  const kept = (await (await uploadFile(running.url, citizen, last.id, file)).json()) as MaterialList
  expect(kept.materials.find(({ id }) => id === 'acting-authorisation')).toMatchObject({ state: 'uploaded' })

  const review = await reviewOf(citizen, last.id)
  expect(review.declaration.match(/我替母亲办理/g)).toHaveLength(1)
  expect((await submit(citizen, review, `acting-bundle-${citizen.id}`)).status).toBe(201)

  const parts = (await casesOf(citizen)).filter(({ parts }) => parts.length === 0)
  expect(parts.map(({ title }) => title)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/退休.*（替母亲办）/),
      expect.stringMatching(/公积金.*（替母亲办）/),
    ]),
  )
  expect(parts).toHaveLength(2)
  for (const { receiptNumber } of parts) {
    const seen = await eventually(
      () => running.clerk.file(receiptNumber),
      ({ filing, files }) => filing !== undefined && files.length > 0,
    )
    const { values } = seen.filing as unknown as { values: { id: string; value: string }[] }
    expect(Object.fromEntries(values.map(({ id, value }) => [id, value]))).toMatchObject({
      name: '王样例',
      citizenId: '350203196208150022',
      agentName: '陈测试',
      agentCitizenId: '350203199001010018',
      actingRelation: 'mother',
      actingRight: 'authorised',
    })
    expect(await running.clerk.content(receiptNumber, seen.files[0]?.id ?? '')).toEqual(authorisation)
  }
})

test('P17: said in the middle of a bundle, it becomes hers; taken back, it is the citizen’s own again', async () => {
  const citizen = await openCitizen(running.url)
  const start = await citizen.call('POST', '/api/applications', {
    bundle: 'retiring',
    conversationId: citizen.id,
    values: { name: '陈测试', mobile: '13800000001', hasFund: 'true' },
  })
  const { application } = (await start.json()) as { application: ApplicationPart }
  const shown = ({ fields }: Pick<ApplicationPart, 'fields'>) =>
    Object.fromEntries(fields.map(({ id, shown: words }) => [id, words]))
  expect(shown(application)['name']).toBe('陈测试')
  const changed = await citizen.say('说错了，我是替我妈办的')
  expect(changed.application?.title).toContain('替母亲办')
  expect(shown(changed.application ?? application)).toMatchObject({ name: null, agentName: '陈测试', hasFund: '是' })
  const back = await citizen.say('还是给我自己办')
  expect(back.application?.title).toBe('退休“一件事”')
  expect(shown(back.application ?? application)['name']).toBe('陈测试')
})

test('P17: where a form of the bundle asks by itself who acts, the bundle stays as it is', async () => {
  const citizen = await openCitizen(running.url)
  const body = { bundle: 'birth', conversationId: citizen.id, actingFor: 'child' }
  const start = await citizen.call('POST', '/api/applications', body)
  const { application } = (await start.json()) as { application: ApplicationPart }
  expect(application.title).toBe('新生儿出生“一件事”')
})
