import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function portal(query: string): Promise<string> {
  const page = await fetch(`${running.url}/?${query}`)
  expect(page.status).toBe(200)
  return page.text()
}

test('a question in the address is answered without script: guides found, best first, with links to the sections', async () => {
  const html = await portal(`lang=zh-Hans&ask=${encodeURIComponent('居住证丢了怎么补')}`)
  const found = html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'))
  const links = [...found.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&#38;', '&'))
  expect(links[0]).toBe('/guides/residence-permit?lang=zh-Hans')
  const deep = links.find((address) => address.includes('#')) ?? ''
  const guide = await (await fetch(`${running.url}${deep}`)).text()
  expect(guide).toContain(`id="${deep.split('#')[1]}"`)
})

test('a question that no guide answers is told so', async () => {
  expect(await portal(`lang=zh-Hans&ask=${encodeURIComponent('今天晚上吃什么')}`)).toContain('没有找到相关的办事指南')
})

test('without a question nothing is searched, and popular services stand first', async () => {
  const html = await portal('lang=zh-Hans')
  expect(html).not.toContain('找到的办事指南')
  expect(html.indexOf('id="popular"')).toBeGreaterThan(0)
  expect(html.indexOf('id="popular"')).toBeLessThan(html.indexOf('id="bundles"'))
})
