import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { renderGuidePage, renderPortalPage } from '../../src/web/index.ts'
import { picture } from './browser.ts'
import { sampleGuide } from './sample-guide.ts'
import { sampleApplication } from './sample-parts.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { readingIn } from '../web/reading.ts'
import { answer, source } from './scripted-server.ts'
import { PAYLOADS } from './xss-payloads.ts'

const pageWith = usePages()

/** Tags that none of our texts may become. */
const LIVE =
  'script, img, svg, math, iframe, object, embed, video, audio, marquee, style, link, meta, base, template, body'

/** Writes down every payload that comes alive. Set before anything is drawn. */
const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    Reflect.set(window, 'alive', 0)
    Reflect.set(window, 'hacked', () => Reflect.set(window, 'alive', Number(Reflect.get(window, 'alive')) + 1))
  })
}
const alive = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'alive') as unknown)

/** Everything in the tree that could run: live tags, handlers, and links that are none of ours. */
const suspects = (page: Page, root: string): Promise<readonly string[]> =>
  page.locator(root).evaluate((host, live) => {
    const tree = host.shadowRoot ?? host
    return [...tree.querySelectorAll('*')].flatMap((element) => {
      const bad = element
        .getAttributeNames()
        .filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'formaction')
      const href = element.getAttribute('href') ?? ''
      const strange = href !== '' && !/^(?:#|\/|https:\/\/|tel:)/.test(href)
      // Icons of ours are drawn, and hold nothing but a path.
      if (element.matches('svg.icon:not([onload]):has(> path:only-child)')) return []
      return element.matches(live) || bad.length > 0 || strange ? [element.outerHTML.slice(0, 120)] : []
    })
  }, LIVE)

test('there are 200 different payloads', () => {
  expect(new Set(PAYLOADS).size).toBe(200)
})

test('in answers, citations, values, file names and questions, 200 payloads stay words', async () => {
  const application = (payload: string, at: number) =>
    sampleApplication({
      id: `app${at}`,
      title: payload,
      fields: sampleApplication().fields.map((field) => ({ ...field, label: payload, shown: payload })),
      materials: [
        {
          id: 'm',
          label: payload,
          note: payload,
          upload: 'bring',
          state: 'uploaded',
          files: [
            {
              id: 'f',
              name: `${payload}.pdf`,
              type: 'application/pdf',
              bytes: 9,
              sha256: '',
              check: 'not-checked',
              findings: [],
              read: null,
            },
          ],
          certificate: null,
          relief: null,
        },
      ],
      eligibility: [{ id: 'e', outcome: 'note', message: payload, cite: payload }],
    })
  const kept = PAYLOADS.flatMap((payload, at) => [
    { id: `u${at}`, role: 'user', parts: [{ type: 'text', text: payload }] },
    {
      id: `a${at}`,
      role: 'assistant',
      parts: [
        { type: 'text', text: `${payload}\n\n说完了[1]。` },
        { type: 'source-document', sourceId: 'residence-permit#who', title: payload },
        { type: 'source-document', sourceId: payload, title: payload },
        { type: 'data-application', data: application(payload, at) },
        { type: 'data-handover', data: { ticket: payload, hotline: payload } },
        { type: 'data-suggestions', data: { suggestions: [payload] } },
        OUTCOME,
      ],
    },
  ])
  const { page } = await pageWith(() => ({ chunks: [] }), undefined, {
    kept,
    width: 1280,
    unguarded: true,
    before: async (fresh) => {
      await fresh.addInitScript(() =>
        sessionStorage.setItem('bianban', JSON.stringify({ conversation: { id: 'conversation', token: 'token' } })),
      )
      await watch(fresh)
    },
  })
  const answers = page.locator('bianban-chat article.assistant')
  await answers.nth(199).waitFor()
  expect(await page.locator('bianban-chat article.user .words').allTextContents()).toEqual(PAYLOADS)
  await picture(page, 'xss-payloads')
  expect(await suspects(page, 'bianban-chat')).toEqual([])
  expect(await alive(page)).toBe(0)
})

test('in a guide, on its page, on the portal and in the panel, 200 payloads stay words', async () => {
  const guide = sampleGuide({
    title: PAYLOADS[0] ?? '',
    aliases: [...PAYLOADS],
    authority: PAYLOADS[1] ?? '',
    publisher: PAYLOADS.join(' '),
    version: PAYLOADS[2] ?? '',
    checked: PAYLOADS[3] ?? '',
    sections: PAYLOADS.map((payload, at) => ({ slug: `s${at}`, heading: payload, text: payload })),
  })
  const { page } = await pageWith(
    () => ({ chunks: answer('见指南[1]。', source('residence-permit#who', '谁能办'), OUTCOME) }),
    undefined,
    {
      before: watch,
      unguarded: true,
      width: 1280,
      house: (_, path) =>
        path.startsWith('/api/guides/')
          ? {
              status: 200,
              body: { ...guide, sections: [{ slug: 'who', heading: guide.title, text: PAYLOADS.join('\n\n') }] },
            }
          : undefined,
    },
  )
  await say(page, '怎么办')
  await page.locator('bianban-chat .cite').click()
  await page.locator('bianban-chat .panel h4').waitFor()
  expect(await page.locator('bianban-chat .panel').textContent()).toContain('hacked()')
  expect(await suspects(page, 'bianban-chat')).toEqual([])
  const reading = readingIn('zh-Hans')
  await page.setContent(renderGuidePage(guide, reading))
  expect(await page.locator('main section').count()).toBe(200)
  expect(await suspects(page, 'main')).toEqual([])
  const guides = PAYLOADS.map((title, at) => ({ ...guide, id: `g${at}`, title, topic: 'identity' }))
  await page.setContent(
    renderPortalPage(
      {
        guides,
        services: [],
        popular: [],
        bundles: PAYLOADS.map((title) => ({ title, titleEn: title, guide: title })),
      },
      reading,
    ),
  )
  expect(await page.locator('#services li').count()).toBe(200)
  expect(await suspects(page, '.shelf')).toEqual([])
  expect(await alive(page)).toBe(0)
})
