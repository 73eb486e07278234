import { describe, expect, test } from 'vitest'
import { renderPortalPage } from '../../src/web/index.ts'
import type { GuideSummary, ServiceSummary } from '../../src/wire.ts'
import { readingIn } from './reading.ts'

const guide = (change: Partial<GuideSummary> = {}): GuideSummary => ({
  id: 'residence-permit',
  title: '居住证申领',
  titleEn: 'Residence permit',
  topic: 'identity',
  aliases: [],
  service: 'residence-permit',
  checked: '2026-11-23',
  ...change,
})
const service: ServiceSummary = {
  id: 'residence-permit',
  title: '居住证申领',
  titleEn: 'Residence permit',
  guide: 'residence-permit',
  completion: 'online',
}
const page = (
  guides: readonly GuideSummary[],
  bundles: { title: string; titleEn: string; guide: string }[] = [],
  reading = readingIn('zh-Hans'),
  { popular = [], asked }: Partial<Pick<Parameters<typeof renderPortalPage>[0], 'popular' | 'asked'>> = {},
): string => renderPortalPage({ guides, services: [service], popular, bundles, asked }, reading)

const NEWBORN = { title: '新生儿出生“一件事”', titleEn: 'A newborn', guide: 'newborn' }

describe('the portal', () => {
  test('can be read without script: every guide is a link under the heading people look for', () => {
    const html = page([guide(), guide({ id: 'passport', title: '普通护照', topic: 'travel', service: null })])
    expect(html).toContain('<h3>身份、户口、居住证</h3><ul class="links"><li><a href="/guides/residence-permit">')
    expect(html).toContain('<h3>出入境、台港澳</h3><ul class="links"><li><a href="/guides/passport">')
  })

  test('starts only what has a form', () => {
    const html = page([guide(), guide({ id: 'passport', title: '普通护照', service: null })])
    expect(html.match(/data-service=/g)).toHaveLength(1)
    expect(html).toContain('aria-label="开始办：居住证申领"')
  })

  test('puts what most people come for first, under its short name', () => {
    const html = page([guide({ title: '厦门市居住证申领、签注' })], [], readingIn('zh-Hans'), { popular: [service] })
    expect(html).toContain('<h2 id="popular-title">常办事项</h2>')
    expect(html).toMatch(/id="popular".*?<a href="\/guides\/residence-permit">居住证申领<\/a><button/)
    expect(page([guide()])).not.toContain('id="popular"')
  })

  test('answers a question of its address without script: guides and sections found, or that there are none', () => {
    const found = [{ ...guide(), sections: [{ slug: 'faq', heading: '丢了<怎么>办？', at: 'faq-2' }] }]
    const html = page([], [], readingIn('zh-Hans'), { asked: { question: '居住证"<丢了>', found } })
    expect(html).toContain('<a href="/guides/residence-permit#faq-2">丢了&#60;怎么&#62;办？</a>')
    expect(html).not.toContain('<丢了>')
    const english = page([], [], readingIn('en', { chosen: true }), { asked: { question: 'lost', found } })
    expect(english).toContain('<a href="/guides/residence-permit?lang=en#faq-2">Common questions</a>')
    expect(page([], [], readingIn('zh-Hans'), { asked: { question: '？', found: [] } })).toContain(
      '没有找到相关的办事指南',
    )
  })

  test('leads straight to a heading', () => {
    expect(page([guide()])).toMatch(/<a href="#topic-1"><svg.*?<\/svg><span>身份、户口、居住证<\/span>/)
    expect(page([guide()])).toContain('<section class="topic" id="topic-1">')
  })

  test('shows a guide of a topic it does not know', () => {
    expect(page([guide({ topic: 'something-new' })])).toContain('<h3>其他</h3>')
  })

  test('leads one-thing bundles into the conversation, and to their guide without script', () => {
    const html = page([], [NEWBORN])
    expect(html).toContain('<a href="/guides/newborn" data-ask="我要办新生儿出生“一件事”">新生儿出生</a>')
  })

  test('speaks 繁體 with the guides’ names converted', () => {
    const html = page([guide()], [NEWBORN], readingIn('zh-Hant'))
    expect(html).toContain('<html lang="zh-Hant">')
    expect(html).toContain('<h3>身分、戶口、居住證</h3>')
    expect(html).toContain('aria-label="開始辦：居住證申領"')
    expect(html).toContain('data-ask="我要辦新生兒出生“一件事”">新生兒出生</a>')
    expect(html).toContain('<bianban-chat locale="zh-Hant">')
  })

  test('speaks English with the guides’ own English names, and no Chinese but the names of languages', () => {
    const html = page([guide()], [NEWBORN], readingIn('en'))
    expect(html).toContain('aria-label="Start: Residence permit"')
    expect(html).toContain('data-ask="I want to apply: A newborn">A newborn</a>')
    expect(html.match(/[\u4e00-\u9fff]+/g)).toEqual(['简体', '繁體'])
  })

  test('leads to the same page in other languages, and keeps a chosen one on the way to other pages', () => {
    const own = page([guide()], [], readingIn('en'))
    expect(own).toContain('<link rel="alternate" hreflang="zh-Hant" href="/?lang=zh-Hant">')
    expect(own).toContain('<a href="/?lang=en" hreflang="en" lang="en" aria-current="true">English</a>')
    expect(own).toContain('href="/guides/residence-permit"')
    const chosen = page([guide()], [], readingIn('en', { chosen: true }))
    expect(chosen).toContain('href="/guides/residence-permit?lang=en"')
    expect(chosen).toContain('<input type="hidden" name="lang" value="en">')
  })

  test('on a terminal leads only to pages of the terminal, signing in included', () => {
    const html = page([guide()], [NEWBORN], readingIn('zh-Hans', { kiosk: true }))
    const own = [...html.matchAll(/href="(\/(?!assets)[^"]*)"/g)].map(([, address = '']) => address)
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((address) => !decodeURIComponent(address).includes('mode=kiosk'))).toEqual([])
    expect(html).toContain('href="/auth/login?return=%2F%3Fmode%3Dkiosk"')
    expect(html).toContain('<input type="hidden" name="mode" value="kiosk">')
    expect(html).toContain('<body class="portal kiosk">')
  })

  test('writes what staff wrote as text', () => {
    const html = page(
      [guide({ title: '<img src=x onerror=alert(1)>' })],
      [{ title: '"><script>', titleEn: '', guide: 'x' }],
    )
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('"><script>')
  })
})
