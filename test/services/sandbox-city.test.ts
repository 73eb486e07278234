import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApproval, startSandboxCity } from '../../src/city/index.ts'
import { file, openOffice, readyDraft } from './open-counter.ts'

test('an application filed here is taken up and delivered by the sandbox city', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-sandbox-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const log = { info: () => undefined, warn: () => undefined }
  const city = await startSandboxCity({ dataDir, pace: 100_000_000, log })
  onTestFinished(() => city[Symbol.asyncDispose]())
  const { counter } = await openOffice({ approval: createApproval({ baseUrl: city.baseUrl, timeoutMs: 5000 }) })

  const id = await readyDraft(counter)
  const { receiptNumber, queryCode } = await file(counter, id)
  expect(await counter.deliver()).toEqual({ delivered: 1, waiting: 0 })
  await expect.poll(async () => (await counter.deliver(), (await counter.show('mine', id)).status)).toBe('delivered')

  const { events } = await counter.caseByCode(receiptNumber, queryCode)
  expect(events.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'accepted', 'approved', 'delivered'])
})
