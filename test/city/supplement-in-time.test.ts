import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SandboxCity, startSandboxCity } from '../../src/city/index.ts'
import { filing, postFiling, quiet } from './city-for-test.ts'

let dataDir: string
let city: SandboxCity
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'bianban-city-'))
  city = await startSandboxCity({ dataDir, log: quiet })
})
afterAll(async () => {
  await city[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
})

const post = (address: string, body: object, key = 'k') =>
  fetch(`${city.baseUrl}/${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })

/** A filing whose supplement is due by a day that is over. */
async function overdue(receiptNumber: string): Promise<void> {
  await postFiling(city.baseUrl, `key-${receiptNumber}`, filing(receiptNumber))
  const items = [{ id: 'mobile', kind: 'value', label: '手机号', reason: '打不通' }]
  const supplement = { items, dueBy: '2026-03-10', basis: '《行政许可法》第三十二条' }
  const asked = { status: 'supplement', text: '请补正', supplement }
  expect((await post(`clerk/v1/filings/${receiptNumber}/events`, asked)).status).toBe(201)
}
const give = (receiptNumber: string, givenAt?: string) =>
  post(`approval/v1/filings/${receiptNumber}/supplement`, {
    answers: [{ id: 'mobile', value: '13900000002' }],
    ...(givenAt === undefined ? {} : { givenAt }),
  })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

test('what was given on its last day is taken, however late it is delivered', async () => {
  await overdue('S1')
  expect((await give('S1', '2026-03-10T15:59:59.000Z')).status).toBe(204)
  expect((await give('S1', '2026-03-10T15:59:59.000Z')).status).toBe(204)
})

test('what was given after its last day, or does not say when, is late', async () => {
  await overdue('S2')
  expect(await codeOf(await give('S2', '2026-03-10T16:00:00.000Z'))).toBe('supplement-late')
  expect(await codeOf(await give('S2'))).toBe('supplement-late')
  expect(await codeOf(await give('S2', 'yesterday'))).toBe('invalid-request')
})

test('a case whose supplement did not come is decided, with how to object', async () => {
  await overdue('S3')
  const refusal = { status: 'not-accepted', text: '逾期没有补正' }
  const bare = await post('clerk/v1/filings/S3/events', refusal)
  expect(bare.status).toBe(400)
  expect(await bare.json()).toMatchObject({ detail: expect.stringContaining('要写 redress') })
  const redress = '六十日内可以申请行政复议'
  expect((await post('clerk/v1/filings/S3/events', { ...refusal, redress })).status).toBe(201)
  expect(await codeOf(await give('S3', '2026-03-09T00:00:00.000Z'))).toBe('supplement-not-asked')
})
