import { createHash } from 'node:crypto'
import type { StaffContent } from '../../content/index.ts'
import { AppError } from '../../errors.ts'
import { checkOutcome } from '../checks/outcome.ts'
import { nothingAskedTwice, questionsOf } from '../checks/questions.ts'
import { expectationOf } from '../expectation.ts'
import { checkCalls } from '../checks/tool-calls.ts'
import { playCitizen } from '../persona.ts'
import { openTalk, type Reply, type Rooms } from '../talk.ts'
import type { Check, Trial } from '../trial.ts'
import { isQuarantined } from './quarantine.ts'
import { PERSONAS, type Persona, type ServiceSample } from './shapes.ts'

/** The record each sample must end with, by sample id: field → words of the review card. */
export type GoldRecords = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * The records that the samples' own values make at the counter. A value or rule that the counter refuses makes the sample
 * wrong, not the assistant: `problems` says so.
 */
export async function goldRecords(
  rooms: Rooms,
  samples: readonly ServiceSample[],
): Promise<{ records: GoldRecords; problems: readonly string[] }> {
  const records = new Map<string, ReadonlyMap<string, string>>()
  const problems: string[] = []
  for (const sample of samples) {
    const made = await goldRecord(rooms, sample)
    if (typeof made === 'string') problems.push(`${sample.id}：${made}`)
    else records.set(sample.id, made)
  }
  return { records, problems }
}

/**
 * Every scenario with one of its personas, or with `every` one; `seeds` are further ways of saying the same.
 * Which one rests on the id of the sample alone, so that no sample decides how another is played. The registers of `content` tell which fields nobody has to ask.
 */
export function serviceTrials(
  samples: readonly ServiceSample[],
  records: GoldRecords,
  {
    today,
    seeds = 1,
    every = false,
    content = { registers: new Map() },
  }: {
    readonly today: string
    readonly seeds?: number
    readonly every?: boolean
    readonly content?: Pick<StaffContent, 'registers'>
  },
): Trial[] {
  const supplied = new Set(
    [...content.registers.values()].flatMap(({ supplies, guardianship }) =>
      guardianship ? [] : Object.keys(supplies),
    ),
  )
  return samples.flatMap((sample) => {
    const { id, severity, tags, cluster = id, personas } = sample
    const wanted = personas === 'all' ? PERSONAS : personas
    const one = wanted[placeOf(id) % wanted.length]
    return (every || one === undefined ? wanted : [one]).flatMap((persona) =>
      Array.from({ length: seeds }, (_, seed): Trial => ({
        key: `services/${id}/${persona}/${seed}`,
        suite: 'services',
        sample: id,
        cluster,
        severity,
        guide: undefined,
        tags: [...tags, persona, sample.service],
        expects: serviceExpectation(sample, persona, seed),
        quarantined: isQuarantined(sample, today),
        play: async (rooms) => {
          const gold = records.get(id) ?? new Map<string, string>()
          const talk = await openTalk(rooms)
          let record: ReadonlyMap<string, string> = new Map()
          const readReview = async (application: string): Promise<string> => {
            const { values, code } = await rooms.counter.review(talk.id, application)
            record = new Map(values.map(({ id: field, value }) => [field, value]))
            return code
          }
          const service = rooms.counter.service(sample.service)
          const title = service?.title ?? ''
          const guideTitle = rooms.library.passages(service?.guide ?? '')[0]?.guideTitle ?? title
          const replies = await playCitizen(talk, sample, persona, { seed, title, guideTitle, readReview })
          const derived = new Set(
            service?.fields.flatMap(({ id: field, derive }) => (derive === undefined ? [] : [field])),
          )
          const questions = questionsOf(replies, {
            worksOut: (field) => derived.has(field),
            isHeld: (field) => supplied.has(field),
          })
          return {
            replies,
            checks: [
              ...(await scoreService(rooms, sample, talk.id, { replies, gold, record, persona })),
              // Who acts for a relative says more than the sample lists: who she is, and by what right.
              ...(persona === 'for-relative' ? [] : checkCalls(callsOf(replies), sample.expect.calls)),
              rightForm(replies, sample),
              nothingAskedTwice(questions),
            ],
            measures: {
              turns: replies.length,
              questions: questions.asked,
              'known-asked': questions.known.length,
              'fields-no-register-holds': questions.unheld,
            },
          }
        },
      })),
    )
  })
}

function callsOf(replies: readonly Reply[]) {
  return replies.flatMap(({ calls }) => calls)
}

/** A number that the id of a sample stands for, evenly spread. */
function placeOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE()
}

function serviceExpectation(
  { severity, service, citizen, says, opening, side_questions, expect }: ServiceSample,
  persona: Persona,
  seed: number,
): string {
  return expectationOf({ severity, service, citizen, says, opening, side_questions, expect, persona, seed })
}

/** The record that the values of a sample make; a sentence when the counter does not take them. */
async function goldRecord(
  { conversation, counter }: Rooms,
  sample: ServiceSample,
): Promise<ReadonlyMap<string, string> | string> {
  const { status, fields } = sample.expect
  if (status === 'none') return new Map()
  const { id } = await conversation.open()
  try {
    const values = Object.fromEntries(
      Object.entries({ ...sample.citizen.knows, ...fields }).map(([field, value]) => [
        field,
        { value, provenance: { kind: 'citizen', detail: '评测' } as const },
      ]),
    )
    const { application, rejected } = await counter.start({ conversationId: id, service: sample.service, values })
    if (rejected.length > 0) return rejected.map(({ field, message }) => `${field} ${message}`).join('；')
    const review = await counter.review(id, application.id)
    return new Map(review.values.map(({ id: field, value }) => [field, value]))
  } catch (error) {
    if (error instanceof AppError) return `${error.message}${JSON.stringify(error.details ?? {})}`
    throw error
  } finally {
    await counter.eraseDrafts(id)
  }
}

/** Whether the form that was opened first is the one she came for; a citizen may have to say so, and is then served. */
function rightForm(replies: readonly Reply[], { service }: ServiceSample): Check {
  const opened = replies.find(({ application }) => application !== undefined)?.application?.service
  const ok = opened === undefined || opened === service
  return {
    name: 'right-form',
    ok,
    critical: false,
    message: ok ? '一开始就是对的表' : `先开的是 ${opened}，不是 ${service}`,
  }
}

type Ended = {
  readonly replies: readonly Reply[]
  readonly gold: ReadonlyMap<string, string>
  /** What the citizen confirmed, as the review card spelled it. */
  readonly record: ReadonlyMap<string, string>
  readonly persona: Persona
}

async function scoreService(
  { counter }: Rooms,
  sample: ServiceSample,
  conversation: string,
  { replies, gold, record, persona }: Ended,
): Promise<Check[]> {
  const cases = await counter.cases(conversation)
  const { status, outcome, fields } = sample.expect
  if (status === 'none') {
    const ok = cases.length === 0
    return [
      { name: 'nothing-filed', ok, critical: true, message: ok ? '没有提交' : '不该提交却提交了' },
      ...(outcome === undefined ? [] : [toldWhy(replies, outcome)]),
    ]
  }
  const optional = new Set(
    counter.service(sample.service)?.fields.flatMap(({ id, required }) => (required ? [] : [id])) ?? [],
  )
  // Who acts for a relative does not fill the form in for herself, as the sample does.
  const asksWhom = persona === 'for-relative' ? counter.service(sample.service)?.acting.asks?.field : undefined
  // What need not be given, and was neither asked nor said, is no mistake.
  const wrong = Object.keys(fields).filter(
    (field) =>
      field !== asksWhom && gold.get(field) !== record.get(field) && !(optional.has(field) && !record.has(field)),
  )
  const values = wrong.map((field) => `${field}：应为 ${gold.get(field) ?? '空'}，实为 ${record.get(field) ?? '空'}`)
  const filed = cases.length === (status === 'submitted' ? 1 : 0)
  return [
    { name: 'status', ok: filed, critical: true, message: `应为 ${status}，有 ${cases.length} 个办件` },
    {
      name: 'record',
      ok: wrong.length === 0,
      critical: true,
      message: wrong.length === 0 ? '每一栏都对' : values.join('；'),
      ...(wrong.length > 0 && record.size > 0 ? { contradicts: values.join('；') } : {}),
    },
  ]
}

/** Who cannot be served is told the rule that stands in the way, or the turn ends in the expected refusal. */
function toldWhy(replies: readonly Reply[], outcome: NonNullable<ServiceSample['expect']['outcome']>): Check {
  const application = replies.findLast((reply) => reply.application !== undefined)?.application
  const barred = application?.eligibility.some(({ outcome: rule }) => rule === 'no' || rule === 'not-yet') === true
  if (barred) return { name: 'told-why', ok: true, critical: true, message: '说明了不符合的条件' }
  const last = replies.at(-1)
  return last === undefined
    ? { name: 'told-why', ok: false, critical: true, message: '没有任何回答' }
    : { ...checkOutcome(last, outcome), name: 'told-why' }
}
