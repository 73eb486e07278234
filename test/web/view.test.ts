import { describe, expect, test } from 'vitest'
import { failureOf } from '../../src/web/widget/failure.ts'
import { dayIn } from '../../src/web/day-in.ts'
import { failureWords, guideLink } from '../../src/web/widget/view.ts'
import { LOCALES, wordsIn } from '../../src/web/widget/words.ts'

const problem = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } })

describe('a citation', () => {
  test('leads to the section of the guide', () => {
    expect(guideLink('residence-permit#fees', { server: '', locale: 'zh-Hans' })).toBe(
      '/guides/residence-permit?lang=zh-Hans#fees',
    )
    expect(guideLink('residence-permit#faq/2', { server: 'https://x.cn', locale: 'en' })).toBe(
      'https://x.cn/guides/residence-permit?lang=en#faq',
    )
  })

  test('leads nowhere when it is not a citation', () => {
    expect(
      ['javascript:alert(1)', '//evil.cn#a', '../x#y', 'a b', ''].map((id) =>
        guideLink(id, { server: '', locale: 'en' }),
      ),
    ).toEqual(Array.from({ length: 5 }, () => undefined))
  })
})

describe('a failure', () => {
  test('is told in the words of the page, with the time to wait', async () => {
    const failure = await failureOf(problem(429, { code: 'too-many-requests' }, { 'retry-after': '20' }))
    expect(failureWords(failure, wordsIn('zh-Hans'), 'zh-Hans')).toBe('问得有点快，请稍等再试。约 20 秒后可以重试。')
    expect(failureWords(failure, wordsIn('en'), 'en')).toContain('about 20 seconds')
  })

  test('names every defect of an incomplete application', async () => {
    const failure = await failureOf(
      problem(422, { code: 'incomplete-application', defects: [{ message: '缺手机号' }, '缺住址'] }),
    )
    expect(failureWords(failure, wordsIn('zh-Hans'), 'zh-Hans')).toBe('还有几处要补上：缺手机号；缺住址')
  })

  test('without words of the page is told in the words of the server, to readers of Chinese', async () => {
    const failure = await failureOf(problem(503, { code: 'conflict', detail: '审批系统暂时不通。' }))
    expect(failureWords(failure, wordsIn('zh-Hans'), 'zh-Hans')).toBe('审批系统暂时不通。')
    expect(failureWords(failure, wordsIn('en'), 'en')).toContain('Something went wrong')
  })

  test('of a proxy that answers with its own page is still told', async () => {
    const failure = await failureOf(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(failureWords(failure, wordsIn('zh-Hans'), 'zh-Hans')).toContain('不是您的原因')
  })
})

describe('the interface', () => {
  test.each(LOCALES.map(({ id }) => id))('puts values into its sentences in %s', (locale) => {
    expect(wordsIn(locale)('filled', { done: 2, all: 5 })).toMatch(/2.*5/)
  })

  test('writes days as days in Xiamen', () => {
    expect(dayIn('2026-12-10', 'zh-Hans')).toBe('2026年12月10日')
    expect(dayIn('2026-12-09T17:00:00Z', 'zh-Hans')).toBe('2026年12月10日')
    expect(dayIn('尽快', 'zh-Hans')).toBe('尽快')
  })
})
