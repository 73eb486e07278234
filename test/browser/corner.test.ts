import { expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer } from './scripted-server.ts'

const pageWith = usePages()

const float = (chat: HTMLElement): boolean => Reflect.set(chat, 'floating', true)

test('in the corner of a page it opens on a press, folds away, and tells of the answer that came meanwhile', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const { page } = await pageWith(async () => {
    await held
    return { chunks: answer('好了。', OUTCOME) }
  })
  await page.locator('bianban-chat').evaluate(float)
  const launcher = page.getByRole('button', { name: '问边办', exact: true }).last()
  await launcher.click()
  await say(page, '多久')
  await page.getByRole('button', { name: '收起' }).click()
  expect(await launcher.evaluate((button) => button.matches(':focus'))).toBe(true)
  release()
  const told = page.getByRole('button', { name: '问边办，1 条新消息' })
  await told.waitFor()
  await picture(page, 'corner-folded')
  expect(await violations(page)).toEqual([])
  await told.click()
  await page.getByText('好了。').first().waitFor()
  await picture(page, 'corner-open')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '收起' }).click()
  await launcher.waitFor()
})

test('what is said aloud is written down for her to send, where the browser can hear', async () => {
  const { page, asked } = await pageWith(() => ({ chunks: answer('好。', OUTCOME) }), undefined, {
    before: async (fresh) => {
      // The browser's own ear is the outer wall: what it hears is given to it.
      await fresh.addInitScript(() => {
        class Ear extends EventTarget {
          start(): void {
            Reflect.set(window, 'ear', this)
          }
          stop(): void {
            this.dispatchEvent(new Event('end'))
          }
        }
        Reflect.set(window, 'SpeechRecognition', Ear)
      })
    },
  })
  await page.getByRole('button', { name: '语音输入' }).click()
  await page.evaluate(() => {
    const ear = Reflect.get(window, 'ear') as EventTarget
    ear.dispatchEvent(
      Object.assign(new Event('result'), { results: [[{ transcript: '居住证' }], [{ transcript: '多少钱' }]] }),
    )
  })
  await page.getByRole('button', { name: '停止语音输入' }).click()
  expect(await page.getByRole('textbox', { name: '输入您的问题' }).inputValue()).toBe('居住证多少钱')
  expect(asked).toEqual([])
  await page.getByRole('button', { name: '语音输入' }).waitFor()
})
