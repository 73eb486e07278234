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
  running = await startApp({ root, edited: true })
})
afterAll(async () => {
  await running.close()
  await rm(root, { recursive: true, force: true })
})

const howLong = async () => (await (await openCitizen(running.url)).say('厦门居住证多久能办好')).text

test('P13: a changed number is what the next citizen reads, and a mistake leaves the former text in use', async () => {
  expect(await howLong()).toContain('15日')
  await editStaffFile(root, GUIDE, 'legalLimit: { value: 15,', 'legalLimit: { value: 16,')
  await vi.waitFor(async () => expect(await howLong()).toContain('16日'), { timeout: 60_000, interval: 300 })

  await editStaffFile(root, GUIDE, 'legalLimit: { value: 16,', 'legalLimit: { value: soon,')
  await new Promise((wake) => setTimeout(wake, 1500))
  expect(await howLong()).toContain('16日')
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
  await editStaffFile(root, GUIDE, 'legalLimit: { value: soon,', 'legalLimit: { value: 16,')
})

test.each([
  [
    'a bundle whose steps wait for one another',
    'knowledge/bundles/birth.yaml',
    'guide: newborn\n    note',
    'guide: newborn\n    after: [registration]\n    note',
  ],
  [
    'a benefit with a broken rule',
    'knowledge/benefits/unemployment-benefit.yaml',
    'when: contributedMonths >= 12',
    'when: contributedMonth >= 12',
  ],
  [
    'a benefit with a number nobody proved',
    'knowledge/benefits/senior-allowance.yaml',
    'age(birthDate) >= 80',
    'age(birthDate) >= 79',
  ],
])('P13: %s keeps the former library in use until it is put right', async (_mistake, file, from, to) => {
  const before = /(\d+)日/.exec(await howLong())?.[1] ?? ''
  const after = String(Number(before) + 1)
  await editStaffFile(root, file, from, to)
  await editStaffFile(root, GUIDE, `legalLimit: { value: ${before},`, `legalLimit: { value: ${after},`)
  await new Promise((wake) => setTimeout(wake, 1500))
  expect(await howLong()).toContain(`${before}日`)
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200)

  await editStaffFile(root, file, to, from)
  await vi.waitFor(async () => expect(await howLong()).toContain(`${after}日`), { timeout: 60_000, interval: 300 })
})
