import { afterAll, beforeAll, expect, it } from 'vitest'
import { isMet, readFollowUps, type FollowUp } from '../../../bench/follow-up-talks.ts'
import { openCitizen } from '../../support/citizen.ts'
import { startApp, type RunningApp } from '../../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
}, 240_000)
afterAll(() => running.close())

/** Every third talk of the measure is played here; all of them by `npm run bench:follow-ups`. */
const talks = readFollowUps().filter((_, at) => at % 3 === 0)

async function missed(expects: FollowUp['expects']): Promise<string[]> {
  const missed: string[] = []
  for (const one of talks.filter((talk) => talk.expects === expects)) {
    const citizen = await openCitizen(running.url)
    let sources: readonly string[] = []
    for (const words of one.turns) ({ sources } = await citizen.say(words))
    if (!isMet(one, sources)) missed.push(`${one.turns.join(' | ')}: ${sources.join(' ')}`)
  }
  return missed
}

it('stays with the matter in hand when the citizen tells of herself, her family, ages and times', async () => {
  expect((await missed('stay')).length).toBeLessThanOrEqual(2)
}, 60_000)

it('goes to another matter that is named', async () => {
  expect(await missed('switch')).toEqual([])
}, 60_000)

it('does not answer from the matter in hand what is none of it', async () => {
  expect((await missed('foreign')).length).toBeLessThanOrEqual(2)
}, 60_000)
