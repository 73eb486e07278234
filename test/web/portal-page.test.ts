import { describe, expect, test } from 'vitest'
import { renderPortalPage } from '../../src/web/index.ts'
import type { GuideSummary, ServiceSummary } from '../../src/wire.ts'

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
const page = (guides: readonly GuideSummary[], bundles: { title: string; guide: string }[] = []): string =>
  renderPortalPage({ guides, services: [service], bundles })

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

  test('leads straight to a heading', () => {
    expect(page([guide()])).toMatch(/<a href="#topic-1"><svg.*?<\/svg><span>身份、户口、居住证<\/span>/)
    expect(page([guide()])).toContain('<section class="topic" id="topic-1">')
  })

  test('shows a guide of a topic it does not know', () => {
    expect(page([guide({ topic: 'something-new' })])).toContain('<h3>其他</h3>')
  })

  test('leads one-thing bundles into the conversation, and to their guide without script', () => {
    const html = page([], [{ title: '新生儿出生“一件事”', guide: 'newborn' }])
    expect(html).toContain('<a href="/guides/newborn" data-ask="我要办新生儿出生“一件事”">新生儿出生</a>')
  })

  test('writes what staff wrote as text', () => {
    const html = page([guide({ title: '<img src=x onerror=alert(1)>' })], [{ title: '"><script>', guide: 'x' }])
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('"><script>')
  })
})
