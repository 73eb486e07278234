import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type CityLog, type Filing, type SandboxCity, startSandboxCity } from '../../src/city/index.ts'

export const quiet: CityLog = { info: () => undefined, warn: () => undefined }

/** An empty folder that goes away with the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bianban-city-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A sandbox city that ends with the test. */
export const cityForTest = async (options: { pace?: number; log?: CityLog } = {}): Promise<SandboxCity> => {
  const dataDir = await temporaryFolder()
  const city = await startSandboxCity({ dataDir, log: quiet, ...options })
  onTestFinished(() => city[Symbol.asyncDispose]())
  return city
}

/** An openly synthetic filing. */
export const filing = (receiptNumber: string, change: Partial<Filing> = {}): Filing => ({
  receiptNumber,
  department: '测试部门',
  itemCode: 'TEST-0001',
  service: 'residence-permit',
  title: '居住证申领',
  submittedAt: '2026-11-23T02:00:00.000Z',
  completion: 'online',
  reviewHash: 'a'.repeat(64),
  values: [{ id: 'name', label: '姓名', value: '测试市民甲', provenance: { kind: 'citizen', detail: '您说的·第1轮' } }],
  materials: [{ id: 'photo', label: '近期免冠照片' }],
  ...change,
})

/** A filing as plain HTTP, without our client. */
export const postFiling = (baseUrl: string, key: string, body: unknown): Promise<Response> =>
  fetch(`${baseUrl}/approval/v1/filings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
