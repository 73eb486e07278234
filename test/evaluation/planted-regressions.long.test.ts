import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerTrials,
  baselineOf,
  goldRecords,
  judge,
  playTrials,
  SCORER_VERSION,
  selfTest,
  serviceTrials,
  type Baseline,
  type Rooms,
  type Trial,
} from '../../src/evaluation/index.ts'
import { copySmallTown, editStaffFile } from '../support/staff-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { sampleRun } from './sample-run.ts'
import { ownContent, ownSuites } from '../support/own-content.ts'

const content = await ownContent()
const suites = await ownSuites()
const FEE = 'answers/resident-id-renewal-fee/0'

let app: RunningApp
let rooms: Rooms
let trials: readonly Trial[]
let baseline: Baseline

/** One answer in so many is played, and one sample in so many puts the scorers to the test: each regression shows in any of them. */
const EVERY = 5
const samples = suites.answers.filter((_, at) => at % EVERY === 0)

/** Plays the trials against an engine and asks the gate. */
async function gate(engine: Rooms, played = trials) {
  const results = await playTrials(played, engine, { concurrency: 4 })
  return judge(sampleRun(results), baseline, { whole: true })
}

/** The same engine, but for what a turn writes or how it ends. */
function withAnswer(
  answer: (turn: Parameters<Rooms['conversation']['answer']>[0]) => ReturnType<Rooms['conversation']['answer']>,
): Rooms {
  return { ...rooms, conversation: { ...rooms.conversation, answer } }
}

beforeAll(async () => {
  app = await startApp()
  rooms = app.app
  const answers = suites.answers.filter(({ guide }) => guide === 'resident-id' || guide === 'marriage')
  const asked = answerTrials(answers, content, '2026-11-26').filter(({ key }) => key.endsWith('/0'))
  const answered = asked.filter(({ key }, at) => key === FEE || at % EVERY === 0)
  const services = suites.services.filter(({ expect }) => expect.status === 'submitted').slice(0, 3)
  const { records } = await goldRecords(rooms, services)
  trials = [...answered, ...serviceTrials(services, records, { today: '2026-11-26' })]
  const results = await playTrials(trials, rooms, { concurrency: 4 })
  baseline = baselineOf(sampleRun(results), '从这里开始')
})
afterAll(() => app.close())

describe('the gate', () => {
  test('is green when nothing changed, in another order too', async () => {
    expect(baseline.trials[FEE]?.passed).toBe(true)
    expect(Object.entries(baseline.trials).some(([key, { passed }]) => key.startsWith('services/') && passed)).toBe(
      true,
    )
    expect(await gate(rooms, trials.toReversed())).toMatchObject({ code: 0, reasons: [] })
  })

  test('turns red and names the fee when staff change one', async () => {
    const root = await copySmallTown(['resident-id', 'marriage'])
    await editStaffFile(
      root,
      'knowledge/guides/identity/resident-id.md',
      'amount: 20, when: 有效期满换领',
      'amount: 25, when: 有效期满换领',
    )
    const changed = await startApp({ root })
    try {
      const wanted = trials.filter(({ key }) => key === FEE)
      const { code, reasons } = await gate(changed.app, wanted)
      expect(code).toBe(1)
      expect(reasons[0]).toContain('resident-id-renewal-fee')
      expect(reasons[0]).toContain('期满换领应为20元：说错了')
    } finally {
      await changed.close()
      await rm(root, { recursive: true, force: true })
    }
  })

  test('turns red when a citation moves to a section that does not say so', async () => {
    const { code, reasons } = await gate(
      withAnswer((turn) =>
        rooms.conversation.answer({
          ...turn,
          write: (part) => turn.write(part.type === 'source' ? { ...part, sourceId: 'marriage#how' } : part),
        }),
      ),
    )
    expect(code).toBe(1)
    expect(reasons.find((reason) => reason.startsWith(FEE))).toContain('[cited-facts] 所引小节里没有')
  })

  test('turns red when the engine refuses what it answered', async () => {
    const { code, reasons } = await gate(
      withAnswer(() => Promise.resolve({ outcome: 'no-guidance', engine: 'embedded' })),
    )
    expect(code).toBe(1)
    expect(reasons.find((reason) => reason.startsWith(FEE))).toContain('结局应为 answer，实为 refuse:no-guidance')
  })

  test('turns red when a trial is lost', async () => {
    const { code, reasons } = await gate(
      rooms,
      trials.filter(({ key }) => key !== FEE),
    )
    expect(code).toBe(1)
    expect(reasons).toEqual([`基线里的 1 条不见了：${FEE}`])
  })

  test('turns red when a field of the application is dropped, and names it', async () => {
    const passed = Object.entries(baseline.trials).find(
      ([key, line]) => key.startsWith('services/') && line.passed,
    )?.[0]
    const sample = suites.services.find(({ id }) => id === passed?.split('/')[1])
    const required = rooms.counter.service(sample?.service ?? '')?.fields.filter((field) => field.required) ?? []
    const dropped = Object.keys(sample?.expect.fields ?? {}).find((field) => required.some(({ id }) => id === field))
    const { code, reasons } = await gate({
      ...rooms,
      counter: {
        ...rooms.counter,
        review: async (...given) => {
          const review = await rooms.counter.review(...given)
          return { ...review, values: review.values.filter(({ id }) => id !== dropped) }
        },
      },
    })
    expect(code).toBe(1)
    expect(reasons.find((reason) => reason.startsWith(passed ?? '-'))).toContain(`[record] ${dropped}：应为`)
  })

  const lenient: readonly (readonly [string, Parameters<typeof selfTest>[2], string])[] = [
    [
      'takes any number that is part of another',
      {
        match: (answer, { quantity }) => ({
          verdict: quantity === undefined || answer.includes(String(quantity.value)) ? 'holds' : 'missing',
          evidence: undefined,
        }),
      },
      'subject 一类的错',
    ],
    ['takes any citation', { citations: () => [] }, 'citation moved 一类的错'],
    ['lets everything be said', { forbidden: () => [] }, 'forbidden 一类的错'],
    [
      'takes a refusal for an answer',
      { ending: () => ({ name: 'outcome', ok: true, critical: true, message: '' }) },
      'over-refusal 一类的错',
    ],
  ]
  test.each(lenient)('turns red when a scorer %s, and names what it let pass', async (_, scorer, told) => {
    const results = await playTrials(trials, rooms, { concurrency: 4 })
    const { against } = selfTest(samples, content, scorer)
    const { code, reasons } = judge(sampleRun(results), baseline, { whole: true, distrust: against })
    expect(code).toBe(1)
    expect(reasons.find((reason) => reason.includes(told))).toMatch(/^评分规则变松了：.*放过了 \S+\/\S+/)
  })

  test('turns red when a scorer turns right answers down', async () => {
    const strict = selfTest(samples, content, { match: () => ({ verdict: 'missing', evidence: undefined }) })
    expect(strict.against).toEqual([expect.stringContaining('评分规则变严了')])
    expect(selfTest(samples, content).against).toEqual([])
  })

  test('does not take the word of another scorer: a new version needs a new baseline', async () => {
    const results = await playTrials(trials.slice(0, 1), rooms, { concurrency: 1 })
    const { code, reasons } = judge(sampleRun(results, { scorer: SCORER_VERSION + 1 }), baseline, { whole: false })
    expect(code).toBe(4)
    expect(reasons[0]).toContain('重新定基线')
  })
})
