import { expect, test } from 'vitest'
import { nothingAskedTwice, questionsOf } from '../../src/evaluation/checks/questions.ts'
import type { Reply } from '../../src/evaluation/citizens/talk.ts'

/** A reply that shows a form with these values and asks for one of its fields. */
function asking(
  next: string | null,
  values: Readonly<Record<string, string | null>>,
  eligibility: readonly { readonly outcome: string }[] = [],
): Reply {
  const fields = Object.entries(values).map(([id, value]) => ({ id, label: id, required: true, value }))
  return { application: { next: next === null ? null : { field: next }, fields, eligibility } } as never
}
const none = { worksOut: () => false, isHeld: () => false }

test('each field that is asked for counts once, however often she is asked', () => {
  const replies = [
    asking('name', { name: null, mobile: null }),
    asking('name', { name: null, mobile: null }),
    asking('mobile', { name: '陈样例', mobile: null }),
    asking(null, { name: '陈样例', mobile: '13800000001' }),
  ]
  expect(questionsOf(replies, none)).toEqual({ asked: 2, known: [], unheld: 2 })
})

test('what a form of the conversation held and is asked for again is told', () => {
  const questions = questionsOf(
    [asking('mobile', { name: '陈样例', mobile: null }), asking('name', { name: null })],
    none,
  )
  expect(questions.known).toEqual(['name name'])
  expect(nothingAskedTwice(questions)).toMatchObject({ ok: false, critical: true })
})

test('a field that follows from another, or that a register holds, is none that has to be asked', () => {
  const replies = [asking(null, { name: '陈样例', birthDate: '1990-01-01', reason: 'housing' })]
  const { unheld } = questionsOf(replies, { worksOut: (id) => id === 'birthDate', isHeld: (id) => id === 'name' })
  expect(unheld).toBe(1)
})

test('what the city or an earlier case holds is a fault to ask for, and no question while it is being offered', () => {
  const offered = { ...asking('name', { name: null }), consent: { source: 'population' } } as never
  const isOffered = (field: string): boolean => field === 'name'
  expect(questionsOf([offered], { ...none, isOffered })).toMatchObject({ asked: 0, known: [] })
  expect(questionsOf([asking('name', { name: null })], { ...none, isOffered }).known).toEqual(['name name'])
})

test('nothing is asked once the way is closed', () => {
  const closed = asking('bankCard', { bankCard: null }, [{ outcome: 'note' }, { outcome: 'no' }])
  expect(questionsOf([closed], { ...none, isOffered: () => true })).toMatchObject({ asked: 0, known: [] })
})
