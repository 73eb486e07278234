import { describe, expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { sampleApplication } from './sample-parts.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer, source } from './scripted-server.ts'

const HOSTILE =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>[点我](javascript:window.hacked=1)'

const pageWith = usePages()

describe('an answer', () => {
  test('carries numbered citations that open the cited section, and is marked as the guide’s', async () => {
    const { page } = await pageWith(() => ({
      chunks: answer(
        '居住**半年**以上[1]，15 日内制发[2]。没有的[7]不算。',
        source('residence-permit#who', '谁能办'),
        source('residence-permit#time', '多久办好'),
        OUTCOME,
      ),
    }))
    await say(page, '居住证怎么办')
    const second = page.getByRole('link', { name: '来源 2：多久办好（新窗口打开）' })
    await second.waitFor()
    expect(await second.getAttribute('href')).toBe('/guides/residence-permit?lang=zh-Hans#time')
    expect(await page.locator('bianban-chat .cite').count()).toBe(2)
    expect(await page.getByText('官方指南').count()).toBe(1)
    expect(await violations(page)).toEqual([])
  })

  test('does not fold the line after a list into its last item', async () => {
    const { page } = await pageWith(() => ({
      chunks: answer('- 第一步：核对。\n- 第二步：领证。\n**多久**：15日内。', OUTCOME),
    }))
    await say(page, '怎么办')
    await page.getByText('第二步').first().waitFor()
    expect(await page.locator('bianban-chat .prose li').allTextContents()).toEqual(['第一步：核对。', '第二步：领证。'])
  })

  test('is told to a screen reader in whole sentences', async () => {
    const { page } = await pageWith(() => ({
      chunks: answer('十五日内办好。[1] 最长三十日。', source('a#time', '多久办好'), OUTCOME),
    }))
    await say(page, '多久')
    await page.getByText('最长三十日').first().waitFor()
    const heard = await page.locator('bianban-chat [aria-live=polite] p').allTextContents()
    expect(heard).toEqual(['十五日内办好。', '最长三十日。'])
    const tree = await page.locator('bianban-chat').ariaSnapshot()
    expect(tree).toMatch(/- status:\n\s+- paragraph: 十五日内办好。\n\s+- paragraph: 最长三十日。/)
  })

  test('with hostile text in every part stays inert, under a policy that refuses nothing of ours', async () => {
    const application = sampleApplication({
      title: HOSTILE,
      fields: sampleApplication().fields.map((field) => ({
        ...field,
        label: HOSTILE,
        shown: field.shown === null ? null : HOSTILE,
      })),
    })
    const { page, refused } = await pageWith((words) => ({
      chunks: answer(
        `${HOSTILE} 你说：${words}`,
        source('javascript:alert(1)', HOSTILE),
        { type: 'data-application', data: application },
        { type: 'data-handover', data: { ticket: HOSTILE, hotline: HOSTILE } },
        { type: 'data-suggestions', data: { suggestions: [HOSTILE] } },
        { ...OUTCOME, data: { ...OUTCOME.data, engine: HOSTILE } },
      ),
    }))
    await say(page, HOSTILE)
    await page.getByText('你说：').first().waitFor()
    await picture(page, 'hostile-text')
    expect(await page.evaluate(() => Reflect.has(window, 'hacked'))).toBe(false)
    const widget = page.locator('bianban-chat')
    expect(await widget.locator('img, script, [onerror], a[href^="javascript"]').count()).toBe(0)
    expect(refused).toEqual([])
  })
})
