import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../src/wire.ts'
import { dataOf, type Message } from '../../src/web/widget/parts.ts'
import { restored, withCases } from '../../src/web/widget/restored.ts'
import { sampleApplication } from '../browser/sample-parts.ts'

const filed = (status: string): CaseView => ({
  applicationId: 'a',
  receiptNumber: 'R-1',
  service: 'residence-permit',
  title: '居住证申领',
  status,
  submittedAt: '2026-11-23T02:00:00Z',
  dueBy: null,
  dueProvisional: false,
  supplement: null,
  owed: [],
  redress: null,
  mayWithdraw: true,
  mayRate: false,
  rating: null,
  parts: [],
  events: [{ at: '2026-11-23T02:00:00Z', status, text: '已提交' }],
})
const receipt = {
  id: 'm',
  role: 'assistant' as const,
  parts: [{ type: 'data-receipt', data: { receiptNumber: 'R-1', queryCode: 'Q', dueBy: null } }],
}
const view = (change: object = {}): Parameters<typeof restored>[0] => ({
  id: 'c',
  locale: 'zh-Hans',
  plain: false,
  messages: [],
  application: null,
  cases: [],
  ...change,
})
const last = (messages: readonly Message[]): Message =>
  messages.at(-1) ?? { id: '', role: 'user', parts: [], state: 'done' }

describe('a conversation that comes back', () => {
  test('shows the open form, even when it was opened without a word', () => {
    const state = restored(view({ application: sampleApplication() }), () => 'new')
    expect(dataOf(last(state.messages), 'data-application')?.id).toBe('app1')
  })

  test('does not show the form twice when a message tells of it', () => {
    const messages = [
      {
        id: 'm',
        role: 'assistant' as const,
        parts: [{ type: 'data-application', data: { id: 'app1', title: '居住证' } }],
      },
    ]
    expect(restored(view({ messages, application: sampleApplication() }), () => 'new').messages).toHaveLength(1)
  })

  test('takes up no old review: what is confirmed is always fresh', () => {
    const messages = [
      { id: 'm', role: 'assistant' as const, parts: [{ type: 'data-review', data: { applicationId: 'app1' } }] },
    ]
    expect(restored(view({ messages }), () => 'new').reviewable).toEqual([])
  })

  test('tells of a case only what the receipt does not say already', () => {
    expect(restored(view({ messages: [receipt], cases: [filed('submitted')] }), () => 'new').messages).toHaveLength(1)
    expect(restored(view({ messages: [receipt], cases: [filed('accepted')] }), () => 'new').messages).toHaveLength(2)
    expect(restored(view({ cases: [filed('submitted')] }), () => 'new').messages).toHaveLength(1)
  })

  test('keeps one card for progress while the case moves on', () => {
    const start = restored(view({ messages: [receipt] }), () => 'new')
    const state = withCases(withCases(start, [filed('accepted')]), [filed('approved')])
    expect(state.messages).toHaveLength(2)
    expect(dataOf(last(state.messages), 'data-progress')?.cases[0]?.status).toBe('approved')
  })
})
