import { describe, expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { sampleApplication, sampleReview } from './sample-parts.ts'
import { composer, OUTCOME, say, usePages } from './scripted-page.ts'
import { answer } from './scripted-server.ts'

const pageWith = usePages()

describe('the composer', () => {
  test('does not send while an input method composes, and starts a line with Shift and Enter', async () => {
    const { page, asked } = await pageWith(() => ({ chunks: answer('好。', OUTCOME) }))
    await composer(page).fill('居住')
    await composer(page).evaluate((area) => {
      const press = (init: KeyboardEventInit): boolean =>
        area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
      press({ isComposing: true })
      press({ keyCode: 229 })
    })
    await composer(page).press('Shift+Enter')
    expect(asked).toEqual([])
    expect(await composer(page).inputValue()).toBe('居住\n')
    await composer(page).press('Enter')
    await page.getByText('好。').first().waitFor()
    expect(asked).toEqual(['居住\n'])
  })

  test('stops an answer and keeps what was said', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('先说一句。').slice(0, 3), ending: 'hang' }))
    await say(page, '多久')
    await page.getByText('先说一句。').first().waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
    expect(await page.getByText('先说一句。').count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: '发送' }).isEnabled()).toBe(true)
  })

  test.each([
    [
      'refused for haste',
      { status: 429, problem: { code: 'too-many-requests' }, headers: { 'retry-after': '20' } },
      '约 20 秒后可以重试',
    ],
    ['broken off', { chunks: answer('说到一半').slice(0, 3), ending: 'break' }, '回答中断了'],
  ] as const)('when %s says so, keeps the draft and tries again', async (_, failing, told) => {
    let tries = 0
    const { page, asked } = await pageWith(() => {
      tries += 1
      return tries === 1 ? failing : { chunks: answer('这次好了。', OUTCOME) }
    })
    await say(page, '多久')
    await page.getByRole('alert').getByText(told).waitFor()
    await composer(page).fill('正在写的下一句')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('这次好了。').first().waitFor()
    expect(asked).toEqual(['多久', '多久'])
    expect(await composer(page).inputValue()).toBe('正在写的下一句')
  })

  test('says that the network is away, and goes on when it is back', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('回来了。', OUTCOME) }))
    await page.context().setOffline(true)
    await say(page, '多久')
    await page.getByRole('alert').getByText('连不上网络').waitFor()
    await picture(page, 'offline')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('回来了。').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

describe('a server that does not answer', () => {
  test('is told apart from a network that is away', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('回来了。', OUTCOME) }))
    await page.route('**/api/**', (route) => route.abort('connectionrefused'))
    await say(page, '多久')
    await page.getByRole('alert').getByText('系统没有回应').waitFor()
  })
})

describe('the forms', () => {
  test('ask first what the message has not asked yet, with what is known folded below', async () => {
    const application = sampleApplication()
    const { ask, help } = application.next ?? { ask: '', help: '' }
    const { page } = await pageWith((words) => ({
      chunks: answer(
        words === '办居住证' ? `${ask}\n${help}` : '好的。',
        { type: 'data-application', data: application },
        OUTCOME,
      ),
    }))
    const form = page.locator('bianban-chat section.form')
    await say(page, '办居住证')
    await form.getByRole('group', { name: '居住事由' }).waitFor()
    expect(await form.textContent()).not.toContain(ask)
    expect(await form.textContent()).not.toContain(help)
    expect(await form.getByText('1990年1月1日').isVisible()).toBe(false)
    const asked = await form.getByRole('button', { name: '合法稳定就业' }).boundingBox()
    const known = await form.getByText('已填 2 项').boundingBox()
    expect(asked?.y).toBeLessThan(known?.y ?? 0)
    await form.getByText('已填 2 项').click()
    await form.getByText('1990年1月1日').waitFor()
    // The record counts turns; she need not.
    expect(await form.locator('.origin.citizen').getAttribute('title')).toBe('您说的')
    await say(page, '继续')
    await form.getByRole('group', { name: ask }).waitFor()
    await form.getByText(help ?? '').waitFor()
  })

  test('tell of a check of benefits why they ask, not how much they could ask', async () => {
    const application = sampleApplication({ service: 'benefits' })
    const benefit = {
      id: 'aid',
      title: '高龄津贴',
      guide: 'residence-permit',
      service: null,
      verdict: 'open',
      amount: '',
      rules: [],
      missing: [{ field: 'reason', label: '居住事由', ask: '事由？' }],
      review: '',
    }
    const benefits = { type: 'data-benefits', data: { applicationId: application.id, benefits: [benefit] } }
    const { page } = await pageWith(() => ({
      chunks: answer('好的。', benefits, { type: 'data-application', data: application }, OUTCOME),
    }))
    await say(page, '我能享受什么')
    const form = page.locator('bianban-chat section.form')
    await form.getByText('问这一项，才能判断：高龄津贴').waitFor()
    expect(await form.locator('progress').count()).toBe(0)
    expect(await form.getByText(/2／5|一次填完/).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  test('put the reason beside a refused value and keep what was typed', async () => {
    const application = sampleApplication({
      pending: ['mobile'],
      next: { field: 'mobile', ask: '您的手机号是多少？', help: null, options: [] },
    })
    const rejected = [{ field: 'mobile', label: '手机号', message: '手机号要 11 位数字。' }]
    const { page } = await pageWith(
      () => ({ chunks: answer('好的。', { type: 'data-application', data: application }, OUTCOME) }),
      () => ({ status: 200, body: { application, accepted: [], rejected, changed: [] } }),
    )
    await say(page, '我要办居住证')
    await page.getByLabel('您的手机号是多少？').fill('138')
    await page.getByRole('button', { name: '填好了' }).click()
    await page.getByText('手机号要 11 位数字。').waitFor()
    const control = page.getByLabel('您的手机号是多少？')
    expect(await control.inputValue()).toBe('138')
    expect(await control.getAttribute('aria-invalid')).toBe('true')
    expect(await violations(page)).toEqual([])
  })

  test('do not file before the declaration is ticked', async () => {
    const sent: string[] = []
    const { page } = await pageWith(
      () => ({
        chunks: answer(
          '请核对。',
          { type: 'data-application', data: sampleApplication() },
          { type: 'data-review', data: sampleReview() },
          OUTCOME,
        ),
      }),
      (method, path) => {
        sent.push(`${method} ${path}`)
        return undefined
      },
    )
    await say(page, '确认提交')
    await page.getByRole('button', { name: '确认提交' }).click()
    expect(await page.getByRole('checkbox').evaluate((box: HTMLInputElement) => box.validationMessage)).toBe(
      '请先勾选声明',
    )
    expect(sent).toEqual([])
  })
})

describe('the element', () => {
  test('asks before it deletes, and deletes nothing on no', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('好。', OUTCOME) }))
    await say(page, '多久')
    const answers = [false, true]
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (answers.shift() === true ? dialog.accept() : dialog.dismiss())
    })
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '删除本次记录' }).click()
    expect(await page.locator('bianban-chat .message').count()).toBe(2)
    await page.getByRole('button', { name: '删除本次记录' }).click()
    await page.locator('bianban-chat .welcome').waitFor()
    expect(asked).toHaveLength(2)
  })

  test('leaves nothing but itself on the page', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('好。', OUTCOME) }))
    const names = await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) => /^lit|^reactive|purify|marked|unnamed|bianban/i.test(name)),
    )
    expect(names).toEqual([])
  })

  test.each(['zh-Hant', 'en'])('speaks %s when asked to, in large letters too, and remembers it', async (locale) => {
    const { page } = await pageWith(() => ({ chunks: answer('好。', OUTCOME) }))
    await page.getByLabel('界面语言').selectOption(locale)
    await page.getByRole('button', { name: locale === 'en' ? 'Large text' : '大字' }).click()
    await page.reload()
    await page.getByRole('button', { name: locale === 'en' ? 'Send' : '傳送' }).waitFor()
    await picture(page, `large-${locale}`)
    expect(await page.locator('bianban-chat .frame').getAttribute('lang')).toBe(locale)
    expect(await violations(page)).toEqual([])
  })

  test('fits a narrow screen and a dark room', async () => {
    const { page } = await pageWith(() => ({
      chunks: answer('好的。', { type: 'data-application', data: sampleApplication() }, OUTCOME),
    }))
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await say(page, '我要办居住证')
    await page.getByText('已填 2／5').waitFor()
    await picture(page, 'narrow-dark')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await violations(page)).toEqual([])
  })
})
