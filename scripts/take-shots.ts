import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../test/browser/browser.ts'
import { sampleGuide } from '../test/browser/sample-guide.ts'
import { sampleApplication, sampleReview } from '../test/browser/sample-parts.ts'
import { answer, source, startScriptedServer, type Reply } from '../test/browser/scripted-server.ts'

/** `npm run shots`: a picture of each state of the widget, in each way of looking at it, to test-results/shots/. For people to look at. */
const FOLDER = 'test-results/shots'
const OUTCOME = { type: 'data-outcome', data: { outcome: 'answered', completeness: 'complete', engine: 'embedded' } }
const ANSWER = answer(
  '首次申领居住证**免费**[1]。\n\n- 居住满半年\n- 有稳定就业、住所或者连续就读之一\n\n自受理之日起 15 日内制发[2]。',
  source('residence-permit#who', '居住证 · 谁能办'),
  source('residence-permit#time', '居住证 · 多久办好'),
  { type: 'data-suggestions', data: { suggestions: ['要带什么材料？', '在哪里办？', '帮我申请'] } },
  OUTCOME,
)
const FORM = { type: 'data-application', data: sampleApplication() }
const CASE = {
  receiptNumber: 'XM20261126-ABCDEFGHJ',
  service: 'residence-permit',
  title: '居住证申领',
  status: 'accepted',
  submittedAt: '2026-11-23T02:00:00Z',
  dueBy: '2026-12-14',
  applicationId: 'app1',
  dueProvisional: false,
  supplement: null,
  redress: null,
  mayWithdraw: true,
  mayRate: false,
  rating: null,
  parts: [],
  events: [
    { at: '2026-11-23T02:00:00Z', status: 'submitted', text: '已提交' },
    { at: '2026-11-24T02:00:00Z', status: 'accepted', text: '已受理' },
  ],
}

type State = { readonly reply: Reply; readonly after?: (page: Page) => Promise<void> }
const said = (...parts: readonly object[]): Reply => ({ chunks: answer('好的，请看。', ...parts, OUTCOME) })
const STATES: Readonly<Record<string, State | undefined>> = {
  welcome: undefined,
  answer: { reply: { chunks: ANSWER } },
  waiting: { reply: { chunks: [], ending: 'hang' } },
  streaming: { reply: { chunks: ANSWER.slice(0, 4), ending: 'hang' } },
  stopped: {
    reply: { chunks: ANSWER.slice(0, 5), ending: 'hang' },
    after: (page) => page.getByRole('button', { name: '停止' }).click(),
  },
  interrupted: { reply: { chunks: ANSWER.slice(0, 5), ending: 'break' } },
  haste: { reply: { status: 429, problem: { code: 'too-many-requests' }, headers: { 'retry-after': '20' } } },
  choices: {
    reply: said({ type: 'data-choices', data: { question: '是哪一种？', choices: ['首次', '换领', '补领'] } }),
  },
  form: { reply: said(FORM) },
  review: { reply: said(FORM, { type: 'data-review', data: sampleReview() }) },
  receipt: {
    reply: said({
      type: 'data-receipt',
      data: { receiptNumber: 'XM20261126-ABCDEFGHJ', queryCode: 'ABCD2345', dueBy: '2026-12-14' },
    }),
  },
  progress: { reply: said({ type: 'data-progress', data: { cases: [CASE] } }) },
  handover: { reply: said({ type: 'data-handover', data: { ticket: 'RG20261126-ABCDEFGH', hotline: '12345' } }) },
  'why-not': {
    reply: { chunks: ANSWER },
    after: (page) => page.getByRole('button', { name: '没帮助' }).click(),
  },
  guide: {
    reply: { chunks: ANSWER },
    after: async (page) => {
      await page.locator('bianban-chat .cite').first().click()
      await page.waitForTimeout(300)
    },
  },
  more: {
    reply: { chunks: ANSWER },
    after: async (page) => {
      await page.getByRole('button', { name: '新对话' }).click()
      await page.getByRole('button', { name: '更多' }).click()
    },
  },
  move: {
    reply: { chunks: ANSWER },
    after: async (page) => {
      await page.getByRole('button', { name: '更多' }).click()
      await page.getByRole('button', { name: '换设备继续' }).click()
      await page.getByRole('button', { name: '取一个码' }).click()
      await page.getByText('ABCD 2345').waitFor()
    },
  },
}

type Look = BrowserContextOptions & { readonly large?: boolean }
const LOOKS: Readonly<Record<string, Look>> = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  elder: { viewport: { width: 390, height: 844 }, large: true },
  'forced-colours': { viewport: { width: 390, height: 844 }, forcedColors: 'active' },
  'zoom-400': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: 'reduce' },
}

const browser = await openBrowser()
let taken = 0

async function shoot(look: string, name: string): Promise<void> {
  const state = STATES[name]
  const { large = false, ...context } = LOOKS[look] ?? {}
  const server = await startScriptedServer(
    () => state?.reply ?? { chunks: [] },
    () => undefined,
    {
      house: (_, path) => {
        if (path.startsWith('/api/guides/')) return { status: 200, body: sampleGuide() }
        if (path.endsWith('/feedback')) return { status: 200, body: {} }
        return path.endsWith('/resume-code')
          ? { status: 201, body: { code: 'ABCD2345', expiresAt: '2027-01-01T00:00:00Z' } }
          : undefined
      },
    },
  )
  const page = await browser.newPage({ locale: 'zh-CN', ...context })
  try {
    await page.goto(server.url)
    if (large) await page.getByRole('button', { name: '大字' }).click()
    if (state !== undefined) {
      const box = page.getByRole('textbox', { name: '输入您的问题' })
      await box.fill('居住证怎么办')
      await box.press('Enter')
      await page.waitForTimeout(400)
      await state.after?.(page)
    }
    await page.locator('bianban-chat').evaluate((widget) => widget.scrollIntoView({ block: 'start' }))
    await page.screenshot({ path: join(FOLDER, `${look}-${name}.png`) })
    taken += 1
  } finally {
    await page.context().close()
    await server.close()
  }
}

mkdirSync(FOLDER, { recursive: true })
try {
  const only = process.argv.slice(2)
  for (const look of Object.keys(LOOKS).filter((each) => only.length === 0 || only.includes(each)))
    for (const name of Object.keys(STATES)) {
      // A citation on a small screen is a link into a new window.
      if (name === 'guide' && look !== 'desk') continue
      await shoot(look, name)
    }
  console.log(`${taken} pictures in ${FOLDER}`)
} finally {
  await browser.close()
}
