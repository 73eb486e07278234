import { checkOutcome } from '../checks/outcome.ts'
import type { Reply, Rooms } from '../citizens/talk.ts'
import type { Check } from '../trial.ts'
import type { Persona, ServiceSample, SignedInPersona } from './shapes.ts'

/** Whether the form that was opened first is the one she came for; a citizen may have to say so, and is then served. */
export function rightForm(replies: readonly Reply[], { service }: ServiceSample): Check {
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
  readonly persona: Persona | SignedInPersona
}

/** Whether the record left behind is the one expected, or nothing is and the citizen was told why. */
export async function scoreService(
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
