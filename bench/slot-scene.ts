import { z } from 'zod'
import { openTalk, type Rooms } from '../src/evaluation/citizens/talk.ts'
import type { ApplicationView } from '../src/services/index.ts'

/** One free-text answer to one question of a form. `store`: every field it fills; a list names values of which any is right. */
export const SlotSample = z.strictObject({
  id: z.string(),
  service: z.string(),
  field: z.string(),
  answer: z.string(),
  store: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
})
export type SlotSample = z.infer<typeof SlotSample>

/** Values by field, as the counter shows them: canonical, secret ones masked. */
type Values = ReadonlyMap<string, string>

/** What one answer changed, and what it should have: field → value. */
export type SlotResult = {
  readonly sample: SlotSample
  readonly element: string
  readonly stored: Values
  /** The right values; several for a field of which any is right. */
  readonly expected: ReadonlyMap<string, readonly string[]>
}

/**
 * Asks the field in a conversation of its own, types the answer and reads what the record then holds. What should be
 * there is what the counter makes of the sample's own values.
 * @throws Error when the field is not asked, or the counter refuses what the sample expects.
 */
export async function playSlot(
  rooms: Rooms,
  sample: SlotSample,
  knows: Readonly<Record<string, string>>,
): Promise<SlotResult> {
  const talk = await openTalk(rooms)
  const before = await askField(rooms, talk.id, sample, knows)
  const asked = await talk.say('继续填')
  if (asked.application?.next?.field !== sample.field)
    throw new Error(`${sample.id}: ${sample.field} is not asked after 继续填, but ${asked.application?.next?.field}`)
  await talk.say(sample.answer)
  const stored = changes(before, await rooms.counter.show(talk.id, before.id))
  const expected = await expectedValues(rooms, sample, knows)
  await rooms.counter.eraseDrafts(talk.id)
  return { sample, element: elementOf(before, sample.field), stored, expected }
}

/** Fills the form in the order of asking until the field is the one asked for. */
async function askField(
  { counter }: Rooms,
  conversationId: string,
  { id, service, field }: SlotSample,
  knows: Readonly<Record<string, string>>,
): Promise<ApplicationView> {
  let { application } = await counter.start({ conversationId, service })
  while (application.next !== null && application.next.field !== field) {
    const { field: next } = application.next
    const value = knows[next]
    if (value === undefined) throw new Error(`${id}: no value is known for ${next}, which is asked before ${field}`)
    const filled = await counter.fill({
      conversationId,
      applicationId: application.id,
      values: given({ [next]: value }),
    })
    if (filled.rejected.length > 0) throw new Error(`${id}: ${filled.rejected.map(({ message }) => message).join()}`)
    application = filled.application
  }
  if (application.next === null) throw new Error(`${id}: the form never asks for ${field}`)
  return application
}

async function expectedValues(
  rooms: Rooms,
  sample: SlotSample,
  knows: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const expected = new Map<string, string[]>()
  const most = Math.max(0, ...Object.values(sample.store).map((value) => [value].flat().length))
  for (let at = 0; at < most; at += 1) {
    const values = Object.fromEntries(
      Object.entries(sample.store).map(([field, value]) => [field, [value].flat()[at] ?? [value].flat()[0] ?? '']),
    )
    const { id: conversationId } = await rooms.conversation.open()
    const before = await askField(rooms, conversationId, sample, knows)
    const { application, rejected } = await rooms.counter.fill({
      conversationId,
      applicationId: before.id,
      values: given(values),
    })
    if (rejected.length > 0) throw new Error(`${sample.id}: ${rejected.map(({ message }) => message).join()}`)
    for (const [field, value] of changes(before, application))
      if (field in sample.store) expected.set(field, [...(expected.get(field) ?? []), value])
    await rooms.counter.eraseDrafts(conversationId)
  }
  return expected
}

/** What was filled or altered; what follows from other values by itself is left out. */
function changes(before: ApplicationView, after: ApplicationView): Values {
  const held = valuesOf(before)
  return new Map([...valuesOf(after)].filter(([field, value]) => held.get(field) !== value))
}

function valuesOf({ fields, later }: ApplicationView): Values {
  return new Map(
    [...fields, ...later].flatMap(({ id, value, provenance }) =>
      value === null || provenance?.kind === 'derived' ? [] : [[id, value] as const],
    ),
  )
}

function elementOf({ fields }: ApplicationView, field: string): string {
  return fields.find(({ id }) => id === field)?.element ?? 'text'
}

function given(values: Readonly<Record<string, string>>) {
  const provenance = { kind: 'citizen', detail: '评测' } as const
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, provenance }]))
}
