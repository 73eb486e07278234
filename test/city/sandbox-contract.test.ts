import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SandboxCity, startSandboxCity } from '../../src/city/index.ts'
import { filing, postFiling, quiet } from './city-for-test.ts'

let dataDir: string
let city: SandboxCity
let baseUrl: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'bianban-city-'))
  city = await startSandboxCity({ dataDir, log: quiet })
  baseUrl = city.baseUrl
})
afterAll(async () => {
  await city[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
})

const problemOf = async (response: Response): Promise<unknown> => {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  return response.json()
}

test('acknowledges a filing once and says the same again for the same key and body', async () => {
  const first = await postFiling(baseUrl, 'key-1', filing('R1'))
  const second = await postFiling(baseUrl, 'key-1', filing('R1'))
  expect([first.status, second.status]).toEqual([201, 200])
  expect(await second.json()).toEqual(await first.json())
})

test('the order of the keys in the body does not make another body', async () => {
  const { receiptNumber, ...rest } = filing('R2')
  await postFiling(baseUrl, 'key-2-b', { receiptNumber, ...rest })
  expect((await postFiling(baseUrl, 'key-2-b', { ...rest, receiptNumber })).status).toBe(200)
})

test('20 posts of one filing at the same time make one filing', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => postFiling(baseUrl, 'key-3', filing('R3'))))
  expect(responses.filter((one) => one.status === 201)).toHaveLength(1)
  expect(responses.filter((one) => one.status === 200)).toHaveLength(19)
  expect(new Set(await Promise.all(responses.map((one) => one.text()))).size).toBe(1)
})

test('refuses another body under a used key, and a known receipt number under another key', async () => {
  await postFiling(baseUrl, 'key-4', filing('R4'))
  const otherBody = await postFiling(baseUrl, 'key-4', filing('R4', { title: '别的事' }))
  const otherKey = await postFiling(baseUrl, 'key-4-b', filing('R4'))
  expect([otherBody.status, otherKey.status]).toEqual([409, 409])
  expect(await problemOf(otherBody)).toMatchObject({ code: 'key-reused', status: 409 })
  expect(await problemOf(otherKey)).toMatchObject({ code: 'receipt-known' })
})

test('says what is wrong with a request without repeating personal values', async () => {
  const noKey = await fetch(`${baseUrl}/approval/v1/filings`, { method: 'POST', body: '{}' })
  expect(await problemOf(noKey)).toMatchObject({ status: 400, code: 'idempotency-key-required' })
  expect(await problemOf(await postFiling(baseUrl, 'k', '{'))).toMatchObject({ code: 'invalid-request' })
  const invalid = await problemOf(await postFiling(baseUrl, 'k', { ...filing('R5'), phone: '13800000000' }))
  expect(invalid).toMatchObject({ status: 422, code: 'invalid-filing' })
  expect(JSON.stringify(invalid)).not.toContain('13800000000')
  const large = await postFiling(baseUrl, 'k', filing('R5', { title: '长'.repeat(500_000) }))
  expect(await problemOf(large)).toMatchObject({ status: 413, code: 'payload-too-large' })
  const form = await fetch(`${baseUrl}/approval/v1/filings`, {
    method: 'POST',
    headers: { 'idempotency-key': 'k', 'content-type': 'text/plain' },
    body: '{}',
  })
  expect(await problemOf(form)).toMatchObject({ code: 'unsupported-media-type' })
  expect(await problemOf(await fetch(`${baseUrl}/else`))).toMatchObject({ code: 'unknown-path' })
  expect(await problemOf(await fetch(`${baseUrl}/healthz`, { method: 'POST' }))).toMatchObject({
    code: 'method-not-allowed',
  })
  expect(await problemOf(await fetch(`${baseUrl}/approval/v1/filings/%E0%A4%A`))).toMatchObject({
    code: 'invalid-request',
  })
})

test('is healthy', async () => {
  expect(await (await fetch(`${baseUrl}/healthz`)).json()).toEqual({ status: 'ok' })
})

test('tells about a resident only with her consent', async () => {
  const ask = (id: string, headers: Record<string, string>) =>
    fetch(`${baseUrl}/registry/v1/population/${id}`, { headers })
  expect(await problemOf(await ask('350203199001010018', {}))).toMatchObject({ status: 403, code: 'consent-required' })
  const consent = { 'x-consent': 'consent-0001' }
  expect(await (await ask('350206198812300021', consent)).json()).toMatchObject({
    register: 'population',
    values: { name: '测试市民乙', sex: '女', birthDate: '1988-12-30' },
  })
  expect(await problemOf(await ask('110105194912310020', consent))).toMatchObject({ code: 'unknown-resident' })
})
