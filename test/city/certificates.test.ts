import { describe, expect, test } from 'vitest'
import { createCertificates } from '../../src/city/index.ts'

const QUERY = { type: 'disability-certificate', idNumber: '350203199001010018', consent: 'c-00000000' }
const RECORD = {
  type: QUERY.type,
  number: 'DEMO-1',
  holder: { name: '测试市民甲', idNumber: QUERY.idNumber },
  issuedBy: '演示残联',
  validUntil: null,
  asOf: '2026-11-25',
}

const fetchFrom = (answer: object) =>
  createCertificates({
    baseUrl: 'http://city.test',
    timeoutMs: 1000,
    fetch: () => Promise.resolve(Response.json(answer)),
  }).fetch(QUERY)

describe('an electronic certificate of the city', () => {
  test('is believed when it is the one that was asked for', async () => {
    await expect(fetchFrom(RECORD)).resolves.toEqual(RECORD)
  })

  test.each([
    ['of somebody else', { ...RECORD, holder: { name: '测试市民乙', idNumber: '350206198812300021' } }],
    ['of another kind', { ...RECORD, type: 'residence-permit' }],
    ['with things nobody agreed on', { ...RECORD, extra: true }],
  ])('is not believed %s', async (_, answer) => {
    await expect(fetchFrom(answer)).rejects.toMatchObject({ code: 'city-unavailable' })
  })
})
