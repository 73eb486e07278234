import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReceiptPart, SubmissionResponse } from '../../src/wire.ts'
import { openCitizen, type Citizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function receiptsShown(citizen: Citizen): Promise<string[]> {
  const response = await citizen.call('GET', `/api/conversations/${citizen.id}`)
  type Part = { type: string; data?: ReceiptPart }
  const { messages } = (await response.json()) as { messages: { parts: Part[] }[] }
  const cards = messages.flatMap(({ parts }) => parts.filter(({ type }) => type === 'data-receipt'))
  return cards.flatMap(({ data }) => data?.receiptNumber ?? [])
}

test('a citizen who clicks twice at once reads one receipt in the conversation', async () => {
  const citizen = await openCitizen(running.url)
  const review = await reviewOf(citizen, await fillResidencePermit(citizen))
  const key = randomUUID()
  const answers = await Promise.all([submit(citizen, review, key), submit(citizen, review, key)])
  const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()) as SubmissionResponse))
  expect(receipts[0]).toEqual(receipts[1])
  // What she has to do next comes with the receipt, not with a reload.
  expect(receipts[0]?.said).toContain('办结日期')
  expect(await receiptsShown(citizen)).toEqual([receipts[0]?.receiptNumber])
})

test('a submission cut off after it was filed shows its receipt in the conversation when it is sent again', async () => {
  const citizen = await openCitizen(running.url)
  const { applicationId, reviewHash, confirmation, ...rest } = await reviewOf(
    citizen,
    await fillResidencePermit(citizen),
  )
  const act = { conversationId: citizen.id, applicationId, reviewHash, confirmation, idempotencyKey: randomUUID() }
  const filed = await running.app.counter.submit(act)
  expect(await receiptsShown(citizen)).toEqual([])
  const again = await submit(citizen, { applicationId, reviewHash, confirmation, ...rest }, act.idempotencyKey)
  expect(await again.json()).toMatchObject({ ...filed, said: expect.stringContaining(filed.receiptNumber) as string })
  expect(await receiptsShown(citizen)).toEqual([filed.receiptNumber])
})
