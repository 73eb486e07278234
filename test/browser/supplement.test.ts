import { expect, test } from 'vitest'
import { SAMPLE_SUPPLEMENT } from './sample-cards.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer } from './scripted-server.ts'

const pageWith = usePages()

const asked = (supplement: object) => () => ({
  chunks: answer('有材料要补。', { type: 'data-supplement', data: supplement }, OUTCOME),
})

test('a paper that is asked for is handed in as a file, and a value is typed', async () => {
  const { page } = await pageWith(asked(SAMPLE_SUPPLEMENT))
  await say(page, '我的办件')
  const card = page.locator('bianban-chat .supplement')
  await card.getByText('租房合同').first().waitFor()
  expect(await card.getByRole('textbox').count()).toBe(1)
  expect(await card.getByLabel('居住起始日').isVisible()).toBe(true)
  expect(await card.getByRole('button', { name: '确认补正' }).isVisible()).toBe(true)
})

test('what she said of a paper in words stands to be changed', async () => {
  const { page } = await pageWith(asked({ ...SAMPLE_SUPPLEMENT, answers: { proof: '已寄出' } }))
  await say(page, '我的办件')
  await expect
    .poll(() => page.locator('bianban-chat .supplement').getByRole('textbox', { name: '租房合同' }).inputValue())
    .toBe('已寄出')
})

test('after the last day it says so, and nothing can be given', async () => {
  const { page } = await pageWith(asked({ ...SAMPLE_SUPPLEMENT, late: true }))
  await say(page, '我的办件')
  const card = page.locator('bianban-chat .supplement')
  await card.getByText('已过，不能再补').waitFor()
  expect(await card.innerText()).toContain('照片看不清，请重新拍')
  for (const control of ['input', 'select', 'button']) expect(await card.locator(control).count(), control).toBe(0)
})
