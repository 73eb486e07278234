import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { FILLING_TALKS } from './filling-talks.ts'

describe('a form filled by talking', () => {
  let running: RunningApp
  beforeAll(async () => {
    running = await startApp()
  })
  afterAll(() => running.close())

  test.each(FILLING_TALKS)('$service: $turns.0.0', async ({ service, turns, record }) => {
    const citizen = await openCitizen(running.url)
    const given = new Set<string>()
    let id = ''
    for (const [says, gives] of turns) {
      const { application } = await citizen.say(says)
      for (const field of gives) given.add(field)
      if (application === undefined) continue
      id = application.id
      expect(application.service).toBe(service)
      expect(application.pending.filter((field) => given.has(field))).toEqual([])
    }
    const response = await citizen.call('GET', `/api/applications/${id}/review`)
    const review = (await response.json()) as { values: { id: string; value: string }[] }
    expect(Object.fromEntries(review.values.map((field) => [field.id, field.value]))).toEqual(record)
  })
})
