import { describe, expect, it } from 'vitest'
import { createBreaker } from '../src/breaker.ts'

function breakerAt(start: number) {
  const time = { now: start }
  const breaker = createBreaker({ failures: 3, coolDownMs: 1000, longestMs: 5000, clock: () => time.now })
  return { breaker, time }
}

describe('the circuit breaker', () => {
  it('lets calls through until three in a row have failed', () => {
    const { breaker } = breakerAt(0)
    breaker.fail()
    breaker.fail()
    expect(breaker.allow()).toBe(true)
    breaker.fail()
    expect(breaker.allow()).toBe(false)
    expect(breaker.state()).toBe('open')
  })

  it('forgets failures that a success came between', () => {
    const { breaker } = breakerAt(0)
    for (const _ of [1, 2, 3, 4]) {
      breaker.fail()
      breaker.fail()
      breaker.succeed()
    }
    expect(breaker.state()).toBe('closed')
  })

  it('lets one probe through after the cool-down, and closes when it succeeds', () => {
    const { breaker, time } = breakerAt(0)
    for (const _ of [1, 2, 3]) breaker.fail()
    time.now = 1000
    expect([breaker.allow(), breaker.allow()]).toEqual([true, false])
    breaker.succeed()
    expect([breaker.allow(), breaker.state()]).toEqual([true, 'closed'])
  })

  it('waits twice as long after each failed probe, up to the longest wait', () => {
    const { breaker, time } = breakerAt(0)
    for (const _ of [1, 2, 3]) breaker.fail()
    const waits: number[] = []
    for (const _ of [1, 2, 3, 4]) {
      const from = time.now
      while (!breaker.allow()) time.now += 500
      waits.push(time.now - from)
      breaker.fail()
    }
    expect(waits).toEqual([1000, 2000, 4000, 5000])
  })

  it('stays away for as long as the provider asked, from the first refusal on', () => {
    const { breaker, time } = breakerAt(0)
    breaker.fail(4000)
    time.now = 3999
    expect(breaker.allow()).toBe(false)
    time.now = 4000
    expect(breaker.allow()).toBe(true)
  })

  it('frees the probe when its citizen left', () => {
    const { breaker, time } = breakerAt(0)
    for (const _ of [1, 2, 3]) breaker.fail()
    time.now = 1000
    breaker.allow()
    breaker.abandon()
    expect(breaker.allow()).toBe(true)
  })
})
