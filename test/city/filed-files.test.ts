import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApproval } from '../../src/city/index.ts'
import { cityForTest, filing } from './city-for-test.ts'

const CONTENT = Buffer.from('样例文件的内容')
const sha256 = createHash('sha256').update(CONTENT).digest('hex')
const FILE = { id: 'f1', material: 'photo', name: '照片.jpg', type: 'image/jpeg', sha256 }

async function cityWithFiling() {
  const { baseUrl } = await cityForTest()
  const approval = createApproval({ baseUrl, timeoutMs: 5_000 })
  const checked = { bytes: CONTENT.length, check: 'not-checked' as const, findings: [] }
  const { material: _, ...file } = FILE
  const materials = [{ id: 'photo', label: '照片', state: 'uploaded' as const, files: [{ ...file, ...checked }] }]
  await approval.file(filing('R1', { materials }), 'key-1')
  return { baseUrl, approval }
}

test('keeps the bytes of an announced file once, and hands them to the clerk', async () => {
  const { baseUrl, approval } = await cityWithFiling()
  await approval.sendFile('R1', FILE, CONTENT)
  await approval.sendFile('R1', FILE, CONTENT)
  const file = (await (await fetch(`${baseUrl}/clerk/v1/filings/R1`)).json()) as { files: object[] }
  expect(file.files).toEqual([{ ...FILE, bytes: CONTENT.length }])
  const bytes = await fetch(`${baseUrl}/clerk/v1/filings/R1/files/f1`)
  expect(Buffer.from(await bytes.arrayBuffer())).toEqual(CONTENT)
  expect((await fetch(`${baseUrl}/clerk/v1/filings/R1/files/f2`)).status).toBe(404)
})

test('refuses bytes that are not what their digest or the filing says, and files nobody asked for', async () => {
  const { approval } = await cityWithFiling()
  const other = Buffer.from('别的内容')
  const otherHash = createHash('sha256').update(other).digest('hex')
  const cases = [
    approval.sendFile('R1', FILE, other),
    approval.sendFile('R1', { ...FILE, sha256: otherHash }, other),
    approval.sendFile('R1', { ...FILE, material: 'lease' }, CONTENT),
  ]
  const codes = (await Promise.allSettled(cases)).map((each) =>
    each.status === 'rejected' ? (each.reason as { details: { cityCode: string } }).details.cityCode : 'taken',
  )
  expect(codes).toEqual(['content-differs', 'content-differs', 'unknown-material'])
  await expect(approval.sendFile('R9', FILE, CONTENT)).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses a file without a digest, and one over ten megabytes', async () => {
  const { baseUrl, approval } = await cityWithFiling()
  const bare = await fetch(`${baseUrl}/approval/v1/filings/R1/files/f1`, { method: 'PUT', body: CONTENT })
  expect(bare.status).toBe(400)
  const large = Buffer.alloc(10 * 1024 * 1024 + 1)
  await expect(approval.sendFile('R1', FILE, large)).rejects.toThrow('审批系统')
})
