import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../src/wire.ts'
import { dataOf, type Message, type Part } from '../../src/web/widget/parts.ts'
import { restored, withCases } from '../../src/web/widget/restored.ts'
import { casesShown, isAwaited } from '../../src/web/widget/transcript.ts'
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

  const told = (status: string): Message => ({
    id: `told-${status}`,
    role: 'assistant',
    state: 'done',
    parts: [{ type: 'data-progress', data: { cases: [filed(status)] } }],
  })

  test('tells news at the end, below what was said of the case since', () => {
    const start = withCases(
      restored(view({ messages: [receipt] }), () => 'new'),
      [filed('accepted')],
    )
    const asked = { ...start, messages: [...start.messages, told('accepted')] }
    const state = withCases(asked, [filed('not-accepted')])
    const part = last(state.messages).parts[0]
    expect(part?.type === 'data-progress' && casesShown(state.messages, part)).toMatchObject([
      { status: 'not-accepted' },
    ])
    expect(state.messages).toHaveLength(3)
  })

  test('leaves everything where it is when nothing moved', () => {
    const start = restored(view({ messages: [receipt] }), () => 'new')
    const asked = { ...start, messages: [...start.messages, told('accepted')] }
    expect(withCases(asked, [filed('accepted')])).toBe(asked)
  })

  test('asks for a supplement no more once it was given', () => {
    const item = { id: 'mobile', kind: 'value' as const, label: '手机号', reason: '打不通', options: [], files: [] }
    const notice = { items: [item], dueBy: '2026-12-04', basis: '', given: false, late: false }
    const card: Part & { type: 'data-supplement' } = {
      type: 'data-supplement',
      data: { ...notice, applicationId: 'a', title: '居住证申领', answers: {} },
    }
    const start = restored(view({ messages: [receipt] }), () => 'new')
    const talk: Message = { id: 'talk', role: 'assistant', state: 'done', parts: [card] }
    const asked = withCases({ ...start, messages: [...start.messages, talk] }, [
      { ...filed('supplement'), supplement: notice },
    ])
    expect(isAwaited(asked.messages, card)).toBe(true)
    const given = withCases(asked, [{ ...filed('supplement'), supplement: { ...notice, given: true } }])
    expect(isAwaited(given.messages, card)).toBe(false)
    expect(isAwaited(withCases(asked, [filed('accepted')]).messages, card)).toBe(false)
  })
})
