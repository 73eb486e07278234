import { AppError } from '../../errors.ts'
import { checkOutcome } from '../checks/outcome.ts'
import { playCitizen } from '../persona.ts'
import { openTalk, type Reply, type Rooms } from '../talk.ts'
import type { Check, Trial } from '../trial.ts'
import { isQuarantined } from './quarantine.ts'
import { PERSONAS, type ServiceSample } from './shapes.ts'

/** A gold record that the counter itself refuses: the sample is wrong, not the assistant. */
export class GoldProblem extends Error {
  override readonly name = 'GoldProblem'
}

/** Every scenario with every persona; `seeds` are further ways of saying the same. */
export function serviceTrials(samples: readonly ServiceSample[], today: string, seeds = 1): Trial[] {
  return samples.flatMap((sample) => {
    const { id, severity, tags, cluster = id, personas } = sample
    return (personas === 'all' ? PERSONAS : personas).flatMap((persona) =>
      Array.from({ length: seeds }, (_, seed): Trial => ({
        key: `services/${id}/${persona}/${seed}`,
        suite: 'services',
        sample: id,
        cluster,
        severity,
        guide: undefined,
        tags: [...tags, persona, sample.service],
        quarantined: isQuarantined(sample, today),
        play: async (rooms) => {
          const gold = sample.expect.status === 'none' ? new Map<string, string>() : await goldRecord(rooms, sample)
          const talk = await openTalk(rooms)
          const replies = await playCitizen(talk, sample, persona, seed)
          return {
            replies,
            checks: await scoreService(rooms, sample, talk.id, replies, gold),
            measures: { turns: replies.length },
          }
        },
      })),
    )
  })
}

/** The record that the expected values make, spelled as the review card spells them: field id → words. */
async function goldRecord(
  { conversation, counter }: Rooms,
  sample: ServiceSample,
): Promise<ReadonlyMap<string, string>> {
  const { id } = await conversation.open()
  try {
    const given = Object.fromEntries(
      Object.entries(sample.expect.fields).map(([field, value]) => [
        field,
        { value, provenance: { kind: 'citizen', detail: '评测' } as const },
      ]),
    )
    const { application, rejected } = await counter.start({
      conversationId: id,
      service: sample.service,
      values: given,
    })
    if (rejected.length > 0)
      throw new GoldProblem(`${sample.id}: ${rejected.map(({ field, message }) => `${field} ${message}`).join('；')}`)
    const { values } = await counter.review(id, application.id)
    return new Map(values.map(({ id: field, value }) => [field, value]))
  } catch (error) {
    if (error instanceof AppError)
      throw new GoldProblem(`${sample.id}: ${error.message} ${JSON.stringify(error.details ?? {})}`)
    throw error
  } finally {
    await counter.eraseDrafts(id)
  }
}

async function scoreService(
  { counter }: Rooms,
  sample: ServiceSample,
  conversation: string,
  replies: readonly Reply[],
  gold: ReadonlyMap<string, string>,
): Promise<Check[]> {
  const cases = await counter.cases(conversation)
  const filed = replies.findLast(({ receipt }) => receipt !== undefined)
  const { status, outcome } = sample.expect
  if (status === 'none') {
    const last = replies.at(-1)
    const ok = cases.length === 0
    return [
      { name: 'nothing-filed', ok, critical: true, message: ok ? '没有提交' : '不该提交却提交了' },
      ...(outcome === undefined || last === undefined ? [] : [checkOutcome(last, outcome)]),
    ]
  }
  const record = await recordOf(
    counter,
    conversation,
    filed?.application?.id ?? replies.findLast(({ application }) => application !== undefined)?.application?.id,
  )
  const wrong = [...new Set([...gold.keys(), ...record.keys()])].filter(
    (field) => gold.get(field) !== record.get(field),
  )
  return [
    {
      name: 'status',
      ok: status === 'submitted' ? cases.length === 1 : cases.length === 0,
      critical: true,
      message: status === 'submitted' ? `应有一个办件，有 ${cases.length} 个` : `应停在草稿，有 ${cases.length} 个办件`,
    },
    {
      name: 'record',
      ok: wrong.length === 0,
      critical: true,
      message:
        wrong.length === 0
          ? '每一栏都对'
          : wrong
              .map((field) => `${field}：应为 ${gold.get(field) ?? '空'}，实为 ${record.get(field) ?? '空'}`)
              .join('；'),
    },
  ]
}

/** What an application holds, as the review card spells it. */
async function recordOf(
  counter: Rooms['counter'],
  conversation: string,
  application: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (application === undefined) return new Map()
  const { fields } = await counter.show(conversation, application)
  return new Map(fields.flatMap(({ id, shown, value }) => (value === null ? [] : [[id, shown ?? value] as const])))
}
