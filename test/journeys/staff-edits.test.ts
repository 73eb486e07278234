import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { copyStaffFiles, editStaffFile } from '../support/staff-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const GUIDE = 'knowledge/guides/identity/residence-permit.md'
let root: string
let running: RunningApp
beforeAll(async () => {
  root = await copyStaffFiles()
  running = await startApp({ root })
})
afterAll(async () => {
  await running.close()
  await rm(root, { recursive: true, force: true })
})

const howLong = async () => (await (await openCitizen(running.url)).say('厦门居住证多久能办好')).text

test('P13: a changed number is what the next citizen reads, and a mistake leaves the former text in use', async () => {
  expect(await howLong()).toContain('15日')
  await editStaffFile(root, GUIDE, 'legalLimit: { value: 15,', 'legalLimit: { value: 16,')
  await vi.waitFor(async () => expect(await howLong()).toContain('16日'), { timeout: 20_000, interval: 300 })

  await editStaffFile(root, GUIDE, 'legalLimit: { value: 16,', 'legalLimit: { value: soon,')
  await new Promise((wake) => setTimeout(wake, 1500))
  expect(await howLong()).toContain('16日')
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
})
