import { describe, expect, test } from 'vitest'
import { renderGuidePage } from '../../src/web/index.ts'
import type { GuideView } from '../../src/wire.ts'
import { readingIn } from './reading.ts'

const guide = (change: Partial<GuideView> = {}): GuideView => ({
  id: 'sample',
  title: '居住证申领',
  titleEn: 'Residence permit',
  topic: 'household',
  aliases: ['暂住证'],
  service: 'residence-permit',
  checked: '2026-11-23',
  authority: '公安机关',
  publisher: '厦门市公安局',
  version: 'abcdef012345',
  sections: [
    { slug: 'who', heading: '谁能办', text: '居住**半年**以上。' },
    { slug: 'faq', heading: '没有合同能办吗？', text: '能。' },
    { slug: 'faq', heading: '多久签注一次？', text: '每年一次。' },
  ],
  ...change,
})

const pageOf = (view: GuideView, reading = readingIn('zh-Hans')): string => renderGuidePage(view, reading)

describe('the page of a guide', () => {
  test('opens at the cited section', () => {
    const page = pageOf(guide())
    expect(page).toContain('<section id="who"')
    expect(page).toContain('<strong>半年</strong>')
  })

  test('gathers the common questions under one heading, each with its own place', () => {
    const page = pageOf(guide())
    expect(page.match(/<section id="faq"/g)).toHaveLength(1)
    expect(page).toContain('<h3 id="faq-1">没有合同能办吗？</h3>')
    expect(page).toContain('<h3 id="faq-2">多久签注一次？</h3>')
  })

  test('leads into the conversation, to the application when there is one', () => {
    expect(pageOf(guide())).toContain('href="/?service=residence-permit"')
    expect(pageOf(guide({ service: null }))).toContain('问问边办')
  })

  test('asks of the matter by the short name that people call it', () => {
    const aliases = ['厦门市居住证申领和签注', '暂住证', '居住证']
    expect(pageOf(guide({ aliases }))).toContain('question="暂住证怎么办，要带什么？"')
    expect(pageOf(guide({ aliases: [] }))).toContain('question="居住证申领怎么办，要带什么？"')
    expect(pageOf(guide({ aliases }), readingIn('zh-Hant'))).toContain('question="暫住證怎麼辦，要帶什麼？"')
  })

  test('in English begins each section with its English sentences, and marks the original as Chinese', () => {
    const sections = [{ slug: 'fees', heading: '要多少钱', text: '**免费**。', textEn: 'It is free of charge.' }]
    const page = pageOf(guide({ sections }), readingIn('en', { address: '/guides/sample' }))
    expect(page).toContain('<h1>Residence permit</h1>')
    expect(page).toContain('<h2 id="fees-title">What it costs</h2>\n<p>It is free of charge.</p>')
    expect(page).toContain('<div class="original" lang="zh-Hans">\n<p><strong>免费</strong>。</p>')
    expect(page).toContain('<link rel="alternate" hreflang="x-default" href="/guides/sample">')
  })

  test('in English tells what the points say in English before the original, under each question its own', () => {
    const sections = [
      {
        slug: 'fees',
        heading: '要多少钱',
        text: '**免费**。',
        pointsEn: ['The first one is free.', 'A new one is <b>40</b>.'],
      },
      { slug: 'faq', heading: '没有合同能办吗？', text: '能。', pointsEn: ['Yes, a proof will do.'] },
      { slug: 'faq', heading: '多久签注一次？', text: '每年一次。' },
    ]
    const page = pageOf(guide({ sections }), readingIn('en', { address: '/guides/sample' }))
    expect(page).toMatch(/<li>The first one is free\.<\/li>\s*<li>A new one is &#60;b&#62;40&#60;\/b&#62;\.<\/li>/u)
    expect(page).toMatch(
      /<h3 id="faq-1" lang="zh-Hans">没有合同能办吗？<\/h3>\s*<p>Yes, a proof will do\.<\/p>\s*<div class="original"/u,
    )
    expect(page).toMatch(/<h3 id="faq-2" lang="zh-Hans">多久签注一次？<\/h3>\s*<div class="original"/u)
    expect(pageOf(guide({ sections }))).not.toContain('Yes, a proof will do')
  })

  test('in 繁體 is the guide converted', () => {
    const page = pageOf(guide(), readingIn('zh-Hant'))
    expect(page).toContain('<h3 id="faq-1">沒有合同能辦嗎？</h3>')
    expect(page).toContain('也叫：暫住證')
  })

  test('shows hostile text as text, wherever it stands', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const page = pageOf(
      guide({
        title: hostile,
        titleEn: hostile,
        aliases: [hostile],
        authority: hostile,
        publisher: hostile,
        checked: hostile,
        version: hostile,
        sections: [{ slug: hostile, heading: hostile, text: `${hostile}\n\n${hostile}\n\n![${hostile}](x)` }],
      }),
    )
    // The one block of data holds the text too; nothing in it can end it.
    const outside = page
      .replace('<script src="/assets/bianban-chat.js" defer></script>', '')
      .replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')
    expect(outside).not.toMatch(/<script|<img src=x/)
  })

  test('tells search engines of the service and its common questions', () => {
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(pageOf(guide())) ?? []
    const { '@graph': graph } = JSON.parse(data) as { '@graph': readonly Record<string, unknown>[] }
    expect(graph[0]).toMatchObject({
      '@type': 'GovernmentService',
      name: '居住证申领',
      provider: { '@type': 'GovernmentOrganization', name: '公安机关' },
    })
    expect(graph[2]?.['mainEntity']).toHaveLength(2)
  })

  test('says at the top how long and how much, in the first sentence of each section', () => {
    const sections = [
      { slug: 'time', heading: '多久办好', text: '15日内制发。最长30日。' },
      { slug: 'fees', heading: '要多少钱', text: '免费。' },
    ]
    const glance = /<dl class="glance">.*?<\/dl>/s.exec(pageOf(guide({ sections })))?.[0] ?? ''
    expect(glance).toContain('15日内制发。')
    expect(glance).not.toContain('最长30日')
    expect(glance).toContain('<a href="#fees">要多少钱</a>')
  })

  test('keeps only links to secured pages', () => {
    const text = '[官网](https://www.gov.cn/a?b=1&c=2) [坏](javascript:alert(1)) [旧](http://x.cn) <https://a.cn>'
    const page = pageOf(guide({ sections: [{ slug: 'who', heading: '谁能办', text }] }))
    const links = [...page.slice(page.indexOf('<section')).matchAll(/<a href="([^"]*)" rel/g)].map((match) => match[1])
    expect(links).toEqual(['https://www.gov.cn/a?b=1&#38;c=2', 'https://a.cn'])
  })
})
