import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GuideSummary } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

test('the question that a guide’s page puts into the composer is answered from that guide, how it is done first', async () => {
  const { guides } = (await (await fetch(`${running.url}/api/guides`)).json()) as { guides: GuideSummary[] }
  expect(guides.length).toBeGreaterThan(50)
  const astray: string[] = []
  for (const { id } of guides) {
    const page = await (await fetch(`${running.url}/guides/${id}?lang=zh-Hans`)).text()
    const question = /<bianban-chat [^>]*question="([^"]*)"/.exec(page)?.[1] ?? ''
    const citizen = await openCitizen(running.url)
    const { sources } = await citizen.say(question)
    const own = sources.every((source) => source.startsWith(`${id}#`))
    if (sources[0] !== `${id}#how` || !own) astray.push(`${question} → ${sources.join(' ')}`)
  }
  expect(astray).toEqual([])
})
