import { expect, test } from 'vitest'
import { formOf, readAnswerForm } from '../../src/knowledge/ranking/answer-form.ts'

const has = (text: string, section: Parameters<typeof formOf>[0][number]): boolean =>
  (readAnswerForm(text) & formOf([section])) !== 0

test.each([
  ['time', '自受理之日起20个工作日内办结', '请耐心等待通知'],
  ['fees', '每本收取工本费120元', '按规定缴纳'],
  ['where', '请到政务大厅二楼窗口办理', '由本人办理'],
  ['how', '登录后点击“我要办”并填写信息', '依法不予受理'],
  ['materials', '身份证原件和户口簿复印件', '当场即可领取'],
  ['who', '申请人应当符合下列要求', '每年六月开始'],
  ['basis', '依照《居住证暂行条例》执行', '依照以往的做法执行'],
] as const)('an answer about %s is known by its form', (section, answer, other) => {
  expect(has(answer, section)).toBe(true)
  expect(has(other, section)).toBe(false)
})

test('what stands far down a long text is not its form', () => {
  expect(has(`${'说明'.repeat(200)}每本120元`, 'fees')).toBe(false)
})

test('a question of no kind is answered by no form', () => {
  expect(readAnswerForm('身份证每本120元') & formOf([])).toBe(0)
})
