import { describe, expect, it } from 'vitest'
import { createGate } from '../../../src/model/failover/gate.ts'

const still = new AbortController().signal

describe('the gate before a busy provider', () => {
  it('lets citizens in one after another, in the order they came', async () => {
    const gate = createGate(1)
    const order: number[] = []
    const visits = [1, 2, 3].map(async (visitor) => {
      const leave = await gate.enter(still)
      order.push(visitor)
      await Promise.resolve()
      leave()
    })
    await Promise.all(visits)
    expect(order).toEqual([1, 2, 3])
  })

  it('never has more inside than there are places', async () => {
    const gate = createGate(2)
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 9 }, async () => {
        const leave = await gate.enter(still)
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside -= 1
        leave()
        leave()
      }),
    )
    expect(most).toBe(2)
  })

  it('gives the place of one who left the queue to the next', async () => {
    const gate = createGate(1)
    const leave = await gate.enter(still)
    const left = new AbortController()
    const gone = gate.enter(left.signal)
    const next = gate.enter(still)
    left.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    leave()
    await expect(next).resolves.toBeTypeOf('function')
  })
})
