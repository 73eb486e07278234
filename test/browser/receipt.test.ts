import { describe, expect, test } from 'vitest'
import { qrPath } from '../../src/web/qr.ts'
import { picture } from './browser.ts'
import { SAMPLE_CASE } from './sample-cards.ts'
import { sampleApplication, sampleReview } from './sample-parts.ts'
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

describe('news that nobody asked for', () => {
  const RECEIPT = { receiptNumber: 'XM20261126-ABCDEFGHJ', queryCode: 'ABCD2345', dueBy: '2026-12-14' }

  test.each([
    [1280, 900],
    [390, 674],
  ])('leaves the receipt in view on %i × %i', async (width, height) => {
    const review = [
      { type: 'data-application', data: sampleApplication() },
      { type: 'data-review', data: sampleReview() },
    ]
    const { page } = await pageWith(
      () => ({ chunks: answer('请核对。', ...review, OUTCOME) }),
      (_, path) => (path.endsWith('/submission') ? { status: 201, body: RECEIPT } : undefined),
      { width },
    )
    await page.setViewportSize({ width, height })
    await page.route('**/events', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      const cases = [{ ...SAMPLE_CASE, status: 'accepted' }]
      const body = `event: progress\ndata: ${JSON.stringify({ cases })}\n\n`
      await route.fulfill({ contentType: 'text/event-stream', body })
    })
    await say(page, '确认')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '确认提交' }).click()
    const heading = page.getByRole('heading', { name: '已提交：居住证申领', exact: true })
    await heading.waitFor()
    const log = page.locator('bianban-chat .log')
    const place = await log.evaluate((element) => element.scrollTop)
    await page.locator('bianban-chat .progress').waitFor()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await log.evaluate((element) => element.scrollTop)).toBe(place)
    const seen = await heading.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    expect(seen).toBe(true)
    await picture(page, `receipt-news-${width}`)
  })
})

test('what she said herself stands once in the review, with where she said it', async () => {
  const { page } = await pageWith(() => ({
    chunks: answer(
      '请核对。',
      { type: 'data-application', data: sampleApplication() },
      { type: 'data-review', data: sampleReview() },
      OUTCOME,
    ),
  }))
  await say(page, '核对')
  const review = page.locator('bianban-chat section.review')
  await review.waitFor()
  expect(await review.getByText('您提供').count()).toBe(0)
  expect(await review.locator('.origin.citizen').first().textContent()).toContain('您说的')
})
