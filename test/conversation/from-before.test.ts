import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCitizen, readReply } from '../support/citizen.ts'
import { fillResidencePermit, RESIDENCE_PERMIT_VALUES, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp } from '../support/start-app.ts'

const YI = '350206198812300021'

test('resume the next day on another device: the same question, every value, and filed from there', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-next-day-'))
  try {
    const today = await startApp({ dataDir })
    const citizen = await openCitizen(today.url)
    await citizen.say('我要申请居住证，首次申领，不是厦门户口')
    const left = await citizen.say('2025年3月1日开始住的，租房')
    const moved = await citizen.call('POST', `/api/conversations/${citizen.id}/resume-code`)
    const { code } = (await moved.json()) as { code: string }
    await today.close()

    const tomorrow = await startApp({ dataDir })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ code })
    const opened = await fetch(`${tomorrow.url}/api/conversations/resume`, { method: 'POST', headers, body })
    const { id, token } = (await opened.json()) as { id: string; token: string }
    const call = (method: string, path: string, sent?: unknown, more: Readonly<Record<string, string>> = {}) =>
      fetch(`${tomorrow.url}${path}`, {
        method,
        headers: { ...headers, authorization: `Bearer ${token}`, ...more },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      })
    const say = async (message: string) => readReply(await call('POST', '/api/chat', { id, message, channel: 'text' }))
    const named = await say('陈测试')
    expect(named.application?.id).toBe(left.application?.id)
    expect(named.application?.fields.find(({ id: field }) => field === 'name')?.value).toBe('陈测试')
    await say('350203199001010018，手机13800000001')
    const last = await say('思明区莲前街道演示路1号')
    const written = /确认提交\s?(\d{6})/u.exec(last.text)?.[1] ?? ''
    expect((await say(`确认提交 ${written}`)).receipt?.receiptNumber).toMatch(/^XM/)
    await tomorrow.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('就按上次的: what the earlier case holds is taken, says so on the card, and a word of hers still changes it', async () => {
  const running = await startApp()
  try {
    const before = await openSignedIn(running.url, YI, 1)
    const filled = await fillResidencePermit(before, { ...RESIDENCE_PERMIT_VALUES, name: '测试市民乙', citizenId: YI })
    expect((await submit(before, await reviewOf(before, filled), 'from-before')).status).toBe(201)

    const citizen = await openSignedIn(running.url, YI, 1, 'text')
    await citizen.say('我要办居住证，首次申领')
    await citizen.say('就按上次的')
    const moved = await citizen.say('地址改成湖里区江头街道演示路2号')
    expect(moved.text).toContain(`改成“湖里区江头街道演示路2号”`)
    const review = await reviewOf(citizen, moved.application?.id ?? '')
    const origin = (id: string) => review.values.find((each) => each.id === id)?.provenance
    expect(origin('livesSince')).toMatchObject({ kind: 'earlier-case', detail: expect.stringContaining('上次办') })
    expect(origin('address')?.kind).toBe('citizen')
    expect(origin('situation')?.kind).toBe('citizen')
    expect(review.values.find(({ id }) => id === 'livesSince')?.value).toContain('2025')
    expect((await submit(citizen, review, 'from-before-again')).status).toBe(201)
  } finally {
    await running.close()
  }
})
