import { describe, expect, test } from 'vitest'
import { picture } from './browser.ts'
import { sampleApplication, sampleReview } from './sample-parts.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer, type Desk } from './scripted-server.ts'

const pageWith = usePages()

describe('when things go wrong there are words and a way on', () => {
  test('a slow answer says that it is slow, and can be stopped', async () => {
    const { page } = await pageWith(() => ({ chunks: [], ending: 'hang' }))
    await say(page, '多久')
    const slow = page.locator('bianban-chat .slow')
    await slow.waitFor({ state: 'attached' })
    expect(await slow.isVisible()).toBe(false)
    await slow.evaluate((line) => {
      for (const animation of line.getAnimations()) animation.currentTime = 9000
    })
    await page.getByText('比平时慢一些').waitFor()
    await picture(page, 'slow')
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
  })

  test('a conversation that has ended is replaced, and the words go out again', async () => {
    let tries = 0
    const { page, asked } = await pageWith(() => {
      tries += 1
      if (tries === 1) return { status: 401, problem: { code: 'unauthorized' } }
      return { chunks: answer('好了。', OUTCOME) }
    })
    await say(page, '多久')
    await page.getByRole('alert').getByText('上次的对话已经失效，已为您开始新的对话').waitFor()
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('好了。').first().waitFor()
    expect(asked).toEqual(['多久', '多久'])
  })

  test('a city that cannot be reached keeps the review as it was, and it is filed by pressing again', async () => {
    let tries = 0
    const keys: unknown[] = []
    const desk: Desk = (method, path) => {
      if (!path.endsWith('/submission')) return undefined
      tries += 1
      keys.push(method)
      return tries === 1
        ? { status: 502, body: { code: 'city-unavailable', detail: '…' } }
        : { status: 201, body: { receiptNumber: 'XM20261126-ABCDEFGHJ', queryCode: 'ABCD2345', dueBy: null } }
    }
    const { page } = await pageWith(
      () => ({
        chunks: answer(
          '请核对。',
          { type: 'data-application', data: sampleApplication() },
          { type: 'data-review', data: sampleReview() },
          OUTCOME,
        ),
      }),
      desk,
    )
    await say(page, '确认')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.getByRole('alert').getByText('部门的系统暂时连不上').waitFor()
    expect(await page.getByRole('checkbox').isChecked()).toBe(true)
    await page.getByRole('button', { name: '确认提交' }).click()
    await page.locator('bianban-chat .receipt').waitFor()
    expect(keys).toHaveLength(2)
  })

  test('a network lost while a form is filled keeps what was typed', async () => {
    const application = sampleApplication({
      pending: ['mobile'],
      next: { field: 'mobile', ask: '您的手机号是多少？', help: null, options: [] },
    })
    const { page } = await pageWith(() => ({
      chunks: answer('好的。', { type: 'data-application', data: application }, OUTCOME),
    }))
    await say(page, '我要办居住证')
    await page.getByLabel('您的手机号是多少？').fill('13800000000')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '填好了' }).click()
    await page.getByRole('alert').getByText('连不上网络').waitFor()
    expect(await page.getByLabel('您的手机号是多少？').inputValue()).toBe('13800000000')
  })

  test('a question asked in the middle of a form keeps what was typed into it', async () => {
    const application = sampleApplication({
      pending: ['mobile'],
      next: { field: 'mobile', ask: '您的手机号是多少？', help: null, options: [] },
    })
    const { page } = await pageWith((words) => ({
      chunks: answer(`关于${words}。`, { type: 'data-application', data: application }, OUTCOME),
    }))
    await say(page, '我要办居住证')
    await page.getByLabel('您的手机号是多少？').fill('1380000')
    await say(page, '要带什么')
    await page.getByText('关于要带什么。').first().waitFor()
    expect(await page.getByLabel('您的手机号是多少？').inputValue()).toBe('1380000')
  })
})
