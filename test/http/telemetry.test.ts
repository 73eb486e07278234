import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { personalIn, scanTelemetry } from '../support/scan-telemetry.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp } from '../support/start-app.ts'

test.each([
  ['{"msg":"陈测试 350203199001010018"}', ['identity number', 'name']],
  ['path=/api/cases/13800000001', ['mobile number']],
  ['card 6222020000000000000', ['bank card']],
  ['plate 闽DT0001', ['number plate']],
  ['{"id":"测试市民甲"}', ['name']],
  ['{"time":1795000000000,"id":"a-1380000000113800000001380000000ff","key":"XM20261123-ABCDEFGH2"}', []],
])('the scanner knows what is personal: %s', (line, kinds) => {
  expect(personalIn(line, 'log').map(({ kind }) => kind)).toEqual(kinds)
})

test('a citizen signs in, talks, files and is refused, and nothing the operator gets to see is personal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bianban-telemetry-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  vi.stubEnv('TELEMETRY_DIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const running = await startApp()
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say('帮我办居住证，我叫陈测试，身份证350203199001010018，手机13800000001')
  await submit(citizen, await reviewOf(citizen, await fillResidencePermit(citizen)), `telemetry-${citizen.id}`)
  await citizen.call('GET', '/api/cases/13800000001?phone=13800000001', undefined, { 'x-query-code': 'ABCDEFGH' })
  await citizen.call('POST', '/api/applications', { service: '350203199001010018', conversationId: citizen.id })
  await openSignedIn(running.url, '350203199001010018', 2)
  await running.close()
  const { files, lines, hits } = scanTelemetry(folder)
  expect(files).toBeGreaterThanOrEqual(3)
  expect(lines).toBeGreaterThan(50)
  expect(hits).toEqual([])
})
