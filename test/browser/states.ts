import type { Page } from 'playwright-core'
import {
  DECIDED_CASE,
  SAMPLE_BENEFITS,
  SAMPLE_CASE,
  SAMPLE_CONSENT,
  SAMPLE_GUIDE_CARD,
  SAMPLE_SUPPLEMENT,
} from './sample-cards.ts'
import { sampleGuide } from './sample-guide.ts'
import { sampleApplication, sampleReview } from './sample-parts.ts'
import { composer, OUTCOME, say } from './scripted-page.ts'
import { answer, source, startScriptedServer, type Reply } from './scripted-server.ts'

/** A state of the widget: what the server answers, what shows that it came, and what the citizen does then. */
type State = {
  readonly reply?: Reply
  readonly shows: string
  readonly after?: (page: Page) => Promise<unknown>
}

const ANSWER = answer(
  '首次申领居住证**免费**[1]。\n\n- 居住满半年\n- 有稳定就业、住所或者连续就读之一\n\n自受理之日起 15 日内制发[2]。',
  source('residence-permit#who', '居住证 · 谁能办'),
  source('residence-permit#time', '居住证 · 多久办好'),
  { type: 'data-suggestions', data: { suggestions: ['要带什么材料？', '在哪里办？', '帮我申请'] } },
  OUTCOME,
)
const FORM = { type: 'data-application', data: sampleApplication() }
const FILE = { type: 'image/jpeg', bytes: 9, sha256: '' }
const HANDED_IN = sampleApplication({
  pending: [],
  next: null,
  materials: [
    {
      id: 'photo',
      label: '本人相片',
      note: '近期免冠',
      upload: 'required',
      state: 'uploaded',
      files: [
        { ...FILE, id: 'f1', name: '我的照片.jpg', check: 'not-checked', findings: [], read: null },
        { ...FILE, id: 'f2', name: '旧证.jpg', check: 'differs', findings: ['expired'], read: 'recognised' },
      ],
      certificate: null,
      relief: null,
    },
    {
      id: 'proof',
      label: '租房合同',
      note: null,
      upload: 'required',
      state: 'missing',
      files: [],
      certificate: null,
      relief: null,
    },
  ],
})

const said = (...parts: readonly object[]): Reply => ({ chunks: answer('好的，请看。', ...parts, OUTCOME) })
const card = (name: string, data: object): State => ({
  reply: said({ type: `data-${name}`, data }),
  shows: '.card',
})
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const answered: State = { reply: { chunks: ANSWER }, shows: '.answer-foot' }

/** Every state of the widget, reached as a citizen reaches it. For pictures and for axe. */
export const STATES: Readonly<Record<string, State>> = {
  welcome: { shows: '.welcome' },
  answer: answered,
  waiting: { reply: { chunks: [], ending: 'hang' }, shows: '.working' },
  streaming: { reply: { chunks: ANSWER.slice(0, 5), ending: 'hang' }, shows: '.prose' },
  stopped: { reply: { chunks: ANSWER.slice(0, 5), ending: 'hang' }, shows: '.prose', after: press('停止') },
  interrupted: { reply: { chunks: ANSWER.slice(0, 5), ending: 'break' }, shows: '.failure' },
  haste: {
    reply: { status: 429, problem: { code: 'too-many-requests' }, headers: { 'retry-after': '20' } },
    shows: '.failure',
  },
  choices: {
    reply: said({ type: 'data-choices', data: { question: '是哪一种？', choices: ['首次', '换领', '补领'] } }),
    shows: '.choices',
  },
  form: { reply: said(FORM), shows: '.form' },
  refused: {
    reply: said({ ...FORM, data: sampleApplication({ problems: [{ field: 'reason', message: '请选一种。' }] }) }),
    shows: '.wrong',
  },
  materials: { reply: said({ ...FORM, data: HANDED_IN }), shows: '.papers' },
  review: { reply: said(FORM, { type: 'data-review', data: sampleReview() }), shows: '.review' },
  consent: card('consent', SAMPLE_CONSENT),
  receipt: {
    reply: said({
      type: 'data-receipt',
      data: { receiptNumber: 'XM20261126-ABCDEFGHJ', queryCode: 'ABCD2345', dueBy: '2026-12-14' },
    }),
    shows: 'svg.qr',
  },
  progress: card('progress', { cases: [SAMPLE_CASE] }),
  decided: card('progress', { cases: [DECIDED_CASE] }),
  supplement: card('supplement', SAMPLE_SUPPLEMENT),
  'supplement-late': card('supplement', { ...SAMPLE_SUPPLEMENT, late: true }),
  'guide-card': card('guide', SAMPLE_GUIDE_CARD),
  benefits: card('benefits', SAMPLE_BENEFITS),
  handover: card('handover', { ticket: 'RG20261126-ABCDEFGH', hotline: '12345' }),
  'why-not': { ...answered, after: press('没帮助') },
  guide: {
    ...answered,
    after: async (page) => {
      await page.locator('bianban-chat .cite').first().click()
      await page.locator('bianban-chat .panel h4').waitFor()
    },
  },
  more: {
    ...answered,
    after: async (page) => {
      await press('新对话')(page)
      await press('更多')(page)
      await page.locator('bianban-chat .kept').waitFor()
    },
  },
  move: {
    ...answered,
    after: async (page) => {
      await press('更多')(page)
      await press('换设备继续')(page)
      await press('取一个码')(page)
      await page.getByText('ABCD 2345').waitFor()
    },
  },
}

/** A server that answers as the state wants. */
export function serverOf(name: string) {
  return startScriptedServer(
    () => STATES[name]?.reply ?? { chunks: [] },
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
}

/** Brings a fresh page into the state. */
export async function reach(page: Page, name: string): Promise<void> {
  const state = STATES[name]
  if (state === undefined) throw new Error(`no state ${name}`)
  await composer(page).waitFor()
  if (state.reply !== undefined) await say(page, '居住证怎么办')
  await page.locator(`bianban-chat ${state.shows}`).first().waitFor()
  await state.after?.(page)
}
