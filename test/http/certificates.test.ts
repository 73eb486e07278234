import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, ConsentResponse, MaterialList, ReviewPart } from '../../src/wire.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'
/** Her certificate has expired. */
const YI = '350206198812300021'
const SOURCE = 'certificate-disability'
const MATERIAL = 'disability-certificate'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const VALUES = {
  situation: 'local',
  insuredByEmployer: 'false',
  gapYears: '0',
  insuredYear: 'next-year',
  hardship: 'disability',
  address: '思明区|莲前街道|演示路1号',
}

/** A citizen with everything filled in but the certificate of her disability. */
async function withForm(resident: string, level: 1 | 2 = 2) {
  const citizen = await openSignedIn(running.url, resident, level)
  const started = await citizen.call('POST', '/api/applications', {
    service: 'resident-medical-insurance',
    conversationId: citizen.id,
    values: VALUES,
  })
  const { application } = (await started.json()) as { application: ApplicationPart }
  const path = `/api/applications/${application.id}`
  const get = async <Shape>(below: string) => (await (await citizen.call('GET', `${path}${below}`)).json()) as Shape
  return {
    ...citizen,
    path,
    application,
    get,
    stateOf: async () => (await get<MaterialList>('/materials')).materials.find(({ id }) => id === MATERIAL)?.state,
    consent: () => citizen.call('POST', `${path}/consents`, { source: SOURCE, granted: true }),
    submit: ({ reviewHash, confirmation }: ReviewPart, key: string) =>
      citizen.call('POST', `${path}/submission`, { reviewHash, confirmation }, { 'idempotency-key': key }),
  }
}

describe('a certificate instead of a paper', () => {
  test('is offered with what it stands in for, fetched with consent, and filed with where it is from', async () => {
    const citizen = await withForm(JIA)
    expect(citizen.application).toMatchObject({ status: 'draft', pending: [] })
    const { offers } = await citizen.get<{ offers: { source: string; fields: string[] }[] }>('/consents')
    expect(offers.find(({ source }) => source === SOURCE)?.fields).toEqual(['残疾人证'])
    expect(await citizen.stateOf()).toBe('missing')
    const result = (await (await citizen.consent()).json()) as ConsentResponse
    expect(result).toMatchObject({ outcome: 'filled', application: { status: 'ready' } })
    expect(result.said).toContain('残疾人证')
    const review = await citizen.get<ReviewPart>('/review')
    expect(review.materials.find(({ id }) => id === MATERIAL)?.certificate?.detail).toMatch(
      /^电子证照·残疾人证电子证照·\d{4}-/,
    )
    expect((await citizen.submit(review, 'with-certificate')).status).toBe(201)
    const filed = await citizen.get<ApplicationPart>('')
    expect(filed.materials.find(({ id }) => id === MATERIAL)).toMatchObject({ state: 'certificate' })
  })

  test('asks for a face check first, because it tells of her health', async () => {
    const citizen = await withForm(JIA, 1)
    expect((await citizen.consent()).status).toBe(403)
    expect(await citizen.stateOf()).toBe('missing')
  })

  test('is gone when the consent is withdrawn between review and submission, and nothing is filed', async () => {
    const citizen = await withForm(JIA)
    await citizen.consent()
    const review = await citizen.get<ReviewPart>('/review')
    expect((await citizen.call('DELETE', `${citizen.path}/consents/${SOURCE}`)).status).toBe(200)
    expect((await citizen.submit(review, 'after-withdrawal')).status).toBe(409)
    expect(await citizen.get<{ code: string; defects: object[] }>('/review')).toMatchObject({
      code: 'incomplete-application',
      defects: [{ label: '残疾人证' }],
    })
  })

  test('stands in for nothing once it has expired', async () => {
    const citizen = await withForm(YI)
    expect((await (await citizen.consent()).json()) as ConsentResponse).toMatchObject({ outcome: 'nothing-held' })
    expect(await citizen.stateOf()).toBe('missing')
  })

  test('does not serve somebody else: the form turned to another person lacks it again, and it is not offered', async () => {
    const citizen = await withForm(JIA)
    await citizen.consent()
    const { version } = await citizen.get<MaterialList>('/materials')
    await citizen.call('PATCH', citizen.path, { values: { citizenId: YI } }, { 'if-match': `"${version}"` })
    expect(await citizen.stateOf()).toBe('missing')
    const { offers } = await citizen.get<{ offers: { source: string }[] }>('/consents')
    expect(offers.map(({ source }) => source)).not.toContain(SOURCE)
  })
})

describe('a property certificate', () => {
  /** A record of who moves away for long, for which proof of where she lives is asked. */
  const record = async (resident: string) => {
    const citizen = await openSignedIn(running.url, resident, 1)
    const started = await citizen.call('POST', '/api/applications', {
      service: 'remote-medical-record',
      conversationId: citizen.id,
      values: { situation: 'long-term' },
    })
    const { application } = (await started.json()) as { application: ApplicationPart }
    const path = `/api/applications/${application.id}`
    const consent = await citizen.call('POST', `${path}/consents`, { source: 'certificate-property', granted: true })
    const { materials } = (await (await citizen.call('GET', `${path}/materials`)).json()) as MaterialList
    return {
      outcome: ((await consent.json()) as ConsentResponse).outcome,
      proof: materials.find(({ id }) => id === 'residence-proof'),
    }
  }

  test('is fetched from the city with consent and stands in for the proof of where she lives', async () => {
    const { outcome, proof } = await record(JIA)
    expect(outcome).toBe('filled')
    expect(proof).toMatchObject({ state: 'certificate' })
    expect(proof?.certificate?.detail).toContain('不动产权电子证照')
  })

  test('is nobody’s who owns no home', async () => {
    const { outcome, proof } = await record(YI)
    expect(outcome).toBe('nothing-held')
    expect(proof?.state).not.toBe('certificate')
  })
})
