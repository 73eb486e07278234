import { AppError } from '../../errors.ts'
import { given } from '../citizens/given.ts'
import type { Rooms } from '../citizens/talk.ts'
import type { ServiceSample } from './shapes.ts'

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

/** The record that the values of a sample make; a sentence when the counter does not take them. */
async function goldRecord(
  { conversation, counter }: Rooms,
  sample: ServiceSample,
): Promise<ReadonlyMap<string, string> | string> {
  const { status, fields } = sample.expect
  if (status === 'none') return new Map()
  const { id } = await conversation.open()
  try {
    const values = given({ ...sample.citizen.knows, ...fields })
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
