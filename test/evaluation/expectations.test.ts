import { expect, test } from 'vitest'
import { answerTrials, serviceTrials } from '../../src/evaluation/index.ts'
import { ownContent, ownSuites } from '../support/own-content.ts'

const content = await ownContent()
const { answers, services } = await ownSuites()
const TODAY = '2026-11-26'

const sample = answers.find(({ facts }) => facts.some(({ critical }) => critical))
if (sample === undefined) throw new Error('no sample has a critical fact')
const expectations = (one: typeof sample) => answerTrials([one], content, TODAY).map(({ expects }) => expects)

test('a sample made weaker has another fingerprint in each of its trials', () => {
  const [fact, ...facts] = sample.facts
  if (fact === undefined) throw new Error('unreachable')
  for (const weaker of [
    { ...sample, facts },
    { ...sample, facts: [{ ...fact, critical: !fact.critical }, ...facts] },
    { ...sample, severity: sample.severity === 'normal' ? ('critical' as const) : ('normal' as const) },
    { ...sample, outcome: ['answer', 'refuse'] },
    { ...sample, ask: sample.ask.map((words) => `${words}呢`) },
  ]) {
    const before = expectations(sample)
    expect(expectations(weaker).filter((one, at) => one === before[at])).toEqual([])
  }
})

test('one more way of asking, an owner, and how its section reads leave the fingerprint as it is', () => {
  const quoted = sample.facts.map((fact) => ({ ...fact, quote: '0'.repeat(12) }))
  const same = { ...sample, owner: 'another', tags: ['x'], facts: quoted, ask: [...sample.ask, '再问一遍'] }
  expect(expectations(same).slice(0, -1)).toEqual(expectations(sample))
})

test('a citizen more or less changes how no other citizen is played, and each persona has its share', () => {
  const keysOf = (samples: typeof services) =>
    serviceTrials(samples, new Map(), { today: TODAY, content }).map(({ key }) => key)
  const [first, ...rest] = services
  if (first === undefined) throw new Error('no samples of forms')
  const now = keysOf(services)
  const more = new Set(keysOf([{ ...first, id: 'one-more' }, ...services]))
  expect(now.filter((key) => !more.has(key))).toEqual([])
  expect(keysOf(rest)).toEqual(now.slice(1))
  const personas = Map.groupBy(now, (key) => key.split('/')[2])
  expect(personas.size).toBe(8)
  expect(Math.min(...[...personas.values()].map(({ length }) => length))).toBeGreaterThan(services.length / 24)
})
