import { describe, expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { sampleGuide } from './sample-guide.ts'
import { composer, OUTCOME, say, usePages } from './scripted-page.ts'
import { answer, source, type Desk } from './scripted-server.ts'

const pageWith = usePages()

const cited = () => ({
  chunks: answer(
    '15 日内制发[1]。丢了可以补领[2]。',
    source('residence-permit#time', '多久办好'),
    source('residence-permit#faq/2', '丢了怎么办'),
    OUTCOME,
  ),
})
const shelf: Desk = (_, path) => (path.startsWith('/api/guides/') ? { status: 200, body: sampleGuide() } : undefined)

describe('a citation on a wide screen', () => {
  test('opens its section over the chat of a narrow column, by keyboard; Esc closes it and the focus goes back', async () => {
    const { page, refused } = await pageWith(cited, undefined, { house: shelf, width: 1280 })
    await say(page, '多久')
    const mark = page.getByRole('link', { name: '来源 2：丢了怎么办（在上层打开）' })
    await mark.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '居住证申领' })
    await panel.getByText('申请补领。').waitFor()
    expect(await panel.textContent()).toMatch(/2026年11月20日 核对.*版本 abcdef012345/s)
    expect(await panel.getByRole('link').getAttribute('href')).toBe('/guides/residence-permit?lang=zh-Hans#faq-2')
    await expect.poll(() => page.locator('#panel-title').evaluate((title) => title.matches(':focus'))).toBe(true)
    await picture(page, 'guide-panel')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await mark.evaluate((link) => link.matches(':focus'))).toBe(true)
    expect(page.context().pages()).toHaveLength(1)
    expect(refused).toEqual([])
  })

  test('stays a link when the guide cannot be had', async () => {
    const { page } = await pageWith(cited, undefined, { width: 1280 })
    await say(page, '多久')
    const opened = page
      .context()
      .waitForEvent('request', (request) => new URL(request.url()).pathname === '/guides/residence-permit')
    await page.getByRole('link', { name: /^来源 1/ }).click()
    expect((await opened).isNavigationRequest()).toBe(true)
  })
})

describe('going on elsewhere', () => {
  const moving: Desk = (method, path) => {
    if (path === '/api/conversations/resume') return { status: 404, body: { code: 'not-found', detail: '没有' } }
    return method === 'POST' && path.endsWith('/resume-code')
      ? { status: 201, body: { code: 'ABCD2345', expiresAt: '2027-01-01T00:00:00Z' } }
      : undefined
  }

  test('gives a code to take along, on a phone too, with nothing behind the panel to fall into', async () => {
    const { page } = await pageWith(cited, undefined, { house: moving })
    await say(page, '多久')
    await page.locator('bianban-chat .cite').first().waitFor()
    const opener = page.getByRole('button', { name: '更多' })
    await opener.click()
    await page.getByRole('button', { name: '换设备继续' }).click()
    await page.getByRole('button', { name: '取一个码' }).click()
    await page.getByText('ABCD 2345').waitFor()
    const hidden = page.locator('bianban-chat #ask')
    await hidden.evaluate((area: HTMLElement) => area.focus())
    expect(await hidden.evaluate((area) => area.matches(':focus'))).toBe(false)
    await picture(page, 'move-code')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '关闭' }).click()
    await composer(page).waitFor()
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test('says why a code does not open, and keeps what is here', async () => {
    const { page } = await pageWith(cited, undefined, { house: moving })
    await say(page, '多久')
    await page.locator('bianban-chat .cite').first().waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '换设备继续' }).click()
    await page.getByLabel('另一台设备给的码').fill('WRNGWRNG')
    await page.getByRole('button', { name: '接着办' }).click()
    await page.getByRole('alert').getByText('请在原来的设备上再取一个').waitFor()
    expect(await page.getByLabel('另一台设备给的码').inputValue()).toBe('WRNGWRNG')
    await page.keyboard.press('Escape')
    expect(await page.locator('bianban-chat .message').count()).toBe(2)
  })
})
