import { expect, test } from 'vitest'
import { qrPath } from '../../src/web/qr.ts'
import { picture } from './browser.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer } from './scripted-server.ts'

const pageWith = usePages()

const filed = () => ({
  chunks: answer(
    '已经提交。',
    {
      type: 'data-receipt',
      data: { receiptNumber: 'XM20261126-ABCDEFGHJ', queryCode: 'ABCD2345', dueBy: '2026-12-14' },
    },
    OUTCOME,
  ),
})

test('a receipt carries a code that leads to the case, without its secret', async () => {
  const { page, refused } = await pageWith(filed)
  await say(page, '提交')
  const code = page.getByRole('img', { name: '查进度的二维码' })
  await code.waitFor()
  const { origin } = new URL(page.url())
  expect(await code.locator('path').getAttribute('d')).toBe(qrPath(`${origin}/?case=XM20261126-ABCDEFGHJ`).path)
  expect(refused).toEqual([])
  await page.goto(`${origin}/?case=XM20261126-ABCDEFGHJ`)
  await expect.poll(() => page.getByLabel('受理编号').inputValue()).toBe('XM20261126-ABCDEFGHJ')
  expect(page.url()).toBe(`${origin}/`)
})

test('a printed receipt is the receipt alone', async () => {
  const { page } = await pageWith(filed, undefined, {
    before: async (fresh) => {
      await fresh.addInitScript(() => Reflect.set(window, 'print', () => undefined))
    },
  })
  await say(page, '提交')
  await page.getByRole('img', { name: '查进度的二维码' }).waitFor()
  await page.getByRole('button', { name: '打印回执' }).click()
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'receipt-printed')
  expect(await page.locator('bianban-chat .receipt .numbers').isVisible()).toBe(true)
  for (const gone of ['.hero', '.top', 'bianban-chat .composer', 'bianban-chat .message.user', 'bianban-chat .buttons'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.locator('.hero').isVisible()).toBe(true)
})
