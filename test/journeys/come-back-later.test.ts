import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp } from '../support/start-app.ts'

test('P11: a draft set aside is taken up again with every value', async () => {
  const running = await startApp()
  try {
    const citizen = await openCitizen(running.url)
    await citizen.say('我要申请居住证')
    const filled = await citizen.say('首次申领，我叫陈测试，手机13800000001')
    const aside = await citizen.say('先放一放，晚点再填')
    expect(aside.text).not.toContain('接下来')
    const asked = await citizen.say('灵活就业参保要什么条件')
    expect(asked.outcome.outcome).toBe('answered')
    const resumed = await citizen.say('继续办居住证')
    expect(resumed.application?.id).toBe(filled.application?.id)
    expect(resumed.application?.fields.find(({ id }) => id === 'name')?.value).toBe('陈测试')
  } finally {
    await running.close()
  }
})

test('P11: after a restart the conversation goes on at the same step', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-restart-'))
  try {
    const before = await startApp({ dataDir })
    const citizen = await openCitizen(before.url)
    await citizen.say('我要申请居住证')
    const filled = await citizen.say('首次申领，我叫陈测试')
    await before.close()

    const after = await startApp({ dataDir })
    const back = { ...citizen, url: after.url }
    const headers = { authorization: `Bearer ${back.token}` }
    const kept = await fetch(`${after.url}/api/conversations/${back.id}`, { headers })
    const view = (await kept.json()) as { messages: { role: string }[]; application: { id: string; pending: string[] } }
    expect(view.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant'])
    expect(view.application.id).toBe(filled.application?.id)
    expect(view.application.pending).toEqual(filled.application?.pending)
    await after.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
