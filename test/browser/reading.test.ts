import { describe, expect, test } from 'vitest'
import { violations } from './browser.ts'
import { SAMPLE_BENEFITS, SAMPLE_GUIDE_CARD } from './sample-cards.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer, source } from './scripted-server.ts'

const pageWith = usePages()

test('a very long message of her own is folded, and unfolds', async () => {
  const { page } = await pageWith(() => ({ chunks: answer('好的。', OUTCOME) }))
  const long = '我家的情况是这样的。'.repeat(60)
  await say(page, long)
  const words = page.locator('bianban-chat article.user .words')
  await words.waitFor()
  const folded = (await words.boundingBox())?.height ?? 0
  expect(folded).toBeLessThan(220)
  const unfold = page.getByRole('button', { name: '展开全文' })
  await unfold.press('Enter')
  await page.getByRole('button', { name: '收起', expanded: true }).waitFor()
  expect((await words.boundingBox())?.height).toBeGreaterThan(folded)
  expect(await words.textContent()).toBe(long)
})

test.each([
  [1280, '在上层打开'],
  [700, '在上层打开'],
  [390, '新窗口打开'],
])('a citation says where it opens: %i px wide, %s', async (width, where) => {
  const { page } = await pageWith(
    () => ({ chunks: answer('十五日内。[1]', source('residence-permit#time', '多久办好'), OUTCOME) }),
    undefined,
    { width },
  )
  await say(page, '多久')
  const mark = page.locator('bianban-chat .cite')
  await mark.waitFor()
  const frame = (await page.locator('bianban-chat .frame').boundingBox())?.width ?? 0
  expect(await mark.getAttribute('aria-label')).toContain(frame >= 720 ? '在旁边打开' : where)
})

describe('benefits', () => {
  test('show what is hers, and fold what is undecided or not met behind its number, none of it in red', async () => {
    const { page } = await pageWith(() => ({
      chunks: answer('请看。', { type: 'data-benefits', data: SAMPLE_BENEFITS }, OUTCOME),
    }))
    await say(page, '我能领什么')
    const card = page.locator('bianban-chat .benefits')
    await card.getByText('育儿补贴').waitFor()
    expect(await card.getByText('待定政策0').isVisible()).toBe(false)
    await card.getByText('还不能判断的（12 项）').click()
    await card.getByText('待定政策0').waitFor()
    const colour = (selector: string) =>
      card
        .locator(selector)
        .first()
        .evaluate((item) => getComputedStyle(item).borderLeftColor)
    expect(await colour('li.open')).not.toBe(await colour('li.no'))
    expect(await card.locator('a[href*="/guides/"]:not([data-source])').count()).toBe(0)
  })
})

test('the card of a guide leads to its sections and starts the form', async () => {
  const started: string[] = []
  const { page } = await pageWith(
    () => ({ chunks: answer('请看。', { type: 'data-guide', data: SAMPLE_GUIDE_CARD }, OUTCOME) }),
    undefined,
    {
      house: (method, path) => {
        if (method === 'POST' && path === '/api/applications') started.push(path)
        return undefined
      },
    },
  )
  await say(page, '居住证')
  const card = page.locator('bianban-chat .card.guide')
  await card.getByText('自受理之日起15日内制发。').waitFor()
  expect(await card.getByRole('link', { name: '多久办好' }).getAttribute('href')).toContain(
    '/guides/residence-permit?lang=zh-Hans#time',
  )
  expect(await card.locator('.remark').textContent()).toMatch(/2026年11月23日.*abcdef012345/)
  expect(await violations(page)).toEqual([])
  await card.getByRole('button', { name: '办这件事' }).click()
  await expect.poll(() => started).toEqual(['/api/applications'])
})
