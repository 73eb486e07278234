import { expect, test } from 'vitest'
import { createKeepsake } from '../../src/web/widget/keepsake.ts'

function storage(start: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(start))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size
    },
  }
}

const LAST = { id: 'c', token: 't', title: '居住证多少钱', at: '2026-11-26T02:00:00Z' }

test('a reload finds the conversation, the draft and the way of reading', () => {
  const tab = storage()
  const kept = { conversation: { id: 'c', token: 't' }, locale: 'zh-Hant', large: true, draft: '还想问' } as const
  createKeepsake({ tab, device: storage() }).keep(kept)
  expect(createKeepsake({ tab, device: storage() }).read()).toMatchObject(kept)
})

test('the device keeps no conversation unless the citizen asks for it, and forgets them when she does no more', () => {
  const device = storage()
  const page = createKeepsake({ tab: storage(), device })
  page.keep({ history: [LAST], draft: '还想问' })
  expect(device.length).toBe(0)
  page.keep({ remember: true })
  const later = createKeepsake({ tab: storage(), device })
  expect(later.read()).toMatchObject({ history: [LAST], remember: true, draft: '', conversation: undefined })
  later.keep({ remember: false })
  expect(device.length).toBe(0)
})

test('a spoilt or barred storage is as good as an empty one', () => {
  const spoilt = createKeepsake({ tab: storage({ bianban: '{' }), device: storage({ bianban: '[' }) })
  expect(spoilt.read().conversation).toBeUndefined()
  const barred = createKeepsake({ tab: undefined, device: undefined })
  barred.keep({ large: true })
  expect(barred.read().large).toBe(true)
})
