/**
 * Measures whether what follows an answer is taken for what it is about: `npm run bench:follow-ups -- [--failures]`. Plays the
 * talks of `follow-ups.tsv` through the whole house on the embedded engine and counts those whose last words stayed with
 * the guide in hand, went to another, or were answered by none, as they should.
 */
import { parseArgs } from 'node:util'
import { openTalk } from '../src/evaluation/citizens/talk.ts'
import { isMet, readFollowUps } from './follow-up-talks.ts'
import { openOwnHouse } from './own-house.ts'

const { values } = parseArgs({ options: { failures: { type: 'boolean', default: false } } })

await using house = await openOwnHouse()
const counts = new Map<string, { met: number; all: number }>()
for (const one of readFollowUps()) {
  const talk = await openTalk(house.app)
  let last: Awaited<ReturnType<typeof talk.say>> | undefined
  for (const words of one.turns) last = await talk.say(words)
  const count = counts.get(one.expects) ?? { met: 0, all: 0 }
  const met = isMet(one, last?.sources ?? [])
  counts.set(one.expects, { met: count.met + (met ? 1 : 0), all: count.all + 1 })
  if (!met && values.failures)
    console.log(
      `${one.expects} ${one.guide}\t${one.turns.join(' | ')}\t${last?.outcome.outcome} ${last?.sources.join(' ')}`,
    )
}
for (const [expects, { met, all }] of counts) console.log(`${expects}: ${met} of ${all}`)
